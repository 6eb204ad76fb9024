import { readFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { close, createIndex } from "pagefind";
import { readMeta } from "../../text/search/postings.ts";
import type { IndexedTable, SearchCorpus } from "../../text/search/record.ts";
import { twinOfRecord } from "../../text/search/table.ts";

export interface MadeIndex extends Pick<IndexedTable, "pages" | "chunks"> {
  /** The parts of the index, by their names. */
  readonly parts: ReadonlyMap<string, Buffer>;
  /** How many tokens of each record's twin are its heading's; a list a document. */
  readonly headed: readonly (readonly number[])[];
}

/** Twins are no language: no rule for words applies to them. */
const LANGUAGE = "und";
const AT_ONCE = 500;
const FRAGMENT = /^fragment\/(?<name>.+)\.pf_fragment$/;
const PART = /^index\/(?<name>.+)\.pf_index$/;

function complain(what: string, errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`search: ${what}: ${errors.join("; ")}`);
}

/** Gives every twin to Pagefind, under its number in the corpus, and has the index written to a folder. */
async function fill(folder: string, twins: readonly string[]): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: LANGUAGE, keepIndexUrl: true });
  complain("the indexer did not start", errors);
  if (index === undefined) throw new Error("search: the indexer gave no index");
  const all = twins.map((content, i) => ({ url: String(i), content }));
  for (let i = 0; i < all.length; i += AT_ONCE) {
    const part = all.slice(i, i + AT_ONCE).map((record) => index.addCustomRecord({ ...record, language: LANGUAGE }));
    for (const answer of await Promise.all(part)) complain("a record was refused", answer.errors);
  }
  complain("the index could not be written", (await index.writeFiles({ outputPath: folder })).errors);
}

/** What a fragment says that it is of: Pagefind puts a word of its own before the JSON. */
function urlOf(file: string): string {
  const text = gunzipSync(readFileSync(file)).toString("utf8");
  return (JSON.parse(text.slice(text.indexOf("{"))) as { url: string }).url;
}

/**
 * The numbers of the records by what the index calls them. There is a fragment for each record; handing tens of thousands
 * of small files to threads takes longer than reading them.
 */
function recordsIn(folder: string, paths: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    paths.flatMap((file) => {
      const name = FRAGMENT.exec(file)?.groups?.["name"];
      return name === undefined ? [] : [[name, Number(urlOf(path.join(folder, file)).replace(/^\//, ""))]];
    }),
  );
}

async function collect(folder: string): Promise<Omit<MadeIndex, "headed">> {
  const paths = (await readdir(folder, { recursive: true })).map((file) => file.split(path.sep).join("/")).sort();
  const metaFile = paths.find((file) => file.endsWith(".pf_meta")) ?? "";
  const meta = readMeta(gunzipSync(await readFile(path.join(folder, metaFile))));
  const records = recordsIn(folder, paths);
  const pages = meta.pages.map((name) => {
    const record = records.get(name);
    if (record === undefined) throw new Error(`search: page ${name} of the index is no record`);
    return record;
  });
  const parts = new Map<string, Buffer>();
  for (const file of paths) {
    const name = PART.exec(file)?.groups?.["name"];
    if (name !== undefined) parts.set(name, await readFile(path.join(folder, file)));
  }
  return { pages, chunks: meta.chunks, parts };
}

/** The index of all records, made by Pagefind of their twins. */
export async function makeIndex(corpus: SearchCorpus): Promise<MadeIndex> {
  const alike = new Map(corpus.alike);
  const twins = corpus.documents.map(({ records }) => records.map((record) => twinOfRecord(record, alike)));
  const folder = await mkdtemp(path.join(tmpdir(), "search-index-"));
  try {
    await fill(
      folder,
      twins.flat().map(({ tokens }) => tokens),
    );
    const index = await collect(folder);
    // Else a record that the index left out would never be found, and nobody would know.
    const written = twins.flat().filter(({ tokens }) => tokens !== "");
    if (new Set(index.pages).size !== written.length) throw new Error("search: the index has not every record");
    return { ...index, headed: twins.map((list) => list.map(({ headed }) => headed)) };
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}
