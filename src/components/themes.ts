import { getCollection } from "astro:content";
import type { Theme } from "../text/model.ts";
import { keyOf } from "../text/structure/key.ts";
import { themesOf } from "../text/themes/assign.ts";
import { corpus } from "./corpus.ts";
import type { ThemesOf } from "./record.ts";

export interface CorpusThemes {
  /** In the editor's order. */
  readonly themes: readonly Theme[];
  /** Ids of the themes of each clause that has any, best matching first, by `keyOf`. */
  readonly of: ReadonlyMap<string, readonly string[]>;
}

async function gather(): Promise<CorpusThemes> {
  const [members, entries] = await Promise.all([corpus(), getCollection("themes")]);
  const themes = entries
    .map(({ data }) => data)
    .sort((a, b) => a.position - b.position)
    .map(({ theme }) => theme);
  const documents = members.map(({ document }) => document);
  return { themes, of: themesOf(documents, themes) };
}

let gathered: Promise<CorpusThemes> | null = null;

/** The editor's themes, and which of them each clause belongs to. Many pages need them, so a build asks once. */
export function corpusThemes(): Promise<CorpusThemes> {
  if (import.meta.env.DEV) return gather();
  gathered ??= gather();
  return gathered;
}

/** The themes of the clauses of one document. */
export async function documentThemes(document: string): Promise<ThemesOf> {
  const { of } = await corpusThemes();
  return (eId) => of.get(keyOf({ document, eId })) ?? [];
}
