import type { Alignment, Relation } from "../model.ts";
import { type Additive, contributions, probability } from "./additive.ts";
import { hopeful, inContext, look } from "./context.ts";
import { FEATURES, type Feature, type Measured, type MeasuredCandidate } from "./features.ts";
import type { Kin } from "./kin.ts";
import type { Prepared, PreparedDocument } from "./prepare.ts";
import { tiles } from "./tiles.ts";

/** What was learned from reviewed pairs. */
export interface Weights {
  /** The same as `restates`, at first look: see `context.ts`. */
  readonly first: Additive;
  /** That the later clause restates or rewords the earlier. */
  readonly restates: Additive;
  /** The same, where editors have read how one of the two documents goes with others. */
  readonly threaded: Additive;
  /** That the two belong together in any way. */
  readonly belongs: Additive;
}

/** A reused run of so many code units makes a pair `verbatim`. */
const VERBATIM = 12;

/** Shorter shared stretches show nothing. */
const EVIDENCE = 4;

/** A clause has at most so many partners in another document. */
const PARTNERS = 3;

/** How many reasons a proposal gives. */
const REASONS = 3;

export interface Scored extends MeasuredCandidate {
  readonly score: number;
  readonly restates: boolean;
  /** The model that found it. */
  readonly by: Additive;
}

/** Whatever else, a proposal is as likely as this: two documents without anything in common have none. */
const LEAST = 0.25;

/**
 * The probability from which on a proposal is made: where the F1 to be expected of two documents is best (Y. Ye et al.,
 * “Optimizing F-measure: a tale of two approaches”, 2012). If p sums up to the pairs that there are, the best k hold
 * hits of `Σ p over k`, and F1 is `2 hits / (k + Σ p)`. So documents that share much are not held to what suits others.
 */
export function leastFor(probabilities: Float64Array): number {
  const sorted = probabilities.toSorted().reverse();
  const wanted = sorted.reduce((sum, p) => sum + p, 0);
  let [hits, best, least] = [0, 0, 1];
  sorted.forEach((p, i) => {
    hits += p;
    const f1 = (2 * hits) / (i + 1 + wanted);
    if (f1 > best) [best, least] = [f1, p];
  });
  return Math.max(LEAST, least);
}

/** The candidates that are likely enough: to restate, or else to belong together. */
function likelyOf(seen: readonly MeasuredCandidate[], strict: Additive, loose: Additive): Scored[] {
  const [restating, belonging] = [strict, loose].map((model) =>
    Float64Array.from(seen, ({ measured }) => probability(model, measured)),
  ) as [Float64Array, Float64Array];
  const [leastStrict, leastLoose] = [leastFor(restating), leastFor(belonging)];
  return seen.flatMap((candidate, i): Scored[] => {
    const [restates, belongs] = [restating[i] as number, belonging[i] as number];
    if (restates >= leastStrict) return [{ ...candidate, score: restates, restates: true, by: strict }];
    return belongs >= leastLoose ? [{ ...candidate, score: belongs, restates: false, by: loose }] : [];
  });
}

/** Best first, as long as both sides have room; what restates goes before what merely belongs. */
export function choose(scored: readonly Scored[]): Scored[] {
  const taken = new Map<string, number>();
  const order = scored.toSorted(
    (x, y) => Number(y.restates) - Number(x.restates) || y.score - x.score || x.a - y.a || x.b - y.b,
  );
  return order.filter(({ a, b }) => {
    const [keyA, keyB] = [`a${a}`, `b${b}`];
    const [inA, inB] = [taken.get(keyA) ?? 0, taken.get(keyB) ?? 0];
    if (inA >= PARTNERS || inB >= PARTNERS) return false;
    taken.set(keyA, inA + 1);
    taken.set(keyB, inB + 1);
    return true;
  });
}

/** The features that spoke most for a pair, the strongest first. */
function reasons(model: Additive, measured: Measured): Feature[] {
  const parts = contributions(model, measured);
  return FEATURES.map((feature, i) => ({ feature, part: parts[i] as number }))
    .filter(({ part }) => part > 0)
    .sort((x, y) => y.part - x.part)
    .slice(0, REASONS)
    .map(({ feature }) => feature);
}

/**
 * The machine's proposal for two documents, `a` issued earlier: in the order of the later one.
 *
 * @param kin what editors read of either document and a third one; null if that is not to be looked at
 */
export function propose(
  a: PreparedDocument,
  b: PreparedDocument,
  weights: Weights,
  kin: Kin | null = null,
): Alignment[] {
  const first = hopeful(look(a, b, weights.first));
  const seen = kin === null ? inContext(a, b, first) : inContext(a, b, first, (candidate) => kin.hear(a, b, candidate));
  const strict = kin === null ? weights.restates : weights.threaded;
  return choose(likelyOf(seen, strict, weights.belongs))
    .toSorted((x, y) => x.b - y.b || y.score - x.score)
    .map((pair) => toAlignment(a, b, pair));
}

function toAlignment(a: PreparedDocument, b: PreparedDocument, pair: Scored): Alignment {
  const [x, y] = [a.statements[pair.a] as Prepared, b.statements[pair.b] as Prepared];
  const evidence = tiles(x.clause.text, y.clause.text, EVIDENCE);
  const reused = evidence.some(({ from }) => from.end - from.start >= VERBATIM);
  const relation: Relation = reused ? "verbatim" : pair.restates ? "reworded" : "related";
  return {
    from: { document: a.id, eId: x.clause.eId },
    to: { document: b.id, eId: y.clause.eId },
    relation,
    score: Number(pair.score.toFixed(3)),
    origin: "auto",
    evidence,
    reasons: reasons(pair.by, pair.measured),
    note: null,
  };
}
