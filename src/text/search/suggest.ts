import { type Alike, foldForSearch } from "./fold.ts";
import type { SearchTable } from "./record.ts";

function pairs(text: string): ReadonlySet<string> {
  const characters = Array.from(text);
  return new Set(characters.length < 2 ? characters : characters.slice(1).map((c, i) => `${characters[i]}${c}`));
}

/** Dice's coefficient: twice what two sets share, by what both hold. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size);
}

const LEAST = 0.3;

/** Words that the editors of the site use and that look most like a folded term. */
export function suggestions(term: string, table: SearchTable, alike: Alike, most = 5): readonly string[] {
  const words = new Set([
    ...table.themes.flatMap(({ title, terms }) => [title, ...terms]),
    ...table.synonyms.flat(),
    ...table.indicators.map(({ name }) => name),
  ]);
  const wanted = pairs(term);
  return [...words]
    .map((word) => ({ word, score: likeness(wanted, pairs(foldForSearch(word, alike).text)) }))
    .filter(({ score }) => score >= LEAST && score < 1)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ word }) => word);
}
