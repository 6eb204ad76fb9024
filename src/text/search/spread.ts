import { type Alike, foldForSearch } from "./fold.ts";

interface Place {
  readonly term: number;
  readonly start: number;
  readonly end: number;
}

function places(text: string, terms: readonly string[]): readonly Place[] {
  return terms
    .flatMap((term, number) => {
      const found: Place[] = [];
      for (let i = text.indexOf(term); i >= 0; i = text.indexOf(term, i + 1))
        found.push({ term: number, start: i, end: i + term.length });
      return found;
    })
    .toSorted((a, b) => a.start - b.start);
}

/**
 * How many characters, besides the terms' own, the shortest stretch has that holds them all; infinite where there is
 * none. Walks the places once, remembering where each term was seen last.
 */
export function spreadOf(lines: readonly string[], terms: readonly string[], alike: Alike): number {
  const text = lines.map((line) => foldForSearch(line, alike).text).join("\n");
  const own = terms.reduce((sum, term) => sum + term.length, 0);
  const last = new Map<number, Place>();
  let least = Number.POSITIVE_INFINITY;
  for (const place of places(text, terms)) {
    last.set(place.term, place);
    if (last.size < terms.length) continue;
    const seen = [...last.values()];
    const length = Math.max(...seen.map(({ end }) => end)) - Math.min(...seen.map(({ start }) => start));
    least = Math.min(least, Math.max(0, length - own));
  }
  return least;
}
