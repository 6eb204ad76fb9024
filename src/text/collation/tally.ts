import type { Relation } from "../model.ts";
import type { Row } from "./rows.ts";

/** How many clauses of a document have which relation as their best, asides left out. */
export interface Tally {
  readonly verbatim: number;
  readonly reworded: number;
  readonly related: number;
  /** Without any partner: new in the later document, dropped from the earlier. */
  readonly alone: number;
  readonly clauses: number;
}

export interface Tallies {
  readonly from: Tally;
  readonly to: Tally;
  readonly pairs: Readonly<Record<Relation, number>>;
  readonly reviewed: number;
  readonly moved: number;
}

const ORDER: readonly Relation[] = ["verbatim", "reworded", "related"];

function tally(rows: readonly Row[], side: "from" | "to"): Tally {
  const best = new Map<string, Relation | "alone">();
  for (const row of rows) {
    if (row.kind !== "pair") {
      if (!row.aside && (side === "to") === (row.kind === "new")) best.set(eIdOf(row, side), "alone");
      continue;
    }
    const known = best.get(eIdOf(row, side)) as Relation | undefined;
    const { relation } = row.alignment;
    if (known === undefined || ORDER.indexOf(relation) < ORDER.indexOf(known)) best.set(eIdOf(row, side), relation);
  }
  const count = (wanted: Relation | "alone"): number => [...best.values()].filter((found) => found === wanted).length;
  return {
    verbatim: count("verbatim"),
    reworded: count("reworded"),
    related: count("related"),
    alone: count("alone"),
    clauses: best.size,
  };
}

function eIdOf(row: Row, side: "from" | "to"): string {
  if (row.kind === "pair") return row[side].clause.eId;
  return row.kind === "new" ? row.to.clause.eId : row.from.clause.eId;
}

/** What a comparison amounts to. */
export function tallies(rows: readonly Row[]): Tallies {
  const pairs = rows.flatMap((row) => (row.kind === "pair" ? [row] : []));
  const ofRelation = (relation: Relation): number => pairs.filter((row) => row.alignment.relation === relation).length;
  return {
    from: tally(rows, "from"),
    to: tally(rows, "to"),
    pairs: { verbatim: ofRelation("verbatim"), reworded: ofRelation("reworded"), related: ofRelation("related") },
    reviewed: pairs.filter((row) => row.alignment.origin === "reviewed").length,
    moved: pairs.filter((row) => row.moved).length,
  };
}
