import type { Row } from "../text/collation/rows.ts";
import type { Statement } from "../text/collation/statement.ts";
import { compare } from "../text/diff/compare.ts";
import type { Alignment } from "../text/model.ts";
import { type Mark, marksOn, unmarked } from "./marks.ts";
import type { Place, Title } from "./places.ts";
import { originName, type Standing } from "./relations.ts";

/** One clause in a row. */
export interface Cell {
  readonly eId: string;
  readonly place: Place;
  readonly marks: readonly Mark[];
  /** The id of the row where the clause stood before, and whether that is the one above it in its column. */
  readonly again: { readonly row: string; readonly above: boolean } | null;
}

/** A row as a page shows it. */
export interface Line {
  readonly id: string;
  /** Null for text that states no policy: it is shown and not judged. */
  readonly standing: Standing | null;
  readonly from: Cell | null;
  readonly to: Cell | null;
  readonly origin: Alignment["origin"] | null;
  readonly originName: string | null;
  readonly moved: boolean;
  readonly note: string | null;
}

/** A line, or many clauses one after another that fell away, with how many of them count. */
export type Block =
  | { readonly run: false; readonly line: Line }
  | { readonly run: true; readonly lines: readonly Line[]; readonly dropped: number };

export interface Stretch {
  /** The part of the later document, or null for what stands right under its section. */
  readonly part: Title | null;
  readonly blocks: readonly Block[];
}

export interface Section {
  readonly section: Title;
  readonly stretches: readonly Stretch[];
}

export interface Places {
  readonly from: ReadonlyMap<string, Place>;
  readonly to: ReadonlyMap<string, Place>;
}

/** From as many clauses on that fell away one after another, they are put together. */
const RUN = 4;

/** `<from eId>--<to eId>`; a clause alone leaves its other side empty. */
export function rowId(from: string | null, to: string | null): string {
  return `${from ?? ""}--${to ?? ""}`;
}

/** Remembers, for one column, in which row a clause stood first and which clause stands last. */
function column(places: ReadonlyMap<string, Place>) {
  const first = new Map<string, string>();
  let last = "";
  return ({ clause }: Statement, marks: readonly Mark[], row: string): Cell => {
    const { eId } = clause;
    const place = places.get(eId);
    if (place === undefined) throw new Error(`no place for ${eId}`);
    const before = first.get(eId);
    const again = before === undefined ? null : { row: before, above: last === eId };
    first.set(eId, before ?? row);
    last = eId;
    return { eId, place, marks, again };
  };
}

const ALONE = { origin: null, originName: null, moved: false, note: null } as const;

export function linesOf(rows: readonly Row[], places: Places): readonly Line[] {
  const left = column(places.from);
  const right = column(places.to);
  return rows.map((row): Line => {
    if (row.kind !== "pair") {
      const standing = row.aside ? null : row.kind;
      if (row.kind === "new") {
        const id = rowId(null, row.to.clause.eId);
        return { id, standing, from: null, to: right(row.to, unmarked(row.to.clause.text), id), ...ALONE };
      }
      const id = rowId(row.from.clause.eId, null);
      return { id, standing, from: left(row.from, unmarked(row.from.clause.text), id), to: null, ...ALONE };
    }
    const { from, to, alignment, moved } = row;
    const id = rowId(from.clause.eId, to.clause.eId);
    const changes = compare(from.clause.text, to.clause.text);
    return {
      id,
      standing: alignment.relation,
      from: left(from, marksOn("from", from.clause.text, changes), id),
      to: right(to, marksOn("to", to.clause.text, changes), id),
      origin: alignment.origin,
      originName: originName(alignment),
      moved,
      note: alignment.note,
    };
  });
}

function blocksOf(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const next = lines.findIndex((line, i) => i >= at && line.to !== null);
    const end = next < 0 ? lines.length : next;
    const run = lines.slice(at, end);
    const dropped = run.filter(({ standing }) => standing !== null).length;
    if (dropped >= RUN) blocks.push({ run: true, lines: run, dropped });
    else blocks.push(...run.map((line) => ({ run: false, line }) as const));
    const line = lines[end];
    if (line !== undefined) blocks.push({ run: false, line });
    at = end + 1;
  }
  return blocks;
}

/** Neighbours that share a key. */
function runsBy<T>(list: readonly T[], key: (item: T) => string): T[][] {
  const runs: T[][] = [];
  for (const item of list) {
    const run = runs.at(-1);
    const head = run?.[0];
    if (run !== undefined && head !== undefined && key(head) === key(item)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** Lines under the headings of the later document; an earlier clause that fell away stays with the line before it. */
export function sectionsOf(lines: readonly Line[]): readonly Section[] {
  let here = lines.find(({ to }) => to !== null)?.to?.place;
  const placed = lines.flatMap((line) => {
    here = line.to?.place ?? here;
    return here === undefined ? [] : [{ line, section: here.section, part: here.part }];
  });
  return runsBy(placed, ({ section }) => section.eId).map((inSection) => ({
    section: inSection[0]?.section ?? { eId: "", title: "" },
    stretches: runsBy(inSection, ({ part }) => part?.eId ?? "").map((inPart) => ({
      part: inPart[0]?.part ?? null,
      blocks: blocksOf(inPart.map(({ line }) => line)),
    })),
  }));
}

/** How many rows are what, for the filters. */
export function countLines(lines: readonly Line[]) {
  const judged = lines.filter(({ standing }) => standing !== null);
  const origins = (origin: Alignment["origin"]): number => lines.filter((line) => line.origin === origin).length;
  return {
    rows: judged.length,
    standing: (standing: Standing): number => judged.filter((line) => line.standing === standing).length,
    reviewed: origins("reviewed"),
    auto: origins("auto"),
    moved: lines.filter(({ moved }) => moved).length,
    noted: lines.filter(({ note }) => note !== null).length,
  };
}
