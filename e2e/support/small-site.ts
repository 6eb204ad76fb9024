import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { earlier, later } from "../../src/text/collation/fixtures/documents.ts";
import { serialize } from "../../src/text/markdown/serialize.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** What of the project makes a site of any content. */
const PROJECT = ["src", "public", "astro.config.mjs", "tsconfig.json", "package.json"];

/**
 * Builds a site of two short documents, `guide` and `plan`, with further files of content, in a folder of its own.
 * @param content texts by their paths from content/
 * @returns the folder, which has the site in dist/
 */
export async function buildSmallSite(content: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "yange-site-"));
  for (const name of PROJECT) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "junction");
  mkdirSync(path.join(folder, "seeds"));
  mkdirSync(path.join(folder, "content/documents"), { recursive: true });
  const documents = [earlier, later].map((document) => [
    `documents/${document.meta.id}.md`,
    serialize(document, "测试"),
  ]);
  for (const [name = "", text = ""] of [...documents, ...Object.entries(content)])
    writeFileSync(path.join(folder, "content", name), text);
  const astro = path.join(root, "node_modules/astro/bin/astro.mjs");
  await promisify(execFile)(process.execPath, [astro, "build"], { cwd: folder });
  return folder;
}
