import type { PreparedDocument } from "./prepare.ts";

/** A document is known by so many of its weightiest bigrams. */
const PROFILE = 400;

/** The weightiest bigrams of a document, as one vector of unit length. */
function profile({ statements, lexicons }: PreparedDocument): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { bigrams } of statements)
    for (const id of bigrams.ids) sums.set(id, (sums.get(id) ?? 0) + (lexicons.bigrams.rarity[id] as number));
  const weightiest = [...sums].sort(([x, u], [y, v]) => v - u || x - y).slice(0, PROFILE);
  const norm = Math.sqrt(weightiest.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return new Map(weightiest.map(([id, weight]) => [id, weight / norm]));
}

/**
 * The pairs of documents to compare: each with the `most` that speak most alike, by the cosine of their bigrams. In a
 * small corpus these are all pairs.
 *
 * @param documents in date order
 * @returns indices, the earlier first
 */
export function pairsToCompare(documents: readonly PreparedDocument[], most: number): (readonly [number, number])[] {
  const postings = new Map<number, { readonly document: number; readonly weight: number }[]>();
  const profiles = documents.map(profile);
  profiles.forEach((weights, document) => {
    for (const [id, weight] of weights) {
      const list = postings.get(id);
      if (list) list.push({ document, weight });
      else postings.set(id, [{ document, weight }]);
    }
  });
  const chosen = new Set<number>();
  profiles.forEach((weights, one) => {
    const likeness = new Float64Array(documents.length);
    for (const [id, weight] of weights)
      for (const other of postings.get(id) ?? [])
        likeness[other.document] = (likeness[other.document] as number) + weight * other.weight;
    const others = Array.from(likeness.keys()).filter((other) => other !== one);
    others.sort((x, y) => (likeness[y] as number) - (likeness[x] as number) || x - y);
    for (const other of others.slice(0, most))
      chosen.add(Math.min(one, other) * documents.length + Math.max(one, other));
  });
  return [...chosen]
    .sort((x, y) => x - y)
    .map((key) => [Math.floor(key / documents.length), key % documents.length] as const);
}
