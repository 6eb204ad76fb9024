import type { Additive } from "./additive.ts";
import { probability } from "./additive.ts";
import { candidates } from "./candidates.ts";
import type { Edition } from "./edition.ts";
import { type Measured, measure } from "./features.ts";
import { fit } from "./fit.ts";
import type { PreparedDocument } from "./prepare.ts";
import type { Weights } from "./propose.ts";

/** Two measured clauses and what an editor said of them. */
export interface Judged {
  readonly from: string;
  readonly to: string;
  readonly measured: Measured;
  readonly restates: boolean;
  readonly belongs: boolean;
}

/** Every candidate of every two documents that an editor has read through. */
export function judge(documents: readonly PreparedDocument[], editions: readonly Edition[]): Judged[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return editions.flatMap(({ from, to, complete, pairs }) => {
    const [a, b] = [byId.get(from), byId.get(to)];
    if (!complete || !a || !b) return [];
    const relations = new Map(pairs.map((pair) => [`${pair.from.eId} ${pair.to.eId}`, pair.relation]));
    return measure(a, b, candidates(a, b)).map(({ measured, ...candidate }): Judged => {
      const [x, y] = [a.statements[candidate.a]?.clause.eId, b.statements[candidate.b]?.clause.eId];
      const relation = relations.get(`${x} ${y}`);
      return { from, to, measured, restates: isRestating(relation), belongs: relation !== undefined };
    });
  });
}

export const isRestating = (relation: string | undefined): boolean =>
  relation === "verbatim" || relation === "reworded";

/** The threshold with the best F1 on the examples. */
function bestThreshold(model: Additive, examples: readonly { measured: Measured; positive: boolean }[]): number {
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
  const restates = judged.map((pair) => ({ measured: pair.measured, positive: pair.restates }));
  const belongs = judged.map((pair) => ({ measured: pair.measured, positive: pair.belongs }));
  const models = { restates: fit(restates), belongs: fit(belongs) };
  const least = {
    restates: bestThreshold(models.restates, restates),
    belongs: bestThreshold(models.belongs, belongs),
  };
  return { ...models, least };
}
