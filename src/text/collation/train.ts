import type { Additive } from "./additive.ts";
import { candidates } from "./candidates.ts";
import { inContext, look } from "./context.ts";
import type { Edition } from "./edition.ts";
import { type MeasuredCandidate, measure } from "./features.ts";
import { type Example, fit, fitInTurn } from "./fit.ts";
import { isRestating, Kin } from "./kin.ts";
import type { PreparedDocument } from "./prepare.ts";
import type { Weights } from "./propose.ts";

/** Two documents that an editor has read through, with every candidate and what was said of it. */
export interface Judged {
  readonly a: PreparedDocument;
  readonly b: PreparedDocument;
  readonly list: readonly MeasuredCandidate[];
  readonly verdicts: readonly Verdict[];
}

type Verdict = "restates" | "related" | "apart";

export function judge(documents: readonly PreparedDocument[], editions: readonly Edition[]): Judged[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return editions.flatMap(({ from, to, complete, pairs }): Judged[] => {
    const [a, b] = [byId.get(from), byId.get(to)];
    if (!complete || !a || !b) return [];
    const relations = new Map(pairs.map((pair) => [`${pair.from.eId} ${pair.to.eId}`, pair.relation]));
    const list = measure(a, b, candidates(a, b));
    const verdicts = list.map((candidate): Verdict => {
      const [x, y] = [a.statements[candidate.a]?.clause.eId, b.statements[candidate.b]?.clause.eId];
      const relation = relations.get(`${x} ${y}`);
      if (relation === undefined) return "apart";
      return isRestating(relation) ? "restates" : "related";
    });
    return [{ a, b, list, verdicts }];
  });
}

/**
 * Where two clauses only begin to be related is what readers agree on least, so a related pair is neither a plain
 * example of restating nor one against it.
 */
const RELATED = 0.4;

const strict = (verdict: Verdict): number => (verdict === "restates" ? 1 : verdict === "related" ? RELATED : 0);
const loose = (verdict: Verdict): number => (verdict === "apart" ? 0 : 1);

function examples(list: readonly MeasuredCandidate[], { verdicts }: Judged, target: (verdict: Verdict) => number) {
  return list.map(({ measured }, i): Example => ({ measured, target: target(verdicts[i] as Verdict) }));
}

/** Learns from what editors have judged. */
export function train(documents: readonly PreparedDocument[], editions: readonly Edition[]): Weights {
  const judged = judge(documents, editions);
  // What the second look sees must be as doubtful as it will be of new documents.
  const { model: first, unseen } = fitInTurn(judged.map((pair) => examples(pair.list, pair, strict)));
  const firstOf = (a: string, b: string): Additive =>
    unseen[judged.findIndex((pair) => pair.a.id === a && pair.b.id === b)] ?? first;
  const kin = new Kin(documents, editions, firstOf);
  const seen = judged.map((pair) => {
    const { a, b } = pair;
    const looked = look(a, b, firstOf(a.id, b.id));
    const plain = inContext(a, b, looked);
    // As if the earlier, and as if the later document were new and its other pairs not yet read.
    const ifNew = [
      ...inContext(a, b, looked, (c) => kin.through(b, c.b, a, c.a)),
      ...inContext(a, b, looked, (c) => kin.through(a, c.a, b, c.b)),
    ];
    const twice = { ...pair, verdicts: [...pair.verdicts, ...pair.verdicts] };
    return {
      restates: examples(plain, pair, strict),
      belongs: examples(plain, pair, loose),
      threaded: examples(ifNew, twice, strict),
    };
  });
  return {
    first,
    restates: fit(seen.flatMap(({ restates }) => restates)),
    threaded: fit(seen.flatMap(({ threaded }) => threaded)),
    belongs: fit(seen.flatMap(({ belongs }) => belongs)),
  };
}
