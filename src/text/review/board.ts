import { diffLines } from "diff";
import type { Alignment, ClauseRef, Relation, Target } from "../model.ts";
import type { ClausePair, PairDecision } from "./pairs.ts";
import type { TargetDecision, TargetPlace } from "./targets.ts";

/** What an editor is shown to judge. */

export interface BoardClause {
  readonly eId: string;
  readonly text: string;
  /** 三（二）1 and the nearest heading. */
  readonly number: string;
  readonly heading: string;
}

export interface BoardDocument {
  readonly id: string;
  readonly name: string;
  /** As a CSS value. */
  readonly colour: string;
  readonly clauses: readonly BoardClause[];
}

/** Two clauses that the machine proposes, or that an editor has judged. */
export interface BoardPair {
  readonly from: ClauseRef;
  readonly to: ClauseRef;
  /** Null where the machine has not proposed it. */
  readonly score: number | null;
  readonly relation: Relation;
  readonly reasons: readonly string[];
  readonly decision: PairDecision;
}

export interface PairBoard {
  readonly document: string;
  readonly documents: readonly BoardDocument[];
  /** The surest first. */
  readonly pairs: readonly BoardPair[];
}

/** The words that the machine read targets from, with those. */
export interface BoardTarget extends TargetPlace {
  readonly targets: readonly Target[];
  readonly decision: TargetDecision;
}

export interface TargetBoard {
  readonly document: BoardDocument;
  readonly targets: readonly BoardTarget[];
}

/** What became of a decision. */
export interface Written {
  readonly file: string;
  /** By which it is undone. */
  readonly edit: number;
  readonly added: number;
  readonly removed: number;
  /** Someone else has changed the file since it was last read here; their changes are kept. */
  readonly elsewhere: boolean;
}

const OPEN: PairDecision = { kind: "open" };

/** The pairs of two documents to judge: those proposed, and those decided that are not among these. */
export function pairsToJudge(
  [from, to]: readonly [string, string],
  proposed: readonly Alignment[],
  decided: readonly (ClausePair & { readonly decision: PairDecision })[],
): readonly BoardPair[] {
  const said = new Map(decided.map((one) => [`${one.from} ${one.to}`, one.decision]));
  const known = new Set(proposed.map((pair) => `${pair.from.eId} ${pair.to.eId}`));
  const own = proposed.map(({ from: a, to: b, score, relation, reasons }): BoardPair => {
    const decision = said.get(`${a.eId} ${b.eId}`) ?? OPEN;
    return { from: a, to: b, score, relation, reasons, decision };
  });
  const others = decided
    .filter((one) => !known.has(`${one.from} ${one.to}`))
    .map((one): BoardPair => {
      const relation = one.decision.kind === "accepted" ? one.decision.relation : "related";
      const [a, b] = [
        { document: from, eId: one.from },
        { document: to, eId: one.to },
      ];
      return { from: a, to: b, score: null, relation, reasons: [], decision: one.decision };
    });
  return [...own, ...others];
}

/** How many lines a change puts in and takes out. */
export function changedLines(before: string, after: string): { readonly added: number; readonly removed: number } {
  let [added, removed] = [0, 0];
  for (const part of diffLines(before, after)) {
    if (part.added) added += part.count;
    if (part.removed) removed += part.count;
  }
  return { added, removed };
}
