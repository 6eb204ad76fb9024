import type { Term, Use, Utterance } from "../text/terms/terms.ts";
import { useOf } from "../text/terms/terms.ts";

/** How often documents say a term, one after the other. */
export interface Series extends Term {
  readonly uses: readonly Use[];
  /** From the lowest share of clauses to the highest. */
  readonly moved: number;
}

export function shareOf({ found, clauses }: Use): number {
  return clauses === 0 ? 0 : found / clauses;
}

/** The terms with their uses in each document, those first whose share moved most. */
export function seriesOf(terms: readonly Term[], documents: readonly (readonly Utterance[])[]): readonly Series[] {
  return terms
    .map((term) => {
      const uses = documents.map((clauses) => useOf(term.words, clauses));
      const shares = uses.map(shareOf);
      return { ...term, uses, moved: Math.max(0, ...shares) - Math.min(1, ...shares) };
    })
    .toSorted((a, b) => b.moved - a.moved);
}

/** The highest share of all series: what a full bar means. */
export function ceilingOf(series: readonly Series[]): number {
  return Math.max(0, ...series.flatMap(({ uses }) => uses.map(shareOf)));
}

/** How many of a hundred clauses: 0, 4.2, 53. Below ten a tenth still tells something. */
export function perHundred(use: Use): string {
  const hundredth = shareOf(use) * 100;
  return hundredth === 0 ? "0" : hundredth.toFixed(hundredth < 9.95 ? 1 : 0);
}
