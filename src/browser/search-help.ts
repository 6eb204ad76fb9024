import type { Hit } from "../text/search/hit.ts";
import { bare, type Query } from "../text/search/query.ts";
import { suggestions } from "../text/search/suggest.ts";
import type { OpenedSearch } from "./indexed-search.ts";
import { damageWords, EXCLUDED, emptyWords } from "./search-words.ts";

function paragraph(words: string): HTMLElement {
  const made = document.createElement("p");
  made.textContent = words;
  return made;
}

function suggestion(word: string, ask: (word: string) => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = word;
  button.addEventListener("click", () => ask(word));
  return button;
}

/** Other ways to say a term: without the signs around it, and words that the editors use. */
function otherWords({ terms: [term = ""] }: Query, { table, alike }: OpenedSearch): readonly string[] {
  const inside = bare(term);
  const own = inside !== "" && inside !== term ? [inside] : [];
  return [...new Set([...own, ...suggestions(term.slice(0, 50), table, alike)])];
}

/** What a reader should know of a search: that files are missing, or what to do where nothing was found. */
export function helpFor(
  query: Query,
  all: readonly Hit[],
  chosen: readonly Hit[],
  session: OpenedSearch,
  ask: (word: string) => void,
): readonly HTMLElement[] {
  const damage = damageWords(session.damage(), session.table).map(paragraph);
  if (query.terms.length === 0) return damage;
  if (all.length > 0) return chosen.length === 0 ? [...damage, paragraph(EXCLUDED)] : damage;
  const words = otherWords(query, session);
  return [
    ...damage,
    paragraph(emptyWords(query, session.table)),
    ...(words.length > 0 ? [paragraph("可以改查：")] : []),
    ...words.map((word) => suggestion(word, ask)),
  ];
}
