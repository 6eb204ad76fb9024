import type { Row } from "../text/collation/rows.ts";
import { compare } from "../text/diff/compare.ts";
import type { Alignment, PolicyDocument, Relation } from "../text/model.ts";
import { rowId } from "./comparison.ts";
import { type Mark, marksOn, type Side } from "./marks.ts";
import type { Place } from "./places.ts";
import { byStrength, originName } from "./relations.ts";

/** Two documents laid side by side, as far as this room needs to know. */
export interface Laid {
  readonly from: PolicyDocument;
  readonly to: PolicyDocument;
  readonly rows: readonly Row[];
  readonly places: Readonly<Record<Side, ReadonlyMap<string, Place>>>;
}

/** A clause of another document that a clause goes with. */
export interface Kin {
  readonly eId: string;
  readonly place: Place;
  readonly relation: Relation;
  readonly origin: Alignment["origin"];
  readonly originName: string;
  /** Its own text, marked where it differs. */
  readonly marks: readonly Mark[];
  /** The row of the comparison. */
  readonly row: string;
}

/** All kin of a clause in one document, the closest first. */
export interface Family {
  /** On which side of the clause the other document stands: `from` is earlier. */
  readonly side: Side;
  readonly document: string;
  readonly kin: readonly Kin[];
}

export interface Kinship {
  readonly families: readonly Family[];
  /** Earlier documents were compared and none has it. */
  readonly isNew: boolean;
  /** Later documents were compared and none has it. */
  readonly isDropped: boolean;
}

type Pair = Extract<Row, { kind: "pair" }>;

const isPair = (row: Row): row is Pair => row.kind === "pair";

function kinOf({ from, to, alignment }: Pair, side: Side, places: Laid["places"]): Kin {
  const { clause } = side === "from" ? from : to;
  const place = places[side].get(clause.eId);
  if (place === undefined) throw new Error(`no place for ${clause.eId}`);
  return {
    eId: clause.eId,
    place,
    relation: alignment.relation,
    origin: alignment.origin,
    originName: originName(alignment),
    marks: marksOn(side, clause.text, compare(from.clause.text, to.clause.text)),
    row: rowId(from.clause.eId, to.clause.eId),
  };
}

/** The kin of each clause of `id` in one other document, by eId; null for a clause that nothing is said of. */
function families(laid: Laid, id: string): ReadonlyMap<string, Family | null> {
  const own: Side = laid.to.meta.id === id ? "to" : "from";
  const side: Side = own === "to" ? "from" : "to";
  const found = new Map<string, Family | null>();
  for (const row of laid.rows) {
    if (row.kind === "new" && own === "to" && !row.aside) found.set(row.to.clause.eId, null);
    if (row.kind === "dropped" && own === "from" && !row.aside) found.set(row.from.clause.eId, null);
  }
  const pairs = laid.rows.filter(isPair).sort((a, b) => byStrength(a.alignment, b.alignment));
  for (const pair of pairs) {
    const { eId } = pair[own].clause;
    const kin = [...(found.get(eId)?.kin ?? []), kinOf(pair, side, laid.places)];
    found.set(eId, { side, document: laid[side].meta.id, kin });
  }
  return found;
}

/** Whom each clause of a document goes with in all the others, earlier documents first. */
export function kinships(id: string, laid: readonly Laid[]): ReadonlyMap<string, Kinship> {
  const mine = laid.filter(({ from, to }) => from.meta.id === id || to.meta.id === id);
  const found = new Map<string, { families: Family[]; asked: Set<Side> }>();
  for (const one of mine) {
    const asked: Side = one.to.meta.id === id ? "from" : "to";
    for (const [eId, family] of families(one, id)) {
      const known = found.get(eId) ?? { families: [], asked: new Set<Side>() };
      known.asked.add(asked);
      if (family !== null) known.families.push(family);
      found.set(eId, known);
    }
  }
  return new Map(
    [...found].map(([eId, { families, asked }]) => {
      const lacks = (side: Side): boolean => asked.has(side) && families.every((family) => family.side !== side);
      return [eId, { families, isNew: lacks("from"), isDropped: lacks("to") }];
    }),
  );
}

/** How many clauses have someone before them, and how many have someone after them. */
export function countKinships(all: ReadonlyMap<string, Kinship>) {
  const list = [...all.values()];
  const having = (side: Side): number =>
    list.filter(({ families }) => families.some((family) => family.side === side)).length;
  return {
    clauses: list.length,
    inherited: having("from"),
    isNew: list.filter(({ isNew }) => isNew).length,
    carriedOn: having("to"),
    isDropped: list.filter(({ isDropped }) => isDropped).length,
  };
}
