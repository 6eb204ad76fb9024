import type { Row } from "../text/collation/rows.ts";
import { statements } from "../text/collation/statement.ts";
import type { PolicyDocument, Relation } from "../text/model.ts";
import type { Side } from "./marks.ts";
import { RELATIONS } from "./relations.ts";

/** How high a bar stands, of 12: the closer the words, the higher. */
const HEIGHTS: Readonly<Record<Relation, number>> = { verbatim: 12, reworded: 8, related: 4 };

/** A bar for each clause of a document, in its order, as high as the clause is close to one of another document. */
export interface Lane {
  readonly clauses: number;
  /** How many have a counterpart. */
  readonly found: number;
  readonly bars: readonly { readonly relation: Relation; readonly path: string }[];
}

/** The best relation of each clause of one side. */
export function bestRelations(rows: readonly Row[], side: Side): ReadonlyMap<string, Relation> {
  const best = new Map<string, Relation>();
  for (const row of rows) {
    if (row.kind !== "pair") continue;
    const { eId } = row[side].clause;
    const known = best.get(eId);
    const { relation } = row.alignment;
    if (known === undefined || RELATIONS.indexOf(relation) < RELATIONS.indexOf(known)) best.set(eId, relation);
  }
  return best;
}

/** A drawing as wide as the document has clauses, and 12 high. */
export function laneOf(document: PolicyDocument, rows: readonly Row[], side: Side): Lane {
  const best = bestRelations(rows, side);
  const clauses = statements(document).map(({ clause }) => best.get(clause.eId) ?? null);
  const bars = RELATIONS.map((relation) => {
    const height = HEIGHTS[relation];
    const path = clauses
      .map((found, i) => (found === relation ? `M${i + 0.1} ${12 - height}h.8v${height}h-.8z` : ""))
      .join("");
    return { relation, path };
  });
  return {
    clauses: clauses.length,
    found: clauses.filter((relation) => relation !== null).length,
    bars: bars.filter(({ path }) => path !== ""),
  };
}
