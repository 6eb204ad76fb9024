import type { Target } from "../model.ts";

const NUMBER = /\d+(?:\.\d+)?/gu;
/** Numbers that are written in characters: 翻两番, 上百个, 百亿级. */
const SPELLED = /翻[一二两三]+番|[上近数几]?[十百千万]+[余多]?[个家项件亿级]+/u;

/** What belongs to a number in front of it: which way, how it is counted, at least or at most. */
const BEFORE =
  /(?:从\d+(?:\.\d+)?[^，；\d]{1,4}提高至|(?:年均)?(?:增长|下降|降低|减少|提高|增加|高出)(?:到|至)?|达到?|新增)?(?:高于|低于|超过?|不低于|不高于|不超过|至少|大于|约)?$/u;
const AFTER = /^(?:以上|以下|以内|左右)/u;

function withSurroundings(quote: string, start: number, end: number, unit: string): string {
  const before = BEFORE.exec(quote.slice(0, start))?.[0] ?? "";
  const more = /^[余多]/u.exec(quote.slice(end))?.[0] ?? "";
  const counted = quote.startsWith(unit, end + more.length) ? `${more}${unit}` : more;
  const after = AFTER.exec(quote.slice(end + counted.length))?.[0] ?? "";
  return `${before}${quote.slice(start, end)}${counted}${after}`;
}

/** The figure of a target as it is printed, 年均下降20%以上 or 3-5个: a run of its quote. Null where it has no number. */
export function figureOf({ quote, value, valueMax, unit }: Target): string | null {
  if (value === null) return null;
  const found = [...quote.matchAll(NUMBER)].map((match) => ({
    n: Number(match[0]),
    start: match.index,
    length: match[0].length,
  }));
  const hit = (wanted: number, from: number) => found.find(({ n, start }) => n === wanted && start >= from);
  const fitting = found.filter(
    ({ n, start, length }) => n === value && (unit === null || quote.slice(start + length).search(unit) <= 1),
  );
  const first = fitting.at(-1) ?? hit(value, 0);
  if (first === undefined) return SPELLED.exec(quote)?.[0] ?? null;
  const last = valueMax === null ? first : (hit(valueMax, first.start) ?? first);
  return withSurroundings(quote, first.start, last.start + last.length, unit ?? "");
}
