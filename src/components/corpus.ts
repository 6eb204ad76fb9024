import { getCollection, getEntry } from "astro:content";
import type { Source } from "../loaders/sources.ts";
import type { DocumentMeta, PolicyDocument } from "../text/model.ts";
import { type Counts, countDocument } from "./counts.ts";
import { simplifiedMeta } from "./meta.ts";

/** A document with its place in the corpus. */
export interface Member {
  /** With its particulars in Simplified Chinese. */
  readonly document: PolicyDocument;
  /** The particulars as the source gives them. */
  readonly printed: DocumentMeta;
  readonly counts: Counts;
  /** From 1, in date order. */
  readonly position: number;
  /** The document's own colour, as a CSS value. */
  readonly colour: string;
  /** A CSS declaration that gives the element that colour as `--doc`. */
  readonly tint: string;
  readonly previous: PolicyDocument | null;
  readonly next: PolicyDocument | null;
}

const TINTS = 8;

/** Every document, in the order in which they were issued. */
export async function corpus(): Promise<readonly Member[]> {
  const entries = await getCollection("documents");
  const printed = entries.map((entry) => entry.data);
  printed.sort((a, b) => a.meta.issued.localeCompare(b.meta.issued) || a.meta.id.localeCompare(b.meta.id));
  const documents = printed.map((document) => ({ ...document, meta: simplifiedMeta(document.meta) }));
  return documents.map((document, i) => {
    const colour = `var(--doc-${(i % TINTS) + 1})`;
    return {
      document,
      printed: printed[i]?.meta ?? document.meta,
      counts: countDocument(document),
      position: i + 1,
      colour,
      tint: `--doc: ${colour}`,
      previous: documents[i - 1] ?? null,
      next: documents[i + 1] ?? null,
    };
  });
}

/** One static path per document, with the member as its props. */
export async function documentPaths() {
  const members = await corpus();
  return members.map((member) => ({ params: { id: member.document.meta.id }, props: { member } }));
}

/** The seed of a document, or null for a document that was written here and not scraped. */
export async function sourceOf(id: string): Promise<Source | null> {
  const entry = await getEntry("sources", id);
  return entry?.data ?? null;
}

/** One static path per document that has a seed. */
export async function sourcePaths() {
  const members = await corpus();
  const paths = members.map(async (member) => {
    const { id } = member.document.meta;
    const source = await sourceOf(id);
    return source === null ? [] : [{ params: { id }, props: { member, source } }];
  });
  return (await Promise.all(paths)).flat();
}
