import type { PolicyDocument } from "../../text/model.ts";
import { unfit } from "../../text/review/entries.ts";
import type { TargetRequest } from "../../text/review/request.ts";
import {
  keyOfTarget,
  newTargetFile,
  type PlaceOrder,
  targetDecisionsIn,
  targetShape,
  withTargetDecision,
} from "../../text/review/targets.ts";
import { allClauses } from "../../text/structure/outline.ts";
import { readTargets } from "../../text/targets/edition.ts";
import type { Change } from "./files.ts";
import { saidOf } from "./pairs.ts";

export const targetsFile = (document: string): string => `content/targets/${document}.yaml`;

/** In reading order. */
function orderIn(document: PolicyDocument): PlaceOrder {
  const clauses = new Map(allClauses(document).map(({ eId, text }, i) => [eId, { i, text }]));
  return ({ eId, quote }) => {
    const clause = clauses.get(eId);
    return [clause?.i ?? -1, clause?.text.indexOf(quote) ?? -1];
  };
}

/** How a decision changes the text of a file, with what it leaves checked against the documents. */
export function targetChange(
  request: TargetRequest,
  document: PolicyDocument,
  corpus: readonly PolicyDocument[],
): Change {
  const order = orderIn(document);
  return (before) => {
    const text = before ?? newTargetFile(document.meta.id);
    const problem = unfit(text, targetShape(order));
    if (problem !== null) return { text: null, problem };
    const after = withTargetDecision(text, request, request.decision, order);
    const { faults } = readTargets(after, corpus);
    if (faults.length === 0) return { text: after, problem: null };
    const was = before === null ? [] : readTargets(before, corpus).faults;
    const said =
      was.length > 0 ? `文件里原有错误，改正后再判：${saidOf(text, was)}` : `没有写入：${saidOf(after, faults)}`;
    return { text: null, problem: said };
  };
}

export function formerTarget(request: TargetRequest, before: string | null): TargetRequest {
  const said = before === null ? undefined : targetDecisionsIn(before).get(keyOfTarget(request));
  return { ...request, decision: said ?? { kind: "open" } };
}
