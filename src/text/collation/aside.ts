import type { PolicyDocument } from "../model.ts";
import { allProvisions } from "../structure/outline.ts";

/**
 * eIds of the clauses that state no policy: the letter that hands the document down and the lists of responsible
 * bodies. They are shown and not aligned, and no share counts them.
 */
export function asides({ provisions }: PolicyDocument): Set<string> {
  const all = allProvisions(provisions);
  const letters = all.filter(({ kind }) => kind === "preface");
  const clauses = letters.flatMap(({ paragraphs }) => paragraphs).flatMap(({ clauses }) => clauses);
  const responsible = all.flatMap(({ responsible }) => (responsible === null ? [] : [responsible.eId]));
  return new Set([...clauses.map(({ eId }) => eId), ...responsible]);
}
