import { grams } from "../collation/terms.ts";
import type { Clause } from "../model.ts";
import { foldForSearch } from "../search/fold.ts";

/** A clause that may be the partner of another one. */
export interface Partner {
  readonly clause: Clause;
  /** 0–1: the pairs of characters in both, of those in either (Dice). */
  readonly likeness: number;
}

/** Finds partners of a clause among the clauses of another document, which are looked at once. */
export function partnersIn(clauses: readonly Clause[]): (text: string, typed: string) => readonly Partner[] {
  const known = clauses.map((clause) => ({
    clause,
    folded: foldForSearch(clause.text).text,
    pairs: new Set(grams(clause.text, 2)),
  }));
  return (text, typed) => {
    const [own, wanted] = [new Set(grams(text, 2)), foldForSearch(typed).text];
    return known
      .filter(({ folded }) => folded.includes(wanted))
      .map(({ clause, pairs }) => ({ clause, likeness: dice(own, pairs) }))
      .sort((a, b) => b.likeness - a.likeness);
  };
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
