import type { Clause, ClauseRef, PolicyDocument, Target } from "../model.ts";
import { allClauses } from "../structure/outline.ts";

/** A clause that sets a goal in words, and which words. */
export interface Mention extends ClauseRef {
  readonly words: string;
}

/** The stretch between signs around a place. */
function stretch(text: string, at: number, end: number): string {
  const before = Math.max(...Array.from("，；。：！？", (sign) => text.lastIndexOf(sign, at - 1))) + 1;
  const rest = /[，；。：！？]/u.exec(text.slice(end));
  return text.slice(at === 0 ? 0 : before, rest === null ? text.length : end + rest.index);
}

function wordsIn({ text }: Clause, mentions: readonly string[]): string | null {
  const found = mentions.find((mention) => text.includes(mention));
  if (found === undefined) return null;
  const at = text.indexOf(found);
  return stretch(text, at, at + found.length);
}

/** Where a document speaks of an indicator without a number: first of all where that is a goal with a year. */
export function mentionIn(
  document: PolicyDocument,
  goals: readonly Target[],
  mentions: readonly string[],
): Mention | null {
  const id = document.meta.id;
  const goal = goals.find(({ quote, value }) => value === null && mentions.some((mention) => quote.includes(mention)));
  if (goal !== undefined) return { document: id, eId: goal.eId, words: goal.quote };
  for (const clause of allClauses(document)) {
    const words = wordsIn(clause, mentions);
    if (words !== null) return { document: id, eId: clause.eId, words };
  }
  return null;
}
