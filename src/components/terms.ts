import { getEntry } from "astro:content";
import { statements } from "../text/collation/statement.ts";
import { type Distinctive, distinctive } from "../text/terms/distinctive.ts";
import type { Terms } from "../text/terms/terms.ts";
import type { Member } from "./corpus.ts";

/** Words that set one document apart are so many at most. */
const MOST = 5;

export async function editorsTerms(): Promise<Terms> {
  return (await getEntry("terms", "terms"))?.data ?? { followed: [], ignored: [] };
}

/** The words that set each document apart, in the order of the documents. */
export function ownWords(members: readonly Member[], { ignored }: Terms): readonly (readonly Distinctive[])[] {
  const clauses = members.map(({ document }) => statements(document).map(({ clause }) => clause));
  return distinctive(clauses, ignored, MOST);
}
