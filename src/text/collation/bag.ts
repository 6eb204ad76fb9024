/** The terms of a statement: a set, because a clause is too short for a second mention to mean anything. */
export interface Bag {
  /** Of terms in their lexicon, ascending. */
  readonly ids: Int32Array;
  /** Sum of the rarities of the terms. */
  readonly mass: number;
  /** Square root of the sum of their squares. */
  readonly norm: number;
}

/** A bag that knows its parts, so that any two of the parts of two bags are held against each other in one walk. */
export interface PartedBag extends Bag {
  /** Beside each id, a bit for every part that holds it. */
  readonly masks: Int32Array;
  /** Of each part, as in a bag. */
  readonly norms: readonly number[];
}

/** Terms that stand together, and the bit of the part that they make up; 0 if they make up none. */
export interface Terms {
  readonly terms: readonly string[];
  readonly bit: number;
}

/** Terms by id, before it is known what they weigh. */
export type Counted = Pick<PartedBag, "ids" | "masks">;

export interface Overlap {
  /** 0–1: of the angle between the two. */
  readonly cosine: number;
  /** Sum of the rarities of the terms in both. */
  readonly mass: number;
  /** How many terms are in both. */
  readonly count: number;
  /** Rarity of the rarest term in both. */
  readonly rarest: number;
}

/** The terms of two bags by id, ascending: those in both, and those in one alone. */
export function parted(a: Bag, b: Bag): { readonly both: readonly number[]; readonly one: readonly number[] } {
  const both: number[] = [];
  const one: number[] = [];
  let [i, j] = [0, 0];
  while (i < a.ids.length || j < b.ids.length) {
    const [x, y] = [a.ids[i] ?? Number.POSITIVE_INFINITY, b.ids[j] ?? Number.POSITIVE_INFINITY];
    (x === y ? both : one).push(Math.min(x, y));
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return { both, one };
}
