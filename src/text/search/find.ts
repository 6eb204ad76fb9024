import type { Span } from "../model.ts";
import type { Folded } from "./fold.ts";

function end({ at }: Folded, original: string, last: number): number {
  const offset = at[last] ?? 0;
  return offset + ((original.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1);
}

/** Every place of `original`, of which `folded` was made, where the folded `term` stands. Places do not overlap. */
export function findAll(original: string, folded: Folded, term: string): readonly Span[] {
  const found: Span[] = [];
  if (term === "") return found;
  for (let i = folded.text.indexOf(term); i >= 0; i = folded.text.indexOf(term, i + term.length))
    found.push({ start: folded.at[i] ?? 0, end: end(folded, original, i + term.length - 1) });
  return found;
}

/** In order, what overlaps or touches as one. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const whole: Span[] = [];
  for (const span of sorted) {
    const last = whole.at(-1);
    if (last === undefined || span.start > last.end) whole.push(span);
    else whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return whole;
}
