import { type Additive, probability } from "./additive.ts";
import { candidates } from "./candidates.ts";
import { inContext, look } from "./context.ts";
import type { Edition } from "./edition.ts";
import { type MeasuredCandidate, measure } from "./features.ts";
import { type Example, fitInTurn } from "./fit.ts";
import type { PreparedDocument } from "./prepare.ts";
import type { Learned, Weights } from "./propose.ts";
import { isRestating, Kin } from "./threads.ts";

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

/** The examples of each two documents. */
type Groups = readonly (readonly Example[])[];

/** The threshold with the best F1 on examples, each of which the model that speaks of it has not seen. */
function bestThreshold(models: readonly Additive[], groups: Groups): number {
  const scored = groups
    .flatMap((group, i) =>
      group.map(({ measured, target }) => ({
        p: probability(models[i] as Additive, measured),
        positive: target === 1,
      })),
    )
    .sort((x, y) => y.p - x.p);
  const all = scored.filter(({ positive }) => positive).length;
  let [hits, best, least] = [0, 0, 1];
  scored.forEach(({ p, positive }, i) => {
    if (positive) hits++;
    const f1 = (2 * hits) / (i + 1 + all);
    if (f1 > best) [best, least] = [f1, p];
  });
  return Number(least.toFixed(3));
}

function learn(groups: Groups): Learned {
  const { model, unseen } = fitInTurn(groups);
  return { model, least: bestThreshold(unseen, groups) };
}

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
    restates: learn(seen.map(({ restates }) => restates)),
    threaded: learn(seen.map(({ threaded }) => threaded)),
    belongs: learn(seen.map(({ belongs }) => belongs)),
  };
}
