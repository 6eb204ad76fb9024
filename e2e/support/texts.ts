import type { CorpusEntry, Site } from "./site.ts";

interface Provision {
  readonly eId: string;
  readonly clauses: readonly { readonly eId: string; readonly text: string; readonly original: string }[];
  readonly children: readonly Provision[];
}

/** A paragraph of a document as its data have it. */
export interface Paragraph {
  readonly document: string;
  readonly eId: string;
  readonly text: string;
  readonly original: string;
}

const descendants = (provision: Provision): readonly Provision[] => [
  provision,
  ...provision.children.flatMap(descendants),
];

function paragraphsOf(document: string, { clauses }: Provision): readonly Paragraph[] {
  const groups = Map.groupBy(clauses, ({ eId }) => eId.replace(/__cl_\d+$/, ""));
  return [...groups].map(([eId, own]) => ({
    document,
    eId,
    text: own.map(({ text }) => text).join(""),
    original: own.map(({ original }) => original).join(""),
  }));
}

/** Every paragraph of every document, in the order of the documents. */
export function paragraphs(site: Site): readonly Paragraph[] {
  const { documents } = site.data<{ documents: readonly CorpusEntry[] }>("corpus.json");
  return documents.flatMap(({ id }) => {
    const { provisions } = site.data<{ provisions: readonly Provision[] }>(`documents/${id}.json`);
    return provisions.flatMap(descendants).flatMap((provision) => paragraphsOf(id, provision));
  });
}

/** A plain idea of what is the same to a search, so that the site's own is held to something else than itself. */
export function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "").replaceAll(/[—–]/g, "-").replaceAll(/[“”]/g, '"');
}
