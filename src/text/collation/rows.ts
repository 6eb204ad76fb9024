import type { Alignment, PolicyDocument, Relation } from "../model.ts";
import { asides } from "./aside.ts";
import { everyStatement, type Statement } from "./statement.ts";

/** One line of two documents laid side by side: a pair, or a clause alone. */
export type Row =
  | {
      readonly kind: "pair";
      readonly from: Statement;
      readonly to: Statement;
      readonly alignment: Alignment;
      /** The earlier clause stood elsewhere: in another order than the pairs around it. */
      readonly moved: boolean;
    }
  | { readonly kind: "new"; readonly to: Statement; readonly aside: boolean }
  | { readonly kind: "dropped"; readonly from: Statement; readonly aside: boolean };

/**
 * Two documents in the order of the later one. A clause stands once for each partner, and once alone if it has none.
 * An earlier clause without partner follows the last pair of the clause before it, so that it is read where it fell away.
 */
export function rows(from: PolicyDocument, to: PolicyDocument, alignments: readonly Alignment[]): Row[] {
  const [earlier, later] = [everyStatement(from), everyStatement(to)];
  const position = new Map(earlier.map(({ clause }, i) => [clause.eId, i]));
  const partners = new Map<string, Alignment[]>();
  for (const alignment of alignments)
    partners.set(alignment.to.eId, [...(partners.get(alignment.to.eId) ?? []), alignment]);
  const asideTo = asides(to);
  const placed = later.flatMap((statement): Row[] => {
    const own = (partners.get(statement.clause.eId) ?? []).toSorted(
      (x, y) => strength(y) - strength(x) || (position.get(x.from.eId) ?? 0) - (position.get(y.from.eId) ?? 0),
    );
    if (own.length === 0) return [{ kind: "new", to: statement, aside: asideTo.has(statement.clause.eId) }];
    return own.map((alignment): Row => {
      const partner = earlier[position.get(alignment.from.eId) ?? -1];
      if (!partner) throw new Error(`no clause ${alignment.from.eId} in ${from.meta.id}`);
      return { kind: "pair", from: partner, to: statement, alignment, moved: false };
    });
  });
  return insertDropped(markMoved(placed, position), earlier, asides(from));
}

const RANK: Readonly<Record<Relation, number>> = { verbatim: 2, reworded: 1, related: 0 };

/** Orders the partners of a clause: by relation, then by score. */
const strength = ({ relation, score }: Alignment): number => RANK[relation] + score / 2;

/** Only the best partner of a clause can be in its place or out of it; what is not on the longest ascent has moved. */
function markMoved(placed: readonly Row[], position: ReadonlyMap<string, number>): Row[] {
  const at = (row: Row): number => (row.kind === "pair" ? (position.get(row.from.clause.eId) ?? 0) : 0);
  const best = placed.filter((row, i) => row.kind === "pair" && (i === 0 || !sameClause(placed[i - 1] as Row, row)));
  const inPlace = longestAscent(best, at);
  return placed.map((row) => (row.kind === "pair" && best.includes(row) ? { ...row, moved: !inPlace.has(row) } : row));
}

const sameClause = (a: Row, b: Row): boolean =>
  a.kind === "pair" && b.kind === "pair" && a.to.clause.eId === b.to.clause.eId;

/** The longest subsequence whose values do not fall (patience sorting). */
function longestAscent<T>(list: readonly T[], value: (item: T) => number): Set<T> {
  const tails: number[] = [];
  const before: number[] = [];
  list.forEach((item, i) => {
    const v = value(item);
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value(list[tails[middle] as number] as T) <= v) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = i;
  });
  const chosen = new Set<T>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] as number) chosen.add(list[i] as T);
  return chosen;
}

function insertDropped(placed: readonly Row[], earlier: readonly Statement[], aside: ReadonlySet<string>): Row[] {
  const lastRow = new Map<string, number>();
  placed.forEach((row, i) => {
    if (row.kind === "pair") lastRow.set(row.from.clause.eId, i);
  });
  const behind = new Map<number, Row[]>();
  let anchor = -1;
  for (const from of earlier) {
    const row = lastRow.get(from.clause.eId);
    if (row !== undefined) anchor = row;
    else
      behind.set(anchor, [...(behind.get(anchor) ?? []), { kind: "dropped", from, aside: aside.has(from.clause.eId) }]);
  }
  return [...(behind.get(-1) ?? []), ...placed.flatMap((row, i) => [row, ...(behind.get(i) ?? [])])];
}
