import { line, type Reading } from "./line.ts";
import { mapped, trim } from "./mapped.ts";

/** Plain text: every line that is not blank is a line. */
export function readPlain(raw: string): Reading {
  const lines = Array.from(raw.matchAll(/[^\r\n]+/g), (match) => line(trim(mapped(match[0], match.index))));
  return { lines: lines.filter(({ text }) => text.text !== ""), markup: [], repeats: [] };
}
