import { simplify } from "../normalize/script.ts";
import { type Found, found, type Scan } from "./scan.ts";

const NUMBER =
  /[\p{Script=Han}]{2,14}[〔[［【（(]\s*(?:19|20)\d{2}\s*[〕\]］】）)]\s*(?:第)?\d{1,4}号|\p{Script=Han}{2,10}字第\d{4,12}号/gu;

/** What a scrape glued to the number's head. */
const GLUED = /^.*(?:的通知|的意见|的函|的批复|的决定|规划|方案|办法|文号|字号|编号)(?=.{2})/u;

/** The number of this document: alone on its line, labelled, glued to the notice, or in brackets behind the title. */
export function findNumber(s: Scan, title: string | null): Found<string> | null {
  for (const m of s.simple.matchAll(NUMBER)) {
    const glued = GLUED.exec(m[0])?.[0].length ?? 0;
    const start = m.index + glued;
    const end = m.index + m[0].length;
    const before = s.simple.slice(Math.max(0, start - 80), start);
    const quoted = /《([^《》]*)》[（(]$/u.exec(before)?.[1];
    const own = quoted !== undefined && title !== null && quoted.includes(simplify(title));
    const inBrackets = /[（(]$/u.test(before);
    if (inBrackets && !own) continue;
    if (!inBrackets && /(?:根据|按照|依据|落实|贯彻)[^。；\n]{0,60}$/u.test(before)) continue;
    return found(s, s.text.slice(start, end), start, end);
  }
  return null;
}
