import { tokenKey } from "../diff/align-tokens.ts";
import type { Clause, Span } from "../model.ts";
import { simplify } from "../normalize/script.ts";
import { foldWidth } from "../normalize/width.ts";
import { grams } from "./terms.ts";

const loose = (text: string): string => simplify(foldWidth(text));

/** Where a quote stands in a text, blanks and kinds of punctuation aside; null where it does not. */
export function locate(text: string, quote: string): Span | null {
  const units = Array.from(loose(text).split(""), (unit, at) => ({ key: tokenKey(unit), at })).filter(
    ({ key }) => key !== "",
  );
  const wanted = loose(quote).split("").map(tokenKey).join("");
  if (wanted === "") return null;
  const found = units
    .map(({ key }) => key)
    .join("")
    .indexOf(wanted);
  if (found < 0) return null;
  return { start: units[found]?.at ?? 0, end: (units[found + wanted.length - 1]?.at ?? 0) + 1 };
}

/** Half of what a quote says must stand in a clause for it to be named as the place that was meant. */
const LIKENESS = 0.5;

/**
 * What to do about a quote that is not where it was, or about an eId that is gone: the clause that says the most of it
 * now, as a clause of a message; null when none does.
 */
export function nearestClause(
  quote: string | null,
  eId: string | null,
  clauses: ReadonlyMap<string, Clause>,
): string | null {
  if (quote !== null) {
    const wanted = new Set(grams(loose(quote), 2));
    const shares = Array.from(clauses.values(), (clause) => {
      const own = new Set(grams(clause.text, 2));
      return { clause, share: [...wanted].filter((pair) => own.has(pair)).length / Math.max(1, wanted.size) };
    });
    const best = shares.reduce((x, y) => (y.share > x.share ? y : x), { clause: null as Clause | null, share: 0 });
    if (best.clause && best.share >= LIKENESS) return `现在最像的是 ${best.clause.eId}：“${best.clause.text}”`;
  }
  const siblings = eId === null ? [] : [...clauses.keys()].filter((other) => parentOf(other) === parentOf(eId));
  return siblings.length > 0 ? `那一条里有 ${siblings.join("、")}，改成其中一句` : null;
}

const parentOf = (eId: string): string => eId.replace(/__p_\d+__cl_\d+$/u, "");
