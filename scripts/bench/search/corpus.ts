import { searchRecords } from "../../../src/components/search-records.ts";
import { type Concepts, conceptWords } from "../../../src/text/collation/concepts.ts";
import type { PolicyDocument, Theme } from "../../../src/text/model.ts";
import { alikeOf } from "../../../src/text/search/fold.ts";
import type { SearchCorpus } from "../../../src/text/search/record.ts";

/** The words of the editors that a search looks for things near with. */
export interface Words {
  readonly concepts: Concepts;
  readonly themes: readonly Theme[];
}

const UNKNOWN = { themes: () => [], isNew: () => false, isKept: () => false, isGoal: () => false };

/** What the site gives to its search, but for what it knows of single clauses, which only narrows what was found. */
export function corpusOf(documents: readonly PolicyDocument[], { concepts, themes }: Words): SearchCorpus {
  const inOrder = documents.toSorted(
    (a, b) => a.meta.issued.localeCompare(b.meta.issued) || a.meta.id.localeCompare(b.meta.id),
  );
  return {
    documents: inOrder.map((document) => {
      const { id, title, shortTitle, issued, level, script } = document.meta;
      return { id, title, shortTitle, issued, level, script, colour: "", records: searchRecords(document, UNKNOWN) };
    }),
    themes: themes.map(({ id, title, about, terms }) => ({ id, title, about, terms })),
    synonyms: [...conceptWords(concepts).values()],
    indicators: [],
    alike: [...alikeOf(documents.flatMap(({ meta }) => meta.readings))],
  };
}
