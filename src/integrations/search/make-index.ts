import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { close, createIndex } from "pagefind";
import type { SearchCorpus } from "../../text/search/record.ts";
import { twinOfRecord } from "../../text/search/table.ts";

export interface MadeIndex {
  /** The files that a search loads, by their paths from the index's root. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** The code that reads them in a browser. */
  readonly reader: string;
  /** What the index calls each record, and how many tokens of its twin are its heading's; a list a document. */
  readonly names: readonly (readonly string[])[];
  readonly headed: readonly (readonly number[])[];
}

/** Twins are no language: no rule for words applies to them. */
const LANGUAGE = "und";
const AT_ONCE = 500;
const FRAGMENT = /^fragment\/(?<name>.+)\.pf_fragment$/;
const NEEDED = /\.(?:pf_index|pf_meta)$|^pagefind-entry\.json$|^wasm\.unknown\.pagefind$/;

function complain(what: string, errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`search: ${what}: ${errors.join("; ")}`);
}

/** Gives every twin to Pagefind, under `<document>/<record>`, and has the index written to a folder. */
async function fill(folder: string, twins: readonly (readonly string[])[]): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: LANGUAGE, keepIndexUrl: true });
  complain("the indexer did not start", errors);
  if (index === undefined) throw new Error("search: the indexer gave no index");
  const all = twins.flatMap((list, document) => list.map((content, i) => ({ url: `${document}/${i}`, content })));
  for (let i = 0; i < all.length; i += AT_ONCE) {
    const part = all.slice(i, i + AT_ONCE).map((record) => index.addCustomRecord({ ...record, language: LANGUAGE }));
    for (const answer of await Promise.all(part)) complain("a record was refused", answer.errors);
  }
  complain("the index could not be written", (await index.writeFiles({ outputPath: folder })).errors);
}

/** What a fragment says that it is of: Pagefind puts a word of its own before the JSON. */
async function urlOf(file: string): Promise<string> {
  const text = (await promisify(gunzip)(await readFile(file))).toString("utf8");
  return (JSON.parse(text.slice(text.indexOf("{"))) as { url: string }).url;
}

async function namesIn(folder: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const file of paths) {
    const name = FRAGMENT.exec(file)?.groups?.["name"];
    if (name !== undefined) names.set((await urlOf(path.join(folder, file))).replace(/^\//, ""), name);
  }
  return names;
}

async function collect(folder: string, corpus: SearchCorpus, headed: MadeIndex["headed"]): Promise<MadeIndex> {
  const paths = (await readdir(folder, { recursive: true })).map((file) => file.split(path.sep).join("/")).sort();
  const needed = paths.filter((file) => NEEDED.test(file));
  const files = new Map<string, Buffer>();
  for (const file of needed) files.set(file, await readFile(path.join(folder, file)));
  const names = await namesIn(folder, paths);
  const nameOf = (document: number, i: number): string => {
    const name = names.get(`${document}/${i}`);
    if (name === undefined)
      throw new Error(`search: record ${i} of ${corpus.documents[document]?.id} is not in the index`);
    return name;
  };
  return {
    files,
    reader: await readFile(path.join(folder, "pagefind.js"), "utf8"),
    names: corpus.documents.map(({ records }, document) => records.map((_, i) => nameOf(document, i))),
    headed,
  };
}

/** The index of all records, made by Pagefind of their twins. */
export async function makeIndex(corpus: SearchCorpus): Promise<MadeIndex> {
  const alike = new Map(corpus.alike);
  const twins = corpus.documents.map(({ records }) => records.map((record) => twinOfRecord(record, alike)));
  const folder = await mkdtemp(path.join(tmpdir(), "search-index-"));
  try {
    await fill(
      folder,
      twins.map((list) => list.map(({ tokens }) => tokens)),
    );
    return await collect(
      folder,
      corpus,
      twins.map((list) => list.map(({ headed }) => headed)),
    );
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}
