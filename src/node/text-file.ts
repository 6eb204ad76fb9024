import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Problem } from "../text/model.ts";
import { placeOf } from "../text/problems/problem.ts";

/** A longer file is no policy text but a whole site or a dump; reading it would only exhaust memory. */
const LONGEST = 4_000_000;

export interface TextFile {
  readonly text: string;
  readonly bytes: Uint8Array;
}

export type ReadOutcome =
  | { readonly file: TextFile; readonly problem: null }
  | { readonly file: null; readonly problem: Problem };

function problem(file: string, rule: string, message: string, place = { line: 1, column: 1 }): Problem {
  return { file, ...place, rule, severity: "error", message };
}

/** The first line that is not UTF-8, decoded byte by byte to the left of the fault. */
function firstBadPlace(bytes: Uint8Array): { line: number; column: number } {
  const decoded = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return placeOf(decoded, Math.max(0, decoded.indexOf("\ufffd")));
}

function guessEncoding(bytes: Uint8Array): string | null {
  return (
    ["gb18030", "big5", "utf-16le"].find((name) => {
      try {
        return /[\u4e00-\u9fff]{2}/.test(new TextDecoder(name, { fatal: true }).decode(bytes));
      } catch {
        return false;
      }
    }) ?? null
  );
}

function decode(name: string, bytes: Uint8Array): ReadOutcome {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { file: { text, bytes }, problem: null };
  } catch {
    const guess = guessEncoding(bytes);
    const remedy =
      guess === null
        ? "save it as UTF-8"
        : `it reads as ${guess.toUpperCase()}: iconv -f ${guess.toUpperCase()} -t UTF-8`;
    return {
      file: null,
      problem: problem(name, "not-utf8", `bytes that are not UTF-8; ${remedy}`, firstBadPlace(bytes)),
    };
  }
}

/** Reads a text. `name` is how problems call it: its path from the project's root. */
export async function readText(root: string, name: string): Promise<ReadOutcome> {
  const file = path.join(root, name);
  const size = await stat(file)
    .then((s) => (s.isFile() ? s.size : null))
    .catch(() => null);
  if (size === null)
    return { file: null, problem: problem(name, "file-missing", "there is no such file: add it or correct its name") };
  if (size === 0)
    return { file: null, problem: problem(name, "file-empty", "the file is empty: scrape it again or remove it") };
  if (size > LONGEST) {
    return {
      file: null,
      problem: problem(
        name,
        "file-too-large",
        `${size} bytes, more than the ${LONGEST} of any policy text: cut the document out of it`,
      ),
    };
  }
  const outcome = decode(name, await readFile(file));
  const text = outcome.file?.text ?? "";
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    return {
      file: null,
      problem: problem(
        name,
        "control-character",
        "a NUL character: this is no text file, or a damaged one; scrape it again",
        placeOf(text, nul),
      ),
    };
  }
  if (outcome.file && text.trim() === "")
    return { file: null, problem: problem(name, "file-empty", "nothing but blanks: scrape it again or remove it") };
  return outcome;
}

/** Writes whole or not at all: beside the file first, then in its place. */
export async function writeText(root: string, name: string, text: string): Promise<void> {
  const file = path.join(root, name);
  const beside = `${file}.${process.pid}.part`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(beside, text, "utf8");
  await rename(beside, file);
}
