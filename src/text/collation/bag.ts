/** A weighted set of terms. `ids` ascend and are unique. */
export interface Bag {
  readonly ids: Int32Array;
  readonly weights: Float64Array;
  /** Euclidean length of the weights. */
  readonly norm: number;
  /** Sum of the weights. */
  readonly mass: number;
}

/** How rare each term is among the statements of the corpus. */
export class Lexicon {
  readonly #ids = new Map<string, number>();
  readonly #counts: number[] = [];
  #statements = 0;

  /** Counts a statement's terms; the same term is counted once. */
  add(terms: readonly string[]): void {
    this.#statements++;
    for (const term of new Set(terms)) {
      const id = this.#ids.get(term) ?? this.#ids.size;
      this.#ids.set(term, id);
      this.#counts[id] = (this.#counts[id] ?? 0) + 1;
    }
  }

  get size(): number {
    return this.#ids.size;
  }

  /** Inverse document frequency, smoothed so that no term weighs nothing. */
  #rarity(id: number): number {
    return Math.log((this.#statements + 1) / ((this.#counts[id] ?? 0) + 1)) + 0.1;
  }

  /** Terms that were never counted are left out. A repeated term weighs 1 + ln(its count) times its rarity. */
  bag(terms: readonly string[]): Bag {
    const counts = new Map<number, number>();
    for (const term of terms) {
      const id = this.#ids.get(term);
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const ids = Int32Array.from(counts.keys()).sort();
    const weights = Float64Array.from(ids, (id) => this.#rarity(id) * (1 + Math.log(counts.get(id) ?? 1)));
    const norm = Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0));
    return { ids, weights, norm, mass: weights.reduce((sum, w) => sum + w, 0) };
  }
}

/** What two bags have in common. */
export interface Overlap {
  /** 0–1: the angle between them. */
  readonly cosine: number;
  /** Sum of the smaller weights of the terms in both. */
  readonly mass: number;
  /** The largest weight of a term in both. */
  readonly rarest: number;
  readonly count: number;
}

export function overlap(a: Bag, b: Bag): Overlap {
  let [i, j, dot, mass, rarest, count] = [0, 0, 0, 0, 0, 0];
  while (i < a.ids.length && j < b.ids.length) {
    const step = (a.ids[i] as number) - (b.ids[j] as number);
    if (step === 0) {
      const [u, v] = [a.weights[i] as number, b.weights[j] as number];
      dot += u * v;
      mass += Math.min(u, v);
      rarest = Math.max(rarest, Math.min(u, v));
      count++;
    }
    if (step <= 0) i++;
    if (step >= 0) j++;
  }
  const cosine = dot === 0 ? 0 : dot / (a.norm * b.norm);
  return { cosine, mass, rarest, count };
}
