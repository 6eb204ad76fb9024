import type { Line } from "../normalize/line.ts";
import { simplify } from "../normalize/script.ts";
import { placeOf } from "../problems/problem.ts";

/** A text as facts are looked for in it: without stray blanks, a line a line, with the way back to the seed. */
export interface Scan {
  readonly raw: string;
  readonly lines: readonly Line[];
  readonly text: string;
  /** `text` in Simplified Chinese: as long, so that what is found in it can be taken from `text`. */
  readonly simple: string;
  /** For each line, where it begins in `text`. */
  readonly starts: readonly number[];
}

/** A fact and where it was found: the offset in the seed, and the words there. */
export interface Found<T> {
  readonly value: T;
  readonly offset: number;
  readonly quote: string;
}

export function scan(raw: string, lines: readonly Line[]): Scan {
  const text = lines.map((l) => l.text.text).join("\n");
  let next = 0;
  const starts = lines.map((l) => {
    const start = next;
    next += l.text.text.length + 1;
    return start;
  });
  return { raw, lines, text, simple: simplify(text), starts };
}

/** The line that holds an offset of `text`. */
export const lineAt = ({ starts }: Scan, at: number): number => starts.findLastIndex((start) => start <= at);

/** The offset in the seed of an offset of `text`. */
export function seedOffset(s: Scan, at: number): number {
  const row = lineAt(s, at);
  return s.lines[row]?.text.at[at - (s.starts[row] ?? 0)] ?? 0;
}

const LONGEST_QUOTE = 40;

/** A fact found at `[start, end)` of `text`, quoted with its surroundings where it is short. */
export function found<T>(s: Scan, value: T, start: number, end: number): Found<T> {
  const lineStart = s.starts[lineAt(s, start)] ?? 0;
  const lineEnd = s.text.indexOf("\n", start);
  const line = s.text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
  const from = Math.max(lineStart, start - 8);
  const quote = line.length <= LONGEST_QUOTE ? line : s.text.slice(from, Math.min(end + 8, from + LONGEST_QUOTE));
  return { value, offset: seedOffset(s, start), quote: quote.replaceAll("\n", " ") };
}

/** The line of the seed, from 1, as an editor's program counts. */
export const rowOf = (s: Scan, offset: number): number => placeOf(s.raw, offset).line;
