import { type Alike, foldForSearch } from "./fold.ts";
import { bare, type Query, wordsOf } from "./query.ts";
import type { SearchTable } from "./record.ts";

/** A word that what a reader wants may be said with. */
export interface Clue {
  /** Folded. */
  readonly term: string;
  /** How much it tells of what was asked for, from 0 to 1. */
  readonly weight: number;
}

/** A word of the query itself tells most, one for the same thing less, one of the same theme least. */
const OWN = 1;
const SAME = 0.7;
const THEME = 0.3;
const MOST = 24;

/** Words that go with a query, the most telling first: its own, an editor's synonyms, the terms of a theme it names. */
export function cluesOf({ terms }: Query, { synonyms, themes }: SearchTable, alike: Alike): readonly Clue[] {
  const fold = (word: string): string => foldForSearch(word, alike).text;
  const whole = terms.length > 1 ? terms : [];
  const own = [...whole, ...terms.map(bare), ...terms.flatMap(wordsOf)];
  const asked = new Set([...terms, ...own]);
  const named = (words: readonly string[]): boolean => words.some((word) => asked.has(word));
  const same = synonyms
    .map((group) => group.map(fold))
    .filter(named)
    .flat();
  const kin = themes
    .map(({ title, terms }) => [title, ...terms].map(fold))
    .filter(named)
    .flat();
  const clues = new Map<string, number>();
  const add = (words: readonly string[], weight: number): void => {
    for (const word of words) if (word !== "" && !clues.has(word)) clues.set(word, weight);
  };
  add(own, OWN);
  add(same, SAME);
  add(kin, THEME);
  if (terms.length === 1) clues.delete(terms[0] ?? "");
  return [...clues].slice(0, MOST).map(([term, weight]) => ({ term, weight }));
}
