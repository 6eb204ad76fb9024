import { readEdition } from "../../text/collation/edition.ts";
import type { PolicyDocument } from "../../text/model.ts";
import { placeOf } from "../../text/problems/problem.ts";
import type { YamlFault } from "../../text/problems/yaml.ts";
import { unfit } from "../../text/review/entries.ts";
import {
  decisionsIn,
  newPairFile,
  type PairDecision,
  type Positions,
  pairShape,
  withDecision,
} from "../../text/review/pairs.ts";
import type { PairsRequest } from "../../text/review/request.ts";
import { allClauses } from "../../text/structure/outline.ts";
import type { Change, Made } from "./files.ts";

export const positionsIn = (document: PolicyDocument): ReadonlyMap<string, number> =>
  new Map(allClauses(document).map(({ eId }, i) => [eId, i]));

export const alignmentsFile = (from: string, to: string): string => `content/alignments/${from}--${to}.yaml`;

/** Faults with their lines, for a person who has the file before them. */
export function saidOf(text: string, faults: readonly YamlFault[]): string {
  return faults.map(({ offset, message }) => `第 ${placeOf(text, offset).line} 行：${message}`).join("；");
}

/** The text if it says nothing wrong of the documents. */
function checked(text: string, before: string | null, corpus: readonly PolicyDocument[]): Made {
  const { faults } = readEdition(text, corpus);
  if (faults.length === 0) return { text, problem: null };
  const was = before === null ? [] : readEdition(before, corpus).faults;
  const problem =
    was.length > 0 && before !== null
      ? `文件里原有错误，改正后再判：${saidOf(before, was)}`
      : `没有写入：${saidOf(text, faults)}`;
  return { text: null, problem };
}

/** How decisions change the text of a file, with what they leave checked against the documents. */
export function pairsChange(
  { from, to, decisions }: PairsRequest,
  corpus: readonly PolicyDocument[],
  positions: Positions,
): Change {
  return (before) => {
    const text = before ?? newPairFile(from, to);
    const problem = unfit(text, pairShape(positions));
    if (problem !== null) return { text: null, problem };
    const after = decisions.reduce((now, one) => withDecision(now, one, one.decision, positions), text);
    return checked(after, before, corpus);
  };
}

/** The decisions on the same pairs that stood there before: what undoing them leaves. */
export function formerDecisions(request: PairsRequest, before: string | null): PairsRequest {
  const said = before === null ? [] : decisionsIn(before);
  const former = ({ from, to }: { from: string; to: string }): PairDecision =>
    said.find((one) => one.from === from && one.to === to)?.decision ?? { kind: "open" };
  return { ...request, decisions: request.decisions.map((one) => ({ ...one, decision: former(one) })) };
}
