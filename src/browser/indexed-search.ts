import { byBeginning } from "../text/search/long-term.ts";
import { type Found, type Lookup, scan } from "../text/search/lookup.ts";
import { type Chunk, chunkWith, inARow, type Posting, readChunk } from "../text/search/postings.ts";
import type { IndexedTable, RecordText } from "../text/search/record.ts";
import type { Sources } from "../text/search/search.ts";
import { tokensOf } from "../text/search/twin.ts";
import { bytesOf, searchFile } from "./search-files.ts";

/** What could not be read of the search's files. Where an index is missing, the texts are read through instead. */
export interface Damage {
  /** Names of files. */
  readonly index: readonly string[];
  /** Places of documents in the order of the corpus, whose texts are missing. */
  readonly texts: readonly number[];
}

export interface OpenedSearch extends Sources {
  readonly damage: () => Damage;
}

/** The files that could not be read so far. */
interface Lost {
  readonly index: Set<string>;
  readonly texts: Set<number>;
}

/** Reads each part of the index once; one that cannot be read is noted, and the next call tries again. */
function partsOf(lost: Lost): (name: string) => Promise<Chunk> {
  const read = new Map<string, Promise<Chunk>>();
  return (name) => {
    const before = read.get(name);
    if (before !== undefined) return before;
    const part = bytesOf(`index/${name}`).then(readChunk);
    read.set(name, part);
    part.catch(() => {
      read.delete(name);
      lost.index.add(`search/index/${name}.js`);
    });
    return part;
  };
}

/** The index finds a row of tokens where and only where the characters of the term stand in a line: see `twin.ts`. */
function indexed({ documents, pages, chunks }: IndexedTable, lost: Lost): Lookup {
  const headed = documents.flatMap((document) => document.headed);
  const part = partsOf(lost);
  const postings = async (token: string): Promise<readonly Posting[]> => {
    const name = chunkWith(token, chunks);
    return name === null ? [] : ((await part(name)).get(token) ?? []);
  };
  return async (term) => {
    const rows = inARow(await Promise.all(tokensOf(term).map(postings)));
    return rows.flatMap(({ page, place }): readonly Found[] => {
      const record = pages[page];
      return record === undefined ? [] : [{ record, inHeading: place < (headed[record] ?? 0) }];
    });
  };
}

/** The texts of one document; none, and so noted, if their file cannot be read. */
function textsOf({ documents }: IndexedTable, lost: Lost): Sources["texts"] {
  return async (document) => {
    try {
      const texts = await searchFile<readonly RecordText[]>(documents[document]?.texts ?? "");
      lost.texts.delete(document);
      return texts;
    } catch {
      lost.texts.add(document);
      return [];
    }
  };
}

/** So many documents can be read through where the index does not serve. */
const MOST_SCANNED = 200;

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
function withFallback(index: Lookup, readThrough: () => Promise<Lookup>): Lookup {
  let rest: Promise<Lookup> | null = null;
  return async (term) => {
    if (rest === null) {
      try {
        return await index(term);
      } catch {
        rest ??= readThrough();
      }
    }
    return (await rest)(term);
  };
}

/** Opens the search of the built site. Rejects if its table cannot be read. */
export async function openIndexed(name: string): Promise<OpenedSearch> {
  const table = await searchFile<IndexedTable>(name);
  const lost: Lost = { index: new Set(), texts: new Set() };
  const loaded = { table, alike: new Map(table.alike), texts: textsOf(table, lost) };
  const index = byBeginning(indexed(table, lost), loaded);
  return {
    ...loaded,
    lookup: withFallback(index, () => scanned(table, loaded.texts)),
    damage: () => ({ index: [...lost.index], texts: [...lost.texts] }),
  };
}
