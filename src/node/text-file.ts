import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Problem } from "../text/model.ts";
import { placeOf } from "../text/problems/problem.ts";
import { decodeAs, type Encoding } from "./encoding.ts";

/** A longer file is no policy text but a whole site or a dump; reading it would only exhaust memory. */
export const LONGEST = 4_000_000;

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

function decode(name: string, bytes: Uint8Array, encoding: Encoding): ReadOutcome {
  if (encoding !== "utf-8") {
    const text = decodeAs(bytes, encoding);
    const message = `按配方的 encoding: ${encoding} 读不通：改正 encoding，或不写（UTF-8）`;
    return text === null
      ? { file: null, problem: problem(name, "wrong-encoding", message) }
      : { file: { text, bytes }, problem: null };
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { file: { text, bytes }, problem: null };
  } catch {
    const guess = guessEncoding(bytes);
    const remedy =
      guess === null
        ? "请另存为 UTF-8"
        : `看来是 ${guess.toUpperCase()}，请另存为 UTF-8，或运行 iconv -f ${guess.toUpperCase()} -t UTF-8`;
    return {
      file: null,
      problem: problem(name, "not-utf8", `不是 UTF-8 编码：${remedy}`, firstBadPlace(bytes)),
    };
  }
}

/** Reads a text. `name` is how problems call it: its path from the project's root. */
export async function readText(root: string, name: string, encoding: Encoding = "utf-8"): Promise<ReadOutcome> {
  const file = path.join(root, name);
  const size = await stat(file)
    .then((s) => (s.isFile() ? s.size : null))
    .catch(() => null);
  if (size === null) return { file: null, problem: problem(name, "file-missing", "没有这个文件：补上，或改正文件名") };
  if (size === 0) return { file: null, problem: problem(name, "file-empty", "文件是空的：重新写入内容，或删去文件") };
  if (size > LONGEST) {
    return {
      file: null,
      problem: problem(name, "file-too-large", `有 ${size} 字节，超过 ${LONGEST} 字节的上限：只留下文件本身的文字`),
    };
  }
  const outcome = decode(name, await readFile(file), encoding);
  const text = outcome.file?.text ?? "";
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    return {
      file: null,
      problem: problem(
        name,
        "control-character",
        "有 NUL 字符，不是文本文件，或已损坏：重新抓取或重新保存",
        placeOf(text, nul),
      ),
    };
  }
  if (outcome.file && text.trim() === "")
    return { file: null, problem: problem(name, "file-empty", "文件里只有空白：重新写入内容，或删去文件") };
  return outcome;
}

/** Writes whole or not at all: beside the file first, then in its place. */
export async function writeText(root: string, name: string, text: string | Uint8Array): Promise<void> {
  const file = path.join(root, name);
  const beside = `${file}.${process.pid}.part`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(beside, text);
  await rename(beside, file);
}
