import { type Alike, foldForSearch } from "./fold.ts";
import type { SearchIndicator, SearchTable, SearchTheme } from "./record.ts";

/** What the editors of a site have written of their own, and where a term stands in it. */
export interface Direct {
  readonly themes: readonly SearchTheme[];
  readonly indicators: readonly SearchIndicator[];
}

/** The themes and the indicators that hold all terms in what is said of them; those that are called so come first. */
export function directTo(terms: readonly string[], { themes, indicators }: SearchTable, alike: Alike): Direct {
  const fold = (text: string): string => foldForSearch(text, alike).text;
  const holding = <T>(all: readonly T[], nameOf: (one: T) => string, wordsOf: (one: T) => readonly string[]) =>
    all
      .filter((one) => {
        const words = [nameOf(one), ...wordsOf(one)].map(fold);
        return terms.length > 0 && terms.every((term) => words.some((word) => word.includes(term)));
      })
      .map((one) => ({ one, called: terms.filter((term) => fold(nameOf(one)).includes(term)).length }))
      .toSorted((a, b) => b.called - a.called)
      .map(({ one }) => one);
  return {
    themes: holding(
      themes,
      ({ title }) => title,
      ({ about, terms: own }) => [about, ...own],
    ),
    indicators: holding(
      indicators,
      ({ name }) => name,
      ({ note, mentions }) => [note, ...mentions],
    ),
  };
}
