import { sentenceEnds } from "../structure/sentences.ts";
import { bodiesIn } from "./issuers.ts";
import type { Found, Scan } from "./scan.ts";
import { noticeTitles } from "./title.ts";

interface Known {
  readonly title: Found<string> | null;
  readonly number: Found<string> | null;
  readonly issuers: Found<readonly string[]> | null;
}

const LABELLED_DATE =
  /(?:发布日期|发布时间|成文日期|发文日期|印发日期|日期|时间)[:：]\s*(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?/gu;
const LABELLED =
  /^(?:索引号|发文字号|文号|主题分类|发文机关|发布机构|公开日期|有效性|主题词|标题|名称)[:：][^。；]{0,40}$/u;

/** Splits a run of front matter at what is known of it; what is left over must be bodies. */
function leftOver(text: string, known: readonly string[]): string[] {
  const parts = known.reduce<string[]>((list, item) => list.flatMap((part) => part.split(item)), [text]);
  return parts.filter((part) => part !== "");
}

/**
 * The title, the issuers and dates in other words than the facts have them, as they stand in front of the letter or the
 * text: in lines that hold nothing else, or glued to the head of a line.
 */
export function findFront(s: Scan, { title, number, issuers }: Known): string[] {
  const notices = noticeTitles(s);
  const dates = Array.from(s.simple.matchAll(LABELLED_DATE), (m) => s.text.slice(m.index, m.index + m[0].length));
  const facts = [title?.value, number?.value, ...(issuers?.value ?? [])].filter((text) => text !== undefined);
  const known = [...notices, ...dates, ...facts].sort((a, b) => b.length - a.length);
  const bodies = s.lines.flatMap(({ text: { text } }) =>
    [0, ...sentenceEnds(text)].flatMap((start) => {
      const head = text.slice(start, start + 400);
      if (!notices.some((notice) => head.startsWith(notice))) return [];
      return leftOver(head, known).filter((part) => part.length >= 4 && bodiesIn(part) !== null);
    }),
  );
  const labelled = s.lines.map((l) => l.text.text).filter((text) => LABELLED.test(text));
  const own = new Set(facts);
  return [...new Set([...notices, ...dates, ...bodies, ...labelled])].filter((text) => !own.has(text));
}
