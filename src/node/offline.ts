import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Problem } from "../text/model.ts";
import { byPlace, problemsIn } from "../text/problems/problem.ts";
import { archive, type Entry } from "./offline/archive.ts";
import { offer } from "./offline/offer.ts";
import { newest, READ_ME, readMe } from "./offline/read-me.ts";

/** What package.json says of the project. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
}

export interface Packed {
  readonly file: string;
  readonly size: number;
  readonly files: number;
  readonly pages: number;
}

export type PackOutcome =
  | { readonly packed: Packed; readonly problems: readonly [] }
  | { readonly packed: null; readonly problems: readonly Problem[] };

const CORPUS = "data/corpus.json";
const corpus = z.object({ documents: z.array(z.object({ issued: z.string() })).min(1) });

async function entriesOf(folder: string): Promise<readonly Entry[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = found.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const read = files.map(async (file) => ({
    path: path.relative(folder, file).split(path.sep).join("/"),
    bytes: new Uint8Array(await readFile(file)),
  }));
  return Promise.all(read);
}

function failed(name: string, rule: string, message: string): PackOutcome {
  return { packed: null, problems: [{ file: name, line: 1, column: 1, rule, severity: "error", message }] };
}

/** Every file whole or as it was: all beside their places first, then each in its own. */
async function writeAll(folder: string, written: readonly Entry[]): Promise<void> {
  const moves = written.map(({ path: name, bytes }) => {
    const file = path.join(folder, name);
    return { beside: `${file}.${process.pid}.part`, file, bytes };
  });
  await Promise.all(moves.map(({ beside, bytes }) => writeFile(beside, bytes)));
  for (const { beside, file } of moves) await rename(beside, file);
}

/** What is there once packing has begun, so that a build is never packed with what it offers. */
const PACKED = /^[^/]+\.zip(?:\.\d+\.part)?$/;

/** The dates of issue of the documents in the build; null if it does not say them. */
function datesIn(entries: readonly Entry[]): readonly string[] | null {
  const bytes = entries.find((entry) => entry.path === CORPUS)?.bytes;
  try {
    const { documents } = corpus.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return documents.map(({ issued }) => issued);
  } catch {
    return null;
  }
}

/**
 * Packs a finished build into `<name>-<version>.zip` inside it, and then offers that file on every page. The copy in
 * the archive is the build before that, which offers nothing that it does not contain. `label` is how problems call the
 * folder. Nothing is written when there is a problem.
 */
export async function packSite(folder: string, label: string, { name, version }: Manifest): Promise<PackOutcome> {
  const entries = await entriesOf(folder);
  const issued = datesIn(entries);
  const pages = entries.filter((entry) => entry.path.endsWith(".html"));
  if (issued === null || !pages.some((page) => page.path === "index.html"))
    return failed(label, "build-missing", `no index.html with a ${CORPUS}: npm run pack, which builds the site first`);
  const earlier = entries.find((entry) => entry.path === READ_ME || PACKED.test(entry.path));
  if (earlier !== undefined)
    return failed(
      `${label}/${earlier.path}`,
      "build-packed",
      "already packed: npm run pack, which builds the site anew",
    );
  const edition = { version, issued };
  const bytes = archive([...entries, { path: READ_ME, bytes: readMe(edition) }], newest(edition));
  const file = `${name}-${version}.zip`;
  const offered = pages.map(({ path: page, bytes: built }) => {
    const html = new TextDecoder().decode(built);
    return { page, source: html, ...offer(html, { file, size: bytes.length }) };
  });
  const problems = offered.flatMap(({ page, source, faults }) => problemsIn(`${label}/${page}`, source, faults));
  if (problems.length > 0) return { packed: null, problems: problems.sort(byPlace) };
  const encoder = new TextEncoder();
  const written = offered.map(({ page, html }) => ({ path: page, bytes: encoder.encode(html ?? "") }));
  await writeAll(folder, [{ path: file, bytes }, ...written]);
  return { packed: { file, size: bytes.length, files: entries.length + 1, pages: pages.length }, problems: [] };
}
