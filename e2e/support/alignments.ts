import type { CorpusEntry, Site } from "./site.ts";

export interface ClauseRef {
  readonly document: string;
  readonly eId: string;
}

/** A pair of clauses, as public data has it. */
export interface Alignment {
  readonly from: ClauseRef;
  readonly to: ClauseRef;
  readonly relation: "verbatim" | "reworded" | "related";
  readonly score: number;
  readonly origin: "auto" | "reviewed";
}

interface Provision {
  readonly clauses: readonly { readonly eId: string; readonly text: string }[];
  readonly children: readonly Provision[];
}

function clausesIn(provisions: readonly Provision[]): (readonly [string, string])[] {
  return provisions.flatMap(({ clauses, children }) => [
    ...clauses.map(({ eId, text }) => [eId, text] as const),
    ...clausesIn(children),
  ]);
}

/** The text of every clause of a document, by eId, in order. */
export function textsOf(site: Site, id: string): ReadonlyMap<string, string> {
  return new Map(clausesIn(site.data<{ provisions: Provision[] }>(`documents/${id}.json`).provisions));
}

/** Two documents that are compared, and what they have in common. */
export interface Pair {
  readonly from: CorpusEntry;
  readonly to: CorpusEntry;
  readonly page: string;
  readonly alignments: readonly Alignment[];
}

/** Every two documents of a corpus that is small enough to be compared each with each. */
export function pairsOf(site: Site): readonly Pair[] {
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  const alignments = site.data<Alignment[]>("alignments.json");
  return documents.flatMap((to, i) =>
    documents.slice(0, i).map((from) => ({
      from,
      to,
      page: `compare/${from.id}/${to.id}/`,
      alignments: alignments.filter((one) => one.from.document === from.id && one.to.document === to.id),
    })),
  );
}

/** The pair with the most alignments: the longest page. */
export function richest(site: Site): Pair {
  const [first] = [...pairsOf(site)].sort((a, b) => b.alignments.length - a.alignments.length);
  if (first === undefined) throw new Error("no two documents");
  return first;
}
