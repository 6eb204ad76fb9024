import { createHash } from "node:crypto";

/** The function that a page has for the files of the search: a folder lets a page load scripts and nothing else. */
export const RECEIVER = "searchFile";

export interface Packed {
  /** From the search's folder, without the ending. */
  readonly name: string;
  readonly code: string;
}

/** U+2028 and U+2029 end lines in old JavaScript, and `<` could end a script that is put into a page. */
const script = (value: unknown): string =>
  JSON.stringify(value).replace(/[<\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Bytes as a classic script that hands them over in base64. The name is what they are asked for by. */
export function packBytes(name: string, bytes: Uint8Array): Packed {
  return { name, code: `${RECEIVER}(${script(name)},${script(Buffer.from(bytes).toString("base64"))})\n` };
}

/** A value as a classic script; its name changes with it, so that hosts can have it cached for good. */
export function packValue(name: string, value: unknown): Packed {
  const json = script(value);
  const hash = createHash("sha256").update(json).digest("base64url").slice(0, 8);
  const named = `${name}.${hash}`;
  return { name: named, code: `${RECEIVER}(${script(named)},${json})\n` };
}
