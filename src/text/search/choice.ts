import { type Hit, has } from "./hit.ts";
import type { Order } from "./rank.ts";
import type { SearchTable } from "./record.ts";

/** What a reader looks for, and among what. An empty list means everything. */
export interface Choice {
  readonly query: string;
  readonly document: readonly string[];
  readonly year: readonly string[];
  readonly theme: readonly string[];
  /** `new` `kept` */
  readonly relation: readonly string[];
  /** `yes` `no` */
  readonly target: readonly string[];
  readonly order: Order;
}

export const FACETS = ["document", "year", "theme", "relation", "target"] as const;
export type Facet = (typeof FACETS)[number];

/** A value for each facet. */
export function byFacet<T>(make: (facet: Facet) => T): Readonly<Record<Facet, T>> {
  return Object.fromEntries(FACETS.map((facet) => [facet, make(facet)])) as Record<Facet, T>;
}

export const NO_CHOICE: Choice = { ...byFacet(() => []), query: "", order: "best" };

/** What a hit is under each facet. */
export function valuesOf(hit: Hit, { documents, themes }: SearchTable): Readonly<Record<Facet, readonly string[]>> {
  const document = documents[hit.document];
  return {
    document: [document?.id ?? ""],
    year: [document?.issued.slice(0, 4) ?? ""],
    theme: hit.themes.flatMap((theme) => themes[theme]?.id ?? []),
    relation: [...(has(hit, "isNew") ? ["new"] : []), ...(has(hit, "isKept") ? ["kept"] : [])],
    target: [has(hit, "isGoal") ? "yes" : "no"],
  };
}

export interface Chosen {
  /** The hits that every facet lets through. */
  readonly hits: readonly Hit[];
  /** For each facet how many hits each of its values would leave, the other facets being as they are. */
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
}

export function choose(all: readonly Hit[], choice: Choice, table: SearchTable): Chosen {
  const counts = byFacet(() => new Map<string, number>());
  const hits = all.filter((hit) => {
    const values = valuesOf(hit, table);
    const refused = FACETS.filter(
      (facet) => choice[facet].length > 0 && !values[facet].some((value) => choice[facet].includes(value)),
    );
    for (const facet of FACETS) {
      if (refused.some((other) => other !== facet)) continue;
      for (const value of values[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
    return refused.length === 0;
  });
  return { hits, counts };
}
