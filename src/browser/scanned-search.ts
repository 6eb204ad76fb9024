import { scan } from "../text/search/lookup.ts";
import type { SearchCorpus } from "../text/search/record.ts";
import { tableOf, textOf } from "../text/search/table.ts";
import type { OpenedSearch } from "./indexed-search.ts";

/** Opens the search of a site under development, which has no index: it reads through the texts as they are now. */
export async function openScanned(): Promise<OpenedSearch> {
  const answer = await fetch(`${import.meta.env.BASE_URL.replace(/\/?$/, "/")}search/records.json`);
  const corpus = (await answer.json()) as SearchCorpus;
  const alike = new Map(corpus.alike);
  const texts = corpus.documents.map(({ records }) => records.map(textOf));
  return {
    table: tableOf(corpus, () => ({})),
    alike,
    texts: async (document) => texts[document] ?? [],
    lookup: scan(corpus.documents, alike),
    damage: () => ({ index: [], texts: [] }),
  };
}
