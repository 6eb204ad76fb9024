import type { Bag, Counted, Overlap, PartedBag, Terms } from "./bag.ts";

/** Of a term that stands everywhere, before it is taken as a share. */
const LEAST_RARITY = 0.1;

/** How rare each term is among the statements of the corpus. First every statement is counted, then they are weighed. */
export class Lexicon {
  readonly #ids = new Map<string, number>();
  readonly #counts: number[] = [];
  #statements = 0;
  #terms: readonly string[] = [];
  #rarity = new Float64Array(0);
  #laid = laidOut(0);

  get size(): number {
    return this.#ids.size;
  }

  /** The terms by id. */
  get terms(): readonly string[] {
    if (this.#terms.length !== this.size) this.#terms = [...this.#ids.keys()];
    return this.#terms;
  }

  #idOf(term: string): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(term, id);
    this.#counts.push(0);
    return id;
  }

  /** Counts a statement's terms, each once, and gives their ids, ascending. */
  count(terms: readonly string[]): Int32Array {
    this.#statements++;
    const ids = Int32Array.from(new Set(terms), (term) => this.#idOf(term)).sort();
    for (const id of ids) this.#counts[id] = (this.#counts[id] as number) + 1;
    return ids;
  }

  /** Counts a statement's terms part by part. */
  countParts(parts: readonly Terms[]): Counted {
    const masks = new Map<number, number>();
    for (const { terms, bit } of parts)
      for (const term of terms) {
        const id = this.#idOf(term);
        masks.set(id, (masks.get(id) ?? 0) | bit);
      }
    this.#statements++;
    const ids = Int32Array.from(masks.keys()).sort();
    for (const id of ids) this.#counts[id] = (this.#counts[id] as number) + 1;
    return { ids, masks: ids.map((id) => masks.get(id) as number) };
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

  weighParts({ ids, masks }: Counted): PartedBag {
    const { rarity } = this;
    const squares: number[] = [];
    ids.forEach((id, i) => {
      for (let mask = masks[i] as number; mask !== 0; mask &= mask - 1) {
        const part = lowestBit(mask);
        while (squares.length <= part) squares.push(0);
        squares[part] = (squares[part] as number) + (rarity[id] as number) ** 2;
      }
    });
    return { ...this.weigh(ids), masks, norms: squares.map(Math.sqrt) };
  }

  /** A bag of terms that need not have been counted; those that were not are left out. */
  bag(terms: readonly string[]): Bag {
    const ids = new Set(terms.flatMap((term) => this.#ids.get(term) ?? []));
    return this.weigh(Int32Array.from(ids).sort());
  }

  /** Lays a bag out by term, so that the many that are held against it are each walked alone. */
  #layOut(bag: Bag): void {
    if (bag === this.#laid.bag) return;
    const { rarity } = this;
    if (this.#laid.weights.length !== this.size) this.#laid = laidOut(this.size);
    const { weights, places } = this.#laid;
    for (const id of this.#laid.bag.ids) weights[id] = 0;
    for (let place = 0; place < bag.ids.length; place++) {
      const id = bag.ids[place] as number;
      weights[id] = rarity[id] as number;
      places[id] = place;
    }
    this.#laid.bag = bag;
  }

  /** What two bags have in common. Quickest when calls with the same `a` follow each other. */
  overlap(a: Bag, b: Bag): Overlap {
    this.#layOut(a);
    const { weights } = this.#laid;
    const { ids } = b;
    let [squares, mass, count, rarest] = [0, 0, 0, 0];
    for (let i = 0; i < ids.length; i++) {
      const weight = weights[ids[i] as number] as number;
      squares += weight * weight;
      mass += weight;
      if (weight > 0) count++;
      if (weight > rarest) rarest = weight;
    }
    return { cosine: squares === 0 ? 0 : squares / (a.norm * b.norm), mass, count, rarest };
  }

  /**
   * The cosines of all parts of one bag with all parts of another, times `weight`, added to `sums`: that of the first's
   * part p and the second's part q at `p * width + q`.
   */
  addCosines(a: PartedBag, b: PartedBag, weight: number, sums: number[], width: number): void {
    this.#layOut(a);
    const { weights, places } = this.#laid;
    for (let j = 0; j < b.ids.length; j++) {
      const id = b.ids[j] as number;
      const rarity = weights[id] as number;
      if (rarity === 0) continue;
      const share = weight * rarity * rarity;
      for (let masks = a.masks[places[id] as number] as number; masks !== 0; masks &= masks - 1) {
        const p = lowestBit(masks);
        for (let others = b.masks[j] as number; others !== 0; others &= others - 1) {
          const q = lowestBit(others);
          const at = p * width + q;
          sums[at] = (sums[at] as number) + share / ((a.norms[p] as number) * (b.norms[q] as number));
        }
      }
    }
  }
}

/** A bag by term. */
interface Laid {
  bag: Bag;
  /** Rarities of its terms, 0 elsewhere. */
  readonly weights: Float64Array;
  /** Where its terms stand among its ids. */
  readonly places: Int32Array;
}

const laidOut = (size: number): Laid => ({
  bag: { ids: new Int32Array(0), mass: 0, norm: 0 },
  weights: new Float64Array(size),
  places: new Int32Array(size),
});

const lowestBit = (mask: number): number => 31 - Math.clz32(mask & -mask);
