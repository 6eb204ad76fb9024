/** The terms of a statement: a set, because a clause is too short for a second mention to mean anything. */
export interface Bag {
  /** Of terms in their lexicon, ascending. */
  readonly ids: Int32Array;
  /** Sum of the rarities of the terms. */
  readonly mass: number;
  /** Square root of the sum of their squares. */
  readonly norm: number;
}

/** Of a term that stands everywhere, before it is taken as a share. */
const LEAST_RARITY = 0.1;

/** How rare each term is among the statements of the corpus. First every statement is counted, then they are weighed. */
export class Lexicon {
  readonly #ids = new Map<string, number>();
  readonly #counts: number[] = [];
  #statements = 0;
  #rarity = new Float64Array(0);

  get size(): number {
    return this.#ids.size;
  }

  /** The terms by id. */
  get terms(): readonly string[] {
    return [...this.#ids.keys()];
  }

  /** Counts a statement's terms, each once, and gives their ids, ascending. */
  count(terms: readonly string[]): Int32Array {
    this.#statements++;
    const ids = Int32Array.from(new Set(terms), (term) => {
      const known = this.#ids.get(term);
      if (known !== undefined) return known;
      const id = this.#ids.size;
      this.#ids.set(term, id);
      this.#counts.push(0);
      return id;
    }).sort();
    for (const id of ids) this.#counts[id] = (this.#counts[id] as number) + 1;
    return ids;
  }

  /**
   * Inverse document frequency by id, smoothed so that no term weighs nothing, as a share of what a term would have that
   * stands nowhere: so it does not depend on the size of the corpus. To be called when all are counted.
   */
  get rarity(): Float64Array {
    if (this.#rarity.length !== this.size) {
      const all = Math.log(this.#statements + 1);
      this.#rarity = Float64Array.from(this.#counts, (count) => (all - Math.log(count + 1) + LEAST_RARITY) / all);
    }
    return this.#rarity;
  }

  weigh(ids: Int32Array): Bag {
    const { rarity } = this;
    let [mass, squares] = [0, 0];
    for (const id of ids) {
      const weight = rarity[id] as number;
      mass += weight;
      squares += weight * weight;
    }
    return { ids, mass, norm: Math.sqrt(squares) };
  }

  /** A bag of terms that need not have been counted; those that were not are left out. */
  bag(terms: readonly string[]): Bag {
    const ids = new Set(terms.flatMap((term) => this.#ids.get(term) ?? []));
    return this.weigh(Int32Array.from(ids).sort());
  }

  /** What two bags have in common. */
  overlap(a: Bag, b: Bag): Overlap {
    const { rarity } = this;
    const [idsA, idsB] = [a.ids, b.ids];
    const [endA, endB] = [idsA.length, idsB.length];
    let [i, j, squares, mass, count] = [0, 0, 0, 0, 0];
    while (i < endA && j < endB) {
      const step = (idsA[i] as number) - (idsB[j] as number);
      if (step === 0) {
        const weight = rarity[idsA[i] as number] as number;
        squares += weight * weight;
        mass += weight;
        count++;
      }
      if (step <= 0) i++;
      if (step >= 0) j++;
    }
    return { cosine: squares === 0 ? 0 : squares / (a.norm * b.norm), mass, count };
  }
}

/** The terms in both, by id. */
export function shared(a: Bag, b: Bag): number[] {
  return Array.from(a.ids).filter((id) => b.ids.includes(id));
}

export interface Overlap {
  /** 0–1: of the angle between the two. */
  readonly cosine: number;
  /** Sum of the rarities of the terms in both. */
  readonly mass: number;
  /** How many terms are in both. */
  readonly count: number;
}
