import * as pagefind from "pagefind-reader";
import type { Found, Lookup } from "../text/search/lookup.ts";
import { scan } from "../text/search/lookup.ts";
import type { IndexedTable, RecordText } from "../text/search/record.ts";
import type { Sources } from "../text/search/search.ts";
import { phraseOf } from "../text/search/twin.ts";
import { missed, searchFile } from "./search-files.ts";

/** What the index calls a record → the record's number in the corpus, and how much of its twin is its heading. */
type Names = ReadonlyMap<string, { readonly record: number; readonly headed: number }>;

function namesOf({ documents }: IndexedTable): Names {
  const all = documents.flatMap(({ names, headed }) => names.map((name, i) => ({ name, headed: headed[i] ?? 0 })));
  return new Map(all.map(({ name, headed }, record) => [name, { record, headed }]));
}

/** The index finds a phrase of tokens where and only where they stand in a row: see `twin.ts`. */
function indexed(table: IndexedTable): Lookup {
  const names = namesOf(table);
  return async (term) => {
    const { results } = await pagefind.search(`"${phraseOf(term)}"`);
    if (missed.length > 0) throw new Error(missed.join(", "));
    return results.flatMap(({ id, words }): readonly Found[] => {
      const known = names.get(id);
      return known === undefined ? [] : [{ record: known.record, inHeading: (words[0] ?? Infinity) < known.headed }];
    });
  };
}

/** So many documents can be read through where the index does not serve. */
const MOST_SCANNED = 200;

async function scanned({ documents, alike }: IndexedTable): Promise<Lookup> {
  if (documents.length > MOST_SCANNED) throw new Error("too many documents to read through");
  const texts = documents.map(async (document) => ({
    ...document,
    records: await searchFile<readonly RecordText[]>(document.texts),
  }));
  return scan(await Promise.all(texts), new Map(alike));
}

export interface OpenedSearch extends Sources {
  /** Set once the index has failed and the texts are read through instead. */
  readonly damaged: () => string | null;
}

/** Asks the index, and, should that fail, reads through the texts from then on. */
function withFallback(table: IndexedTable): Pick<OpenedSearch, "lookup" | "damaged"> {
  let fault: string | null = null;
  let rest: Promise<Lookup> | null = null;
  const index = indexed(table);
  const lookup: Lookup = async (term) => {
    if (rest === null) {
      try {
        return await index(term);
      } catch (error) {
        fault ??= error instanceof Error ? error.message : String(error);
        rest ??= scanned(table);
      }
    }
    return (await rest)(term);
  };
  return { lookup, damaged: () => fault };
}

/** Opens the search of the built site. Rejects if its table cannot be read. */
export async function openIndexed(name: string): Promise<OpenedSearch> {
  const table = await searchFile<IndexedTable>(name);
  await pagefind.options({ noWorker: true, basePath: "https://search.invalid/" });
  return {
    table,
    alike: new Map(table.alike),
    texts: async (document) => searchFile<readonly RecordText[]>(table.documents[document]?.texts ?? ""),
    ...withFallback(table),
  };
}
