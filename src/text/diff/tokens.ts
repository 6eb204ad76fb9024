import type { Span } from "../model.ts";

/** One unit of comparison: a word, a sign, or something that must stay whole. Offsets into the tokenised text. */
export interface Token extends Span {
  readonly text: string;
  readonly kind: "name" | "number" | "latin" | "word" | "sign";
}

const DIGITS = String.raw`\d+(?:[.,]\d+)*\s?[%‰]?`;
const HAN_NUMERAL = "[一二三四五六七八九十百千万亿两]";
const COMPARATOR = "(?:不(?:低于|少于|高于|超过|多于|大于|小于)|超过|高于|低于|大于|小于|至少|[≥≤><约近超第前]) ?";
const UNIT =
  "(?:个百分点|百分点|亿美元|美元|元|年底|年末|年|月|日|项|家|个|种|条|款|件|次|人|名|位|类|批|倍|期|版|号|吨|千克|公斤|升|平方米|立方米|米|公里|台|套|支|天|小时|强|排|成|番|[A-Za-z]+)";

/** A number with its comparator, scale and unit: 8%以上, 10—15项, 2025年, 不低于3.5亿元, 1000余个, 3–5个, 二十项以上. */
const NUMBER = [
  `(?:${COMPARATOR})?`,
  `(?:${DIGITS}(?:\\s?[-–—~～至到/]+\\s?${DIGITS})?[十百千万亿]*|${HAN_NUMERAL}+(?=余?多?${UNIT}))`,
  `[余多]?${UNIT}?`,
  "(?:以上|以下|以内|左右)?",
].join("");

/** What a reader takes in at once: names of documents, five-year plans, Latin terms (CAR-T, PD-1, VOCs), numbers. */
const WHOLE = new RegExp(
  [
    "(?<name>《[^《》]*》|“?十[一二三四五六七八九]五”?(?=[^年]|$))",
    "(?<latin>[A-Za-z][A-Za-z0-9]*(?:[-+/·.][A-Za-z0-9]+)*)",
    `(?<number>${NUMBER})`,
  ].join("|"),
  "gu",
);

/** Signs that mean something count as words: 互联网+, ≥. */
const MEANING = /[\p{L}\p{N}\p{Sm}%‰]/u;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

function words(text: string, offset: number): Token[] {
  return Array.from(segmenter.segment(text), ({ segment, index }) => ({
    start: offset + index,
    end: offset + index + segment.length,
    text: segment,
    kind: MEANING.test(segment) ? "word" : "sign",
  }));
}

function wholeKind(groups: Record<string, string | undefined> | undefined): Token["kind"] {
  if (groups?.["name"] !== undefined) return "name";
  return groups?.["latin"] !== undefined ? "latin" : "number";
}

/** The tokens of a folded text, which tile it. Words are those of the Unicode segmenter. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(WHOLE)) {
    const end = match.index + match[0].length;
    if (match.index > at) tokens.push(...words(text.slice(at, match.index), at));
    tokens.push({ start: match.index, end, text: match[0], kind: wholeKind(match.groups) });
    at = end;
  }
  if (at < text.length) tokens.push(...words(text.slice(at), at));
  return tokens;
}
