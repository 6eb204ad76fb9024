import { closeSpaces } from "../normalize/spaces.ts";
import { foldWidth } from "../normalize/width.ts";
import { readMarker } from "../structure/marker.ts";
import { around, type Edit, type Fault, warning } from "./fault.ts";
import type { Passage } from "./passages.ts";
import type { Sheet } from "./sheet.ts";

const HALF_WIDTH = /[,;:?!()"]/u;
/** 一. is a number that is meant as 一、. */
const NUMBER = /^[一二三四五六七八九十]+$/u;
/** What a Chinese sentence ends with before its full stop. */
const CHINESE_END = /[\p{Script=Han})）”’》]/u;
const HAN = /\p{Script=Han}/u;

/** Full-width punctuation by the place of each half-width sign that stands in Chinese. */
function widened(text: string): ReadonlyMap<number, string> {
  const folded = foldWidth(text);
  const places = new Map<number, string>();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    // What is left of an entity is another fault.
    if (unit === ";" && /&#?[a-z\d]+$/iu.test(text.slice(0, i))) continue;
    if (HALF_WIDTH.test(unit) && folded.charAt(i) !== unit) places.set(i, folded.charAt(i));
    if (unit === "." && CHINESE_END.test(text.charAt(i - 1)) && (i + 1 === text.length || HAN.test(text.charAt(i + 1))))
      places.set(i, NUMBER.test(text.slice(0, i)) ? "、" : "。");
  }
  return places;
}

const bodies = ({ passages, recipe }: Sheet): readonly Passage[] =>
  // A scrape is kept as it came, and folded where it is shown.
  recipe === null ? passages.filter(({ kind }) => kind !== "title") : [];

const many = (count: number): string => (count > 1 ? `等 ${count} 处` : "");

/** Half-width punctuation between Chinese characters, a fault a paragraph. */
export function halfWidth(sheet: Sheet): Fault[] {
  return bodies(sheet).flatMap(({ text: { text, at } }): Fault[] => {
    const found = widened(text);
    const [first] = found.keys();
    if (first === undefined) return [];
    const edits = [...found].map(([i, put]): Edit => ({ start: at[i] ?? 0, end: (at[i] ?? 0) + 1, text: put }));
    const message = `“${around(text, first, 4)}”${many(found.size)}用了半角标点：改成全角（可用 --fix）`;
    return [warning("punctuation-width", at[first] ?? 0, message, { edits })];
  });
}

/** Blanks beside Chinese characters, which belong to no text; line ends and the blank behind a number are Markdown's. */
export function strayBlanks(sheet: Sheet): Fault[] {
  return bodies(sheet).flatMap(({ text }): Fault[] => {
    const head = readMarker(text.text)?.length ?? 0;
    const kept = new Set(closeSpaces(text).at);
    const stray = text.at.flatMap((at, i) =>
      i >= head && !kept.has(at) && !/[\r\n]/u.test(text.text.charAt(i)) && !isAtLineEdge(text.text, i)
        ? [{ at, i }]
        : [],
    );
    const [first] = stray;
    if (first === undefined) return [];
    const edits = stray.map(({ at }): Edit => ({ start: at, end: at + 1, text: "" }));
    const message = `“${around(text.text, first.i, 4)}”${many(stray.length)}有多余的空格：删去（可用 --fix）`;
    return [warning("blank-stray", first.at, message, { edits })];
  });
}

/** Beside a line's end a blank is nothing that a reader sees. */
function isAtLineEdge(text: string, at: number): boolean {
  return /^[ \t]*\r?\n/u.test(text.slice(at)) || /\n[ \t]*$/u.test(text.slice(0, at));
}
