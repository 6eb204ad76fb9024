import type { Span } from "../model.ts";
import { pairUp } from "../structure/sentences.ts";

/** Stands for a unit that is not read, so that offsets hold. */
export const HIDDEN = "\ue000";

/** This many words of context tell one bracket from the next. */
const CONTEXT = 4;

const blank = (text: string, { start, end }: Span): string =>
  text.slice(0, start) + HIDDEN.repeat(end - start) + text.slice(end);

/**
 * The text without what states nothing itself: names in 《》, numbers of documents in 〔〕, and what brackets add,
 * such as a technical specification; （其中国家级20家） does state something.
 */
export function masked(text: string): string {
  return [...pairUp(text).pairs].reduce((hidden, [start, close]) => {
    const unit = text.charAt(start);
    const aside = /[（(]/u.test(unit) && !text.startsWith("其中", start + 1);
    return aside || /[《〈〔[【]/u.test(unit) ? blank(hidden, { start, end: close + 1 }) : hidden;
  }, text);
}

/** Words of a masked text with what they hide: the hidden run is found by the words in front of it. */
export function unmasked(words: string, hidden: string, original: string): string {
  return words.replace(/([^\ue000]*)(\ue000+)/gu, (_, ahead: string, run: string) => {
    const at = hidden.indexOf(ahead.slice(-CONTEXT) + run);
    const start = at + Math.min(CONTEXT, ahead.length);
    return at < 0 ? ahead : `${ahead}${original.slice(start, start + run.length)}`;
  });
}

/** What stands between commas and stronger signs, brackets and quotation marks respected. */
export function partsOf(text: string): Span[] {
  const { pairs } = pairUp(text);
  const parts: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    i = pairs.get(i) ?? i;
    if (!/[，；。：！？,;!?]/u.test(text.charAt(i)) || /\d[,]\d/u.test(text.slice(i - 1, i + 2))) continue;
    if (i > start) parts.push({ start, end: i });
    start = i + 1;
  }
  return start < text.length ? [...parts, { start, end: text.length }] : parts;
}
