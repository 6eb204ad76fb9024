import type { Row } from "../text/collation/rows.ts";
import type { Relation } from "../text/model.ts";
import { RELATIONS } from "./relations.ts";

/** Two documents by their places in date order, from 0, and the rows that lay them side by side. */
export interface Compared {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly Row[];
}

/** How many clauses go with another document in which way. */
export type Parts = Readonly<Record<Relation, number>>;

/** What went from one document into a later one. A clause counts once on either side, with its closest partner. */
export interface Ribbon {
  readonly from: number;
  readonly to: number;
  /** Clauses of the earlier document. */
  readonly leaving: Parts;
  /** Clauses of the later document. */
  readonly arriving: Parts;
}

/** A document: clauses that count, those that no earlier document has, and those that no later one takes up. */
export interface Stock {
  readonly clauses: number;
  readonly fresh: number;
  readonly dropped: number;
}

export interface Flow {
  readonly stocks: readonly Stock[];
  /** By the later document, then by the earlier. */
  readonly ribbons: readonly Ribbon[];
}

type Side = "from" | "to";

interface Partner {
  readonly document: number;
  readonly relation: Relation;
}

const OTHER = { from: "to", to: "from" } as const;

/** The clauses of a side that count: all that have a partner, and of the others those that state policy. */
function counted(rows: readonly Row[], side: Side): string[] {
  return rows.flatMap((row) => {
    if (row.kind === "pair") return [row[side].clause.eId];
    if (row.aside) return [];
    if (row.kind === "new") return side === "to" ? [row.to.clause.eId] : [];
    return side === "from" ? [row.from.clause.eId] : [];
  });
}

/** The stronger relation is closer, and of equals the document that is nearer in date order. */
function closer(a: Partner, b: Partner, position: number): boolean {
  const by = RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation);
  return by !== 0 ? by < 0 : Math.abs(a.document - position) < Math.abs(b.document - position);
}

/** With whom each clause of a document goes, on the side of earlier (`to`) or later (`from`) documents. */
function closest(compared: readonly Compared[], position: number, side: Side): ReadonlyMap<string, Partner> {
  const best = new Map<string, Partner>();
  for (const one of compared.filter((pair) => pair[side] === position))
    for (const row of one.rows) {
      if (row.kind !== "pair") continue;
      const partner = { document: one[OTHER[side]], relation: row.alignment.relation };
      const known = best.get(row[side].clause.eId);
      if (known === undefined || closer(partner, known, position)) best.set(row[side].clause.eId, partner);
    }
  return best;
}

function partsWith(partners: ReadonlyMap<string, Partner> | undefined, document: number): Parts {
  const found = [...(partners?.values() ?? [])].filter((partner) => partner.document === document);
  const of = (relation: Relation): number => found.filter((partner) => partner.relation === relation).length;
  return { verbatim: of("verbatim"), reworded: of("reworded"), related: of("related") };
}

export function sumOf(parts: Parts): number {
  return RELATIONS.reduce((sum, relation) => sum + parts[relation], 0);
}

/**
 * How much text of each document went into each later one. The ribbons that arrive at a document and what is new in it
 * make up its clauses, and so do the ribbons that leave it and what was dropped.
 *
 * @param documents how many there are
 */
export function flowOf(documents: number, compared: readonly Compared[]): Flow {
  const positions = Array.from({ length: documents }, (_, i) => i);
  const origins = positions.map((i) => closest(compared, i, "to"));
  const heirs = positions.map((i) => closest(compared, i, "from"));
  const stocks = positions.map((i): Stock => {
    const sides = compared.flatMap(({ from, to, rows }) => [
      ...(from === i ? counted(rows, "from") : []),
      ...(to === i ? counted(rows, "to") : []),
    ]);
    const clauses = new Set(sides).size;
    return { clauses, fresh: clauses - (origins[i]?.size ?? 0), dropped: clauses - (heirs[i]?.size ?? 0) };
  });
  const ribbons = positions.flatMap((to) =>
    positions.slice(0, to).map((from): Ribbon => {
      return { from, to, leaving: partsWith(heirs[from], to), arriving: partsWith(origins[to], from) };
    }),
  );
  return { stocks, ribbons: ribbons.filter(({ leaving, arriving }) => sumOf(leaving) + sumOf(arriving) > 0) };
}
