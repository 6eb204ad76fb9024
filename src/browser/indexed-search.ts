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

/** What could not be read of the search's files. Where an index is missing, the texts are read through instead. */
export interface Damage {
  readonly index: readonly string[];
  /** Places of documents in the order of the corpus, whose texts are missing. */
  readonly texts: readonly number[];
}

export interface OpenedSearch extends Sources {
  readonly damage: () => Damage;
}

/** The texts of one document; none, and so noted, if their file cannot be read. */
function textsOf({ documents }: IndexedTable, lost: Set<number>): Sources["texts"] {
  return async (document) => {
    try {
      const texts = await searchFile<readonly RecordText[]>(documents[document]?.texts ?? "");
      lost.delete(document);
      return texts;
    } catch {
      lost.add(document);
      return [];
    }
  };
}

async function scanned({ documents, alike }: IndexedTable, texts: Sources["texts"]): Promise<Lookup> {
  if (documents.length > MOST_SCANNED) throw new Error("too many documents to read through");
  const read = documents.map(async ({ facts }, i) => {
    const records = await texts(i);
    // Records keep their numbers, even where nothing of them could be read.
    return { records: facts.map((_, k) => records[k] ?? { lines: [], heading: 0 }) };
  });
  return scan(await Promise.all(read), new Map(alike));
}

/** Asks the index, and, should that fail, reads through the texts from then on. */
function withFallback(table: IndexedTable, texts: Sources["texts"]): Lookup {
  let rest: Promise<Lookup> | null = null;
  const index = indexed(table);
  return async (term) => {
    if (rest === null) {
      try {
        return await index(term);
      } catch {
        rest ??= scanned(table, texts);
      }
    }
    return (await rest)(term);
  };
}

/** Pagefind's reader begins to load before anyone waits for it, so that nobody hears of it when it fails. */
function hearPagefind(): void {
  addEventListener("unhandledrejection", (event) => {
    if (missed.length > 0 && /pagefind/i.test(String(event.reason))) event.preventDefault();
  });
}

/** Opens the search of the built site. Rejects if its table cannot be read. */
export async function openIndexed(name: string): Promise<OpenedSearch> {
  const table = await searchFile<IndexedTable>(name);
  hearPagefind();
  await pagefind.options({ noWorker: true, basePath: "https://search.invalid/" });
  const lost = new Set<number>();
  const texts = textsOf(table, lost);
  return {
    table,
    alike: new Map(table.alike),
    texts,
    lookup: withFallback(table, texts),
    damage: () => ({ index: [...new Set(missed)], texts: [...lost] }),
  };
}
