import { tiles } from "../collation/tiles.ts";
import type { Relation, Span } from "../model.ts";
import type { Quote } from "./pairs.ts";

/** Where a phrase begins or ends. */
const BORDER = /[，、；：。！？,;:!?]/u;

/** Shorter stretches that two clauses share show nothing. */
const SHARED = 4;

/** A reused run of so many code units makes a pair `verbatim`. */
const VERBATIM = 12;

/** A span stretched to the borders of its phrases. */
function phrase(text: string, { start, end }: Span): string {
  let [first, last] = [start, end];
  while (first > 0 && !BORDER.test(text.charAt(first - 1))) first -= 1;
  while (last < text.length && !BORDER.test(text.charAt(last))) last += 1;
  return trimmed(text.slice(first, last));
}

/** Without the signs that a phrase begins or ends with. */
function trimmed(text: string): string {
  const quote = text.replace(/^[，、；：。！？,;:!?\s]+|[，、；：。！？,;:!?\s]+$/gu, "");
  return quote === "" ? text : quote;
}

/** The words of two clauses that show what they have in common: around their longest shared run, or all of them. */
export function proposedQuote(from: string, to: string): Quote {
  const longest = tiles(from, to, SHARED).reduce<{ from: Span; to: Span } | null>(
    (best, run) => (best === null || lengthOf(run.from) > lengthOf(best.from) ? run : best),
    null,
  );
  if (longest === null) return { from: trimmed(from), to: trimmed(to) };
  return { from: phrase(from, longest.from), to: phrase(to, longest.to) };
}

const lengthOf = ({ start, end }: Span): number => end - start;

/** What two clauses that an editor puts together most likely are. */
export function likelyRelation(from: string, to: string): Relation {
  return tiles(from, to, SHARED).some((run) => lengthOf(run.from) >= VERBATIM) ? "verbatim" : "reworded";
}
