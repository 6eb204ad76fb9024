import type { Span } from "../model.ts";
import { AFTER, BEFORE, DASH, DIGITS, HAN_NUMERAL, UNIT } from "./number-words.ts";

/** One unit of comparison: a word, a sign, or something that must stay whole. Offsets into the tokenised text. */
export interface Token extends Span {
  readonly text: string;
  readonly kind: "name" | "number" | "latin" | "word" | "sign";
}

/** A number with its comparator, scale and unit: 8%以上, 10—15项, 2025年, 不低于3.5亿元, 1000余个, 3–5个, 二十项以上. */
const NUMBER = [
  `(?:${BEFORE})?`,
  `(?:${DIGITS}(?:${DASH}${DIGITS})?[十百千万亿]*|${HAN_NUMERAL}+(?=余?多?${UNIT}))`,
  `[余多]?${UNIT}?`,
  `${AFTER}?`,
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
