import { getCollection } from "astro:content";
import type { Target } from "../text/model.ts";
import { corpus } from "./corpus.ts";

/** Every target of the corpus: documents in the order in which they were issued, each in reading order. */
export async function corpusTargets(): Promise<readonly Target[]> {
  const [members, entries] = await Promise.all([corpus(), getCollection("targets")]);
  const byDocument = new Map(entries.map(({ data }) => [data.document, data.targets]));
  return members.flatMap(({ document }) => byDocument.get(document.meta.id) ?? []);
}
