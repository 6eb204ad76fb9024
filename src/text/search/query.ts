import { type Alike, foldForSearch } from "./fold.ts";

export interface Query {
  /** Folded, each once, none a part of another. A record is a hit if it holds all of them. */
  readonly terms: readonly string[];
  /** Words of what was typed that were too many to look for. */
  readonly left: number;
}

/** More words than a person looks for at once. */
const MOST_TERMS = 16;

/** What breaks lines in a text that was copied from a page of paper: it parts no words. */
const LINE_BREAK = /\s*[\n\r\u2028\u2029]+\s*/gu;

/** Reads what a person typed or pasted. Nothing in it is an operator: every sign is looked for as it stands. */
export function readQuery(typed: string, alike: Alike): Query {
  const words = typed
    .normalize("NFC")
    .replaceAll(LINE_BREAK, "")
    .split(/[\s\p{Cc}]+/u);
  const folded = [...new Set(words.map((word) => foldForSearch(word, alike).text))].filter((term) => term !== "");
  const terms = folded.slice(0, MOST_TERMS);
  const whole = terms.filter((term) => !terms.some((other) => other !== term && other.includes(term)));
  return { terms: whole, left: folded.length - terms.length };
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** The words of a folded term, if it has several: what to look for when nothing holds the whole. */
export function wordsOf(term: string): readonly string[] {
  const words = Array.from(segmenter.segment(term.slice(0, 200)))
    .filter(({ segment, isWordLike }) => isWordLike && Array.from(segment).length > 1)
    .map(({ segment }) => segment);
  return [...new Set(words)].filter((word) => word !== term).slice(0, MOST_TERMS);
}

/** A folded term without the signs around it, as of a name in quotes. */
export function bare(term: string): string {
  return term.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, "");
}
