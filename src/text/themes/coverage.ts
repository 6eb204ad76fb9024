import type { PolicyDocument, Theme } from "../model.ts";
import { keyOf } from "../structure/key.ts";
import { type Subject, subjects, themesOf } from "./assign.ts";

export interface Coverage {
  /** By theme, then by document in the order given: how many clauses of the document are in the theme. */
  readonly counts: ReadonlyMap<string, readonly number[]>;
  /** By document: how many of its clauses a theme could hold, and how many are in one. */
  readonly documents: readonly { readonly id: string; readonly clauses: number; readonly covered: number }[];
  /** Clauses in no theme. */
  readonly left: readonly Subject[];
}

/** How much of the corpus the themes hold. */
export function coverage(corpus: readonly PolicyDocument[], themes: readonly Theme[]): Coverage {
  const of = themesOf(corpus, themes);
  const all = subjects(corpus).map((subject) => ({
    subject,
    ids: of.get(keyOf({ document: subject.document, eId: subject.clause.eId })) ?? [],
  }));
  const byDocument = corpus.map(({ meta }) => ({
    id: meta.id,
    own: all.filter(({ subject }) => subject.document === meta.id),
  }));
  return {
    counts: new Map(
      themes.map(({ id }) => [id, byDocument.map(({ own }) => own.filter(({ ids }) => ids.includes(id)).length)]),
    ),
    documents: byDocument.map(({ id, own }) => ({
      id,
      clauses: own.length,
      covered: own.filter(({ ids }) => ids.length > 0).length,
    })),
    left: all.filter(({ ids }) => ids.length === 0).map(({ subject }) => subject),
  };
}
