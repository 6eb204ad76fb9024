import { foldForSearch } from "./fold.ts";
import type { DocumentTable, RecordText, SearchCorpus, SearchRecord } from "./record.ts";
import { type Twin, twinOf } from "./twin.ts";

export const textOf = ({ eId, trail, lines, heading, clauses }: SearchRecord): RecordText => ({
  eId,
  trail,
  lines,
  heading,
  clauses,
});

/** What the index is made of for one record. */
export function twinOfRecord({ lines, heading }: SearchRecord, alike: ReadonlyMap<string, string>): Twin {
  const [first = ""] = lines;
  const headed = Array.from(foldForSearch(first.slice(0, heading), alike).text).length;
  return twinOf(
    lines.map((line) => foldForSearch(line, alike).text),
    headed,
  );
}

/** The table of a corpus. `more` adds what an index knows of each document, by its place in the corpus. */
export function tableOf<More>(corpus: SearchCorpus, more: (document: number) => More) {
  const place = new Map(corpus.themes.map(({ id }, i) => [id, i]));
  const documents = corpus.documents.map(({ records, ...particulars }, document): DocumentTable & More => ({
    ...particulars,
    facts: records.map(({ facts }) => facts),
    themes: records.map(({ themes }) => themes.flatMap((theme) => place.get(theme) ?? [])),
    ...more(document),
  }));
  return { ...corpus, documents };
}
