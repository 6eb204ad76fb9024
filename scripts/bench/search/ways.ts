import { foldForSearch } from "../../../src/text/search/fold.ts";
import { scan } from "../../../src/text/search/lookup.ts";
import { readQuery } from "../../../src/text/search/query.ts";
import type { RecordText, SearchCorpus } from "../../../src/text/search/record.ts";
import { hitsFor, type Sources } from "../../../src/text/search/search.ts";
import { tableOf, textOf } from "../../../src/text/search/table.ts";
import type { Searching } from "./others.ts";

/** From what a reader types to the numbers of the records that are found. */
export type Answer = (typed: string) => Promise<readonly number[]>;

export function answerOf(sources: Sources): Answer {
  return async (typed) => (await hitsFor(readQuery(typed, sources.alike), sources)).map(({ record }) => record);
}

/** A library is given what ours makes of a query, folded as the texts that it was given. */
export function libraryAnswer({ search }: Searching, { alike }: SearchCorpus): Answer {
  const known = new Map(alike);
  return async (typed) => {
    const { terms } = readQuery(typed, known);
    return terms.length === 0 ? [] : search(terms);
  };
}

export function foldedTexts({ documents, alike }: SearchCorpus): readonly string[] {
  const known = new Map(alike);
  const folded = (line: string): string => foldForSearch(line, known).text;
  return documents.flatMap(({ records }) => records.map(({ lines }) => lines.map(folded).join("\n")));
}

/** The search that reads through all texts. */
export function scanOf(corpus: SearchCorpus): Sources {
  const alike = new Map(corpus.alike);
  const texts: readonly (readonly RecordText[])[] = corpus.documents.map(({ records }) => records.map(textOf));
  return {
    table: tableOf(corpus, () => ({})),
    alike,
    lookup: scan(corpus.documents, alike),
    texts: async (document) => texts[document] ?? [],
  };
}
