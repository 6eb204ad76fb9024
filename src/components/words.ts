import type { DocumentMeta, Level } from "../text/model.ts";

const LEVELS: Readonly<Record<Level, string>> = { national: "国家", provincial: "省级", municipal: "市级" };

export function levelName(level: Level): string {
  return LEVELS[level];
}

/** `2016-10` → 2016年10月, `2019-12-20` → 2019年12月20日 */
export function dateName(issued: string): string {
  const [year, month, day] = issued.split("-").map(Number);
  return `${year}年${month}月${day === undefined ? "" : `${day}日`}`;
}

/** `[2025, 2035]` → 2025年，展望2035年 */
export function horizonName(horizon: readonly number[]): string {
  return horizon.map((year, i) => `${i === 0 ? "" : "展望"}${year}年`).join("，");
}

/** One issuer by name, more by the first and how many: 工业和信息化部等9部门 */
export function issuersName({ issuers }: DocumentMeta): string {
  const [first = ""] = issuers;
  return issuers.length > 1 ? `${first}等${issuers.length}部门` : first;
}

const DIGITS = "〇一二三四五六七八九";

/** Chinese numerals up to 99: 5 → 五, 13 → 十三, 25 → 二十五 */
export function numeral(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10 === 0 && n > 0 ? "" : DIGITS.charAt(n % 10);
  return tens === 0 ? ones : `${tens === 1 ? "" : DIGITS.charAt(tens)}十${ones}`;
}

/** Digits grouped by three, for tables and figures: 13,046 */
export function grouped(n: number): string {
  return n.toLocaleString("en-US");
}

/** A share of a whole: 0.1234 → 12.3% ; a share that is not zero never reads 0.0%. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return "<0.1%";
  return `${(share * 100).toFixed(1)}%`;
}

/** From the first year of issue to the last: 2016—2021年 */
export function yearsIssued(metas: readonly DocumentMeta[]): string {
  const years = metas.map(({ issued }) => Number(issued.slice(0, 4)));
  return `${Math.min(...years)}—${Math.max(...years)}年`;
}

/** Every year that some document aims at: 2020、2025、2035年 */
export function yearsAimedAt(metas: readonly DocumentMeta[]): string {
  const years = new Set(metas.flatMap(({ horizon }) => horizon));
  return `${[...years].sort((a, b) => a - b).join("、")}年`;
}
