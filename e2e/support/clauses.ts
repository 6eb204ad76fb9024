import type { Site } from "./site.ts";

interface Provision {
  readonly kind: string;
  readonly clauses: readonly { readonly eId: string; readonly text: string }[];
  readonly children: readonly Provision[];
  readonly responsible: { readonly eId: string } | null;
}

/** A clause that states policy, so that shares count it. */
export interface Counted {
  readonly eId: string;
  readonly text: string;
}

/** The clauses of a document without its letter and without its lists of responsible bodies, in order. */
export function countedClauses(site: Site, id: string): readonly Counted[] {
  const within = (provisions: readonly Provision[]): readonly Counted[] =>
    provisions.flatMap(({ kind, clauses, children, responsible }) => [
      ...(kind === "preface" ? [] : clauses.filter(({ eId }) => eId !== responsible?.eId)),
      ...within(children),
    ]);
  return within(site.data<{ provisions: Provision[] }>(`documents/${id}.json`).provisions);
}
