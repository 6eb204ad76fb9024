import { cluesOf } from "./clues.ts";
import { type Alike, NONE_ALIKE } from "./fold.ts";
import { type Hit, type HitOf, hitsOf } from "./hit.ts";
import type { Found, Lookup } from "./lookup.ts";
import { type Near, nearOf } from "./near.ts";
import type { Query } from "./query.ts";
import type { RecordText, SearchTable } from "./record.ts";
import { spreadOf } from "./spread.ts";

/** What a search has at hand, wherever it runs. */
export interface Sources {
  readonly table: SearchTable;
  readonly alike: Alike;
  readonly lookup: Lookup;
  /** The texts of the records of a document, by its place in the order of the corpus. */
  readonly texts: (document: number) => Promise<readonly RecordText[]>;
}

/** The records that all terms found; in a heading only if all are. */
function shared(lists: readonly (readonly Found[])[]): ReadonlyMap<number, boolean> {
  const [first = [], ...others] = lists;
  const rest = others.map((list) => new Map(list.map(({ record, inHeading }) => [record, inHeading])));
  return new Map(
    first
      .filter(({ record }) => rest.every((list) => list.has(record)))
      .map(({ record, inHeading }) => [record, inHeading && rest.every((list) => list.get(record))]),
  );
}

/** So many hits have their texts read to see how close the terms stand; in a large corpus the others follow by date. */
const READ = 300;

async function closeness(hits: readonly Hit[], terms: readonly string[], { texts, alike }: Sources) {
  const read = hits.toSorted((a, b) => b.document - a.document).slice(0, READ);
  const spreads = read.map(async (hit) => {
    const text = (await texts(hit.document))[hit.index];
    return [hit.record, text === undefined ? 0 : spreadOf(text.lines, terms, alike)] as const;
  });
  const known = new Map(await Promise.all(spreads));
  return hits.map((hit) => ({ ...hit, spread: known.get(hit.record) ?? Number.POSITIVE_INFINITY }));
}

/** Every record that holds all terms of a query, in the order of the corpus. */
export async function hitsFor({ terms }: Query, sources: Sources): Promise<readonly Hit[]> {
  if (terms.length === 0) return [];
  const hitOf: HitOf = hitsOf(sources.table);
  const found = shared(await Promise.all(terms.map(sources.lookup)));
  const hits = [...found].flatMap(([record, inHeading]) => hitOf(record, inHeading) ?? []);
  return terms.length === 1 ? hits : closeness(hits, terms, sources);
}

export interface NearHit extends Hit {
  readonly clues: Near["clues"];
}

/** Records that are no hits but hold some of the words, or words for the same; the best first. */
export async function nearFor(
  query: Query,
  hits: readonly Hit[],
  { table, alike = NONE_ALIKE, lookup }: Sources,
  most: number,
): Promise<readonly NearHit[]> {
  const hitOf = hitsOf(table);
  const records = table.documents.reduce((sum, { facts }) => sum + facts.length, 0);
  const near = await nearOf(cluesOf(query, table, alike), lookup, records, new Set(hits.map(({ record }) => record)));
  return near.slice(0, most).flatMap(({ record, clues }) => {
    const hit = hitOf(record, false);
    return hit === null ? [] : [{ ...hit, clues }];
  });
}
