import { type Additive, probability } from "./additive.ts";
import { candidates } from "./candidates.ts";
import type { Edition } from "./edition.ts";
import { type Measured, measure } from "./features.ts";
import { type Example, fit } from "./fit.ts";
import type { PreparedDocument } from "./prepare.ts";
import type { Weights } from "./propose.ts";
import { isRestating, Kin } from "./threads.ts";

/** Two measured clauses and what an editor said of them. */
export interface Judged {
  readonly measured: Measured;
  /** Measured as if the earlier, and as if the later document were new and its other pairs not yet read. */
  readonly threaded: readonly [Measured, Measured];
  readonly restates: boolean;
  readonly belongs: boolean;
}

/** Every candidate of every two documents that an editor has read through. */
export function judge(documents: readonly PreparedDocument[], editions: readonly Edition[]): Judged[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const kin = new Kin(documents, editions);
  return editions.flatMap(({ from, to, complete, pairs }) => {
    const [a, b] = [byId.get(from), byId.get(to)];
    if (!complete || !a || !b) return [];
    const { lexicons } = a;
    const relations = new Map(pairs.map((pair) => [`${pair.from.eId} ${pair.to.eId}`, pair.relation]));
    const list = candidates(a, b);
    const ifNew = [
      measure(a, b, list, (x, y) => kin.through(b.id, y, a.id, x, lexicons)),
      measure(a, b, list, (x, y) => kin.through(a.id, x, b.id, y, lexicons)),
    ] as const;
    return measure(a, b, list).map(({ measured, ...candidate }, i): Judged => {
      const [x, y] = [a.statements[candidate.a]?.clause.eId, b.statements[candidate.b]?.clause.eId];
      const relation = relations.get(`${x} ${y}`) ?? null;
      return {
        measured,
        threaded: [ifNew[0][i]?.measured ?? measured, ifNew[1][i]?.measured ?? measured],
        restates: relation !== null && isRestating(relation),
        belongs: relation !== null,
      };
    });
  });
}

/** The threshold with the best F1 on the examples. */
function bestThreshold(model: Additive, examples: readonly Example[]): number {
  const scored = examples
    .map(({ measured, positive }) => ({ p: probability(model, measured), positive }))
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

/** Learns from what editors have judged. */
export function train(judged: readonly Judged[]): Weights {
  const examples = {
    restates: judged.map((pair) => ({ measured: pair.measured, positive: pair.restates })),
    belongs: judged.map((pair) => ({ measured: pair.measured, positive: pair.belongs })),
    threaded: judged.flatMap((pair) => pair.threaded.map((measured) => ({ measured, positive: pair.restates }))),
  };
  const learn = (list: readonly Example[]) => {
    const model = fit(list);
    return { model, least: bestThreshold(model, list) };
  };
  return { restates: learn(examples.restates), belongs: learn(examples.belongs), threaded: learn(examples.threaded) };
}
