import { gzipSync } from "node:zlib";
import { bundleEngine } from "../../../src/integrations/search/engine.ts";
import { makeIndex } from "../../../src/integrations/search/make-index.ts";
import { packIndex } from "../../../src/integrations/search/write.ts";
import type { SearchCorpus } from "../../../src/text/search/record.ts";
import { type Files, filesOf, openPage, type Page, pageScript } from "./page.ts";

/** How large a file is as it lies in a folder, and as a host sends it. */
export interface Size {
  readonly raw: number;
  readonly gzip: number;
}

export const sizeOf = (content: string): Size => ({
  raw: Buffer.byteLength(content),
  gzip: gzipSync(content).byteLength,
});

export const sumOf = (sizes: readonly Size[]): Size => ({
  raw: sizes.reduce((sum, { raw }) => sum + raw, 0),
  gzip: sizes.reduce((sum, { gzip }) => sum + gzip, 0),
});

export const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(0);

/** The search as it is built, and the size of its files. */
export interface Built {
  readonly corpus: SearchCorpus;
  readonly files: Files;
  /** The script that a page loads first of all. Any way to search needs one like it. */
  readonly engine: Size;
  /** Of files by their names. */
  readonly sizes: (names: readonly string[]) => Size;
  readonly open: () => Page;
}

export async function build(corpus: SearchCorpus): Promise<Built> {
  const { table, others } = packIndex(corpus, await makeIndex(corpus));
  const files = filesOf([table, ...others]);
  const script = await pageScript(table.name);
  const known = new Map<string, Size>();
  const sizeOfFile = (name: string): Size => {
    const size = known.get(name) ?? sizeOf(files.get(name) ?? "");
    known.set(name, size);
    return size;
  };
  return {
    corpus,
    files,
    engine: sizeOf(await bundleEngine(table.name)),
    sizes: (names) => sumOf(names.map(sizeOfFile)),
    open: () => openPage(script, files),
  };
}
