import { numberValue } from "../structure/marker.ts";
import { type Found, found, type Scan } from "./scan.ts";

export interface Issued {
  /** `YYYY-MM-DD`, or `YYYY-MM`. */
  readonly date: string;
  /** Why a date that the text does not print in full is this one; null where it does. */
  readonly why: string | null;
}

const two = (n: number): string => String(n).padStart(2, "0");
const iso = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;
const isDate = (year: number, month: number, day: number): boolean =>
  year >= 1949 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;

const PRINTED = "((?:19|20)\\d{2})年(\\d{1,2})月(\\d{1,2})日";
const NUMERIC = "((?:19|20)\\d{2})[-/.年](\\d{1,2})[-/.月](\\d{1,2})";
const HAN =
  "([一二][〇○零Ｏ九]?[〇○零Ｏ一二三四五六七八九]{2,3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日";
const MINGUO = "(?:中华)?民国(\\d{2,3})年(\\d{1,2})月(\\d{1,2})日";

interface Form {
  readonly pattern: RegExp;
  readonly read: (year: string, month: string, day: string) => readonly [number, number, number];
  readonly why: ((quote: string) => string) | null;
}

const plain = (year: string, month: string, day: string): readonly [number, number, number] => [
  Number(year),
  Number(month),
  Number(day),
];
const han = (text: string): number => numberValue(text.replace(/[○Ｏ零]/gu, "〇"));
const site = (quote: string): string => `按网页所注“${quote}”，不一定是成文日期`;

/** The surest first: a date that stands alone is the signature's. */
const FORMS: readonly Form[] = [
  { pattern: new RegExp(`(?:成文日期|发文日期|印发日期)[:：]\\s*${NUMERIC}日?`, "u"), read: plain, why: site },
  { pattern: new RegExp(`(?<=^|[\\n。局部委会厅府])${PRINTED}(?=$|\\n)`, "u"), read: plain, why: null },
  { pattern: new RegExp(`(?<=[局部委会厅府])${PRINTED}`, "u"), read: plain, why: null },
  {
    pattern: new RegExp(`(?<=^|[\\n。局部委会厅府])${HAN}`, "u"),
    read: (y, m, d) => [han(y), han(m), han(d)],
    why: (quote) => `原文作“${quote}”`,
  },
  {
    pattern: new RegExp(MINGUO, "u"),
    read: (y, m, d) => [Number(y) + 1911, Number(m), Number(d)],
    why: (quote) => `原文作“${quote}”`,
  },
  { pattern: new RegExp(`(?:发布日期|发布时间|日期|时间)[:：]\\s*${NUMERIC}日?`, "u"), read: plain, why: site },
];

/** When the document was issued. A date that is not printed as 2021年12月22日 comes with the reason to believe it. */
export function findIssued(s: Scan): Found<Issued> | null {
  for (const { pattern, read, why } of FORMS) {
    const m = pattern.exec(s.simple);
    const [year = 0, month = 0, day = 0] = m ? read(m[1] ?? "", m[2] ?? "", m[3] ?? "") : [];
    if (!m || !isDate(year, month, day)) continue;
    const printed = s.text.includes(`${year}年${month}月${day}日`);
    const quote = s.text.slice(m.index, m.index + m[0].length);
    const reason = printed ? null : (why ?? site)(quote);
    return found(s, { date: iso(year, month, day), why: reason }, m.index, m.index + m[0].length);
  }
  return null;
}

const HORIZON = /(?:到|至|展望)(20\d{2})年(?!\d|\d{0,2}月)|(20\d{2})年(?:前|底前|以前)/gu;

/** The years that the text aims at, the one it names most first; years that were over when it was issued are none. */
export function findHorizon(s: Scan, issued: string | null): readonly Found<number>[] {
  const after = Number(issued?.slice(0, 4) ?? 0);
  // A name in 《》 speaks for another document.
  const bare = s.simple.replace(/《[^《》]*》/gu, (name) => "　".repeat(name.length));
  const years = new Map<number, { count: number; at: number; length: number }>();
  for (const m of bare.matchAll(HORIZON)) {
    const year = Number(m[1] ?? m[2]);
    const known = years.get(year);
    if (year > after)
      years.set(year, { count: (known?.count ?? 0) + 1, at: known?.at ?? m.index, length: m[0].length });
  }
  return [...years]
    .sort((a, b) => b[1].count - a[1].count || a[0] - b[0])
    .map(([year, { at, length }]) => found(s, year, at, at + length));
}
