import type { Prepared, PreparedDocument } from "./prepare.ts";

/** Indices of two statements that are worth a closer look. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
}

/** How many candidates a statement has on the other side. */
const NEAREST = 5;

/** Below this cosine of bigrams one reviewed pair in sixty is found, and a third of all candidates. */
const LEAST_LIKENESS = 0.05;

/** Where each bigram stands: `places[starts[id]] … places[starts[id + 1] - 1]` are statements. */
interface Postings {
  readonly starts: Int32Array;
  readonly places: Int32Array;
}

function postings({ statements, lexicons }: PreparedDocument): Postings {
  const { size } = lexicons.bigrams;
  const starts = new Int32Array(size + 1);
  for (const { bigrams } of statements) for (const id of bigrams.ids) starts[id + 1] = (starts[id + 1] as number) + 1;
  for (let id = 0; id < size; id++) starts[id + 1] = (starts[id + 1] as number) + (starts[id] as number);
  const fill = starts.slice();
  const places = new Int32Array(starts[size] as number);
  statements.forEach(({ bigrams }, place) => {
    for (const id of bigrams.ids) {
      const at = fill[id] as number;
      fill[id] = at + 1;
      places[at] = place;
    }
  });
  return { starts, places };
}

/** The places with the largest sums, by one pass that keeps the best so far in order. */
function mostOf(places: readonly number[], sums: Float64Array): number[] {
  const best: number[] = [];
  for (const place of places) {
    const sum = sums[place] as number;
    if (sum < LEAST_LIKENESS) continue;
    if (best.length === NEAREST && sum <= (sums[best[NEAREST - 1] as number] as number)) continue;
    let at = best.length;
    while (at > 0 && (sums[best[at - 1] as number] as number) < sum) at--;
    best.splice(at, 0, place);
    if (best.length > NEAREST) best.pop();
  }
  return best;
}

/** Bigrams that are less rare tell next to nothing and stand nearly everywhere. */
const LEAST_RARITY = 0.25;

/** The statements nearest to one by the cosine of bigrams, found by walking only the postings of its own bigrams. */
function nearest(one: Prepared, others: PreparedDocument, { starts, places }: Postings, sums: Float64Array): number[] {
  const { rarity } = others.lexicons.bigrams;
  const touched: number[] = [];
  for (const id of one.bigrams.ids) {
    if ((rarity[id] as number) < LEAST_RARITY) continue;
    const weight = (rarity[id] as number) ** 2;
    for (let at = starts[id] as number; at < (starts[id + 1] as number); at++) {
      const place = places[at] as number;
      if (sums[place] === 0) touched.push(place);
      sums[place] = (sums[place] as number) + weight;
    }
  }
  for (const place of touched)
    sums[place] = (sums[place] as number) / (one.bigrams.norm * (others.statements[place]?.bigrams.norm as number));
  const best = mostOf(touched, sums);
  for (const place of touched) sums[place] = 0;
  return best;
}

/**
 * The pairs of two documents that share enough bigrams to be compared: for every statement of either the nearest of the
 * other. The cost grows with the text, not with the product of the statements.
 */
export function candidates(a: PreparedDocument, b: PreparedDocument): Candidate[] {
  const [inA, inB] = [postings(a), postings(b)];
  const chosen = new Set<number>();
  const width = b.statements.length;
  const sumsB = new Float64Array(width);
  a.statements.forEach((statement, i) => {
    for (const j of nearest(statement, b, inB, sumsB)) chosen.add(i * width + j);
  });
  const sumsA = new Float64Array(a.statements.length);
  b.statements.forEach((statement, j) => {
    for (const i of nearest(statement, a, inA, sumsA)) chosen.add(i * width + j);
  });
  return Array.from(chosen)
    .sort((x, y) => x - y)
    .map((key) => ({ a: Math.floor(key / width), b: key % width }));
}
