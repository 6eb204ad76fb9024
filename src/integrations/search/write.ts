import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { SearchCorpus } from "../../text/search/record.ts";
import { tableOf, textOf } from "../../text/search/table.ts";
import { bundleEngine } from "./engine.ts";
import { type MadeIndex, makeIndex } from "./make-index.ts";
import { type Packed, packBytes, packValue } from "./pack.ts";

export interface Written {
  readonly count: number;
  readonly files: number;
  readonly bytes: number;
}

/** The one file whose name pages know. It knows the names of all others. */
const ENGINE = "engine";

/** What the engine loads as it is needed; of all these it knows the table alone. */
export function packIndex(corpus: SearchCorpus, index: MadeIndex): { table: Packed; others: readonly Packed[] } {
  const texts = corpus.documents.map(({ id, records }) => packValue(`texts/${id}`, records.map(textOf)));
  const known = tableOf(corpus, (i) => ({ texts: texts[i]?.name ?? "", headed: index.headed[i] ?? [] }));
  const table = packValue("table", { ...known, pages: index.pages, chunks: index.chunks });
  const parts = [...index.parts].map(([name, bytes]) => packBytes(`index/${name}`, bytes));
  return { table, others: [...texts, ...parts] };
}

/** Everything that a search loads, for a corpus. */
export async function packSearch(corpus: SearchCorpus): Promise<readonly Packed[]> {
  const { table, others } = packIndex(corpus, await makeIndex(corpus));
  return [{ name: ENGINE, code: await bundleEngine(table.name) }, table, ...others];
}

/** Makes and writes them into a folder of the build. */
export async function writeSearch(folder: string, corpus: SearchCorpus): Promise<Written> {
  const packed = await packSearch(corpus);
  for (const { name, code } of packed) {
    const file = path.join(folder, `${name}.js`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, code);
  }
  return {
    count: corpus.documents.reduce((sum, { records }) => sum + records.length, 0),
    files: packed.length,
    bytes: packed.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0),
  };
}
