import { around, type Edit, error, type Fault, warning } from "./fault.ts";

/** Rules of every text file, whatever it says: characters that no editor means. */

const name = (unit: string): string => `U+${unit.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;

function at(text: string, form: RegExp, make: (index: number, found: string) => Fault): Fault[] {
  return Array.from(text.matchAll(form), ({ index, 0: found }) => make(index, found));
}

const without = (index: number, found: string, put = ""): readonly Edit[] => [
  { start: index, end: index + found.length, text: put },
];

/** U+FFFD stands where bytes of another encoding were lost. */
const replaced = (text: string): Fault[] =>
  at(text, /\ufffd+/gu, (index) => {
    const message = `“${around(text, index)}”里有乱码（U+FFFD）：原来的字已经丢失，对照原文补上`;
    return error("replacement-character", index, message);
  });

const controls = (text: string): Fault[] =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought
  at(text, /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu, (index, found) => {
    const message = `有控制字符 ${name(found)}：删去（可用 --fix）`;
    return error("control-character", index, message, { edits: without(index, found) });
  });

const invisible = (text: string): Fault[] =>
  at(text, /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/gu, (index, found) => {
    const message = `有看不见的字符 ${name(found)}：删去（可用 --fix）`;
    return warning("invisible-character", index, message, { edits: without(index, found) });
  });

const privateUse = (text: string): Fault[] =>
  at(text, /[\ue000-\uf8ff]/gu, (index, found) => {
    const message = `“${around(text, index)}”里有自造字 ${name(found)}，别人的电脑上显示不出：换成通用的字`;
    return warning("private-character", index, message);
  });

const trailing = (text: string): Fault[] =>
  at(text, /[ \t\u3000]+(?=\r?(?:\n|$))/gu, (index, found) =>
    warning("trailing-blank", index, "行末有空格：删去（可用 --fix）", { edits: without(index, found) }),
  );

/** One fault a file: an editor's program wrote all its lines so. */
function lineEnds(text: string): Fault[] {
  const ends = Array.from(text.matchAll(/\r\n?/gu));
  const [first] = ends;
  if (first === undefined) return [];
  const edits = ends.flatMap(({ index, 0: found }) => without(index, found, "\n"));
  return [error("line-ending", first.index, "换行是 Windows 的格式（CRLF）：存成 LF（可用 --fix）", { edits })];
}

export const characterFaults = (text: string): Fault[] =>
  [replaced, controls, invisible, privateUse, trailing, lineEnds].flatMap((rule) => rule(text));
