import { matchKey } from "../normalize/fold.ts";
import { placeOf } from "../problems/problem.ts";
import { type Fault, warning } from "./fault.ts";
import type { Sheet } from "./sheet.ts";

/** A shorter paragraph may well stand twice. */
const SHORTEST = 20;

/** A paragraph that stands in the document before. */
export function repeatedParagraphs({ passages, source }: Sheet): Fault[] {
  const first = new Map<string, number>();
  return passages.flatMap(({ kind, text: { text, at } }): Fault[] => {
    const key = kind === "paragraph" ? matchKey(text) : "";
    if (key.length < SHORTEST) return [];
    const [offset = 0] = at;
    const before = first.get(key);
    first.set(key, before ?? offset);
    if (before === undefined) return [];
    const message = `“${text.slice(0, 12)}…”与第 ${placeOf(source, before).line} 行的一段相同：删去重复的一段`;
    return [warning("paragraph-duplicate", offset, message)];
  });
}
