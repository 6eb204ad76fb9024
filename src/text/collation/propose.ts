import type { Alignment, Relation } from "../model.ts";
import { type Additive, contributions, probability } from "./additive.ts";
import { inContext, look } from "./context.ts";
import { FEATURES, type Feature, type Measured, type MeasuredCandidate } from "./features.ts";
import type { Prepared, PreparedDocument } from "./prepare.ts";
import type { Kin } from "./threads.ts";
import { tiles } from "./tiles.ts";

export interface Learned {
  readonly model: Additive;
  /** The least probability that makes a proposal. */
  readonly least: number;
}

/** What was learned from reviewed pairs. */
export interface Weights {
  /** The same as `restates`, at first look: see `context.ts`. */
  readonly first: Additive;
  /** That the later clause restates or rewords the earlier. */
  readonly restates: Learned;
  /** The same, where editors have read how one of the two documents goes with others. */
  readonly threaded: Learned;
  /** That the two belong together in any way. */
  readonly belongs: Learned;
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

function score(candidate: MeasuredCandidate, strict: Learned, loose: Learned): Scored | null {
  const restates = probability(strict.model, candidate.measured);
  if (restates >= strict.least) return { ...candidate, score: restates, restates: true, by: strict.model };
  const belongs = probability(loose.model, candidate.measured);
  return belongs >= loose.least ? { ...candidate, score: belongs, restates: false, by: loose.model } : null;
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
  const first = look(a, b, weights.first);
  const seen = kin === null ? inContext(a, b, first) : inContext(a, b, first, (candidate) => kin.hear(a, b, candidate));
  const strict = kin === null ? weights.restates : weights.threaded;
  const scored = seen.flatMap((candidate) => score(candidate, strict, weights.belongs) ?? []);
  return choose(scored)
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
