import type { Unit } from "./units.ts";

/** An editor's word on order: `place` stands right before or right after another unit. All are indices of units. */
export interface Hint {
  readonly place: number;
  readonly before: number | null;
  readonly after: number | null;
}

/** How often the scrape shows one unit right behind another: rows by the first, cells by the second. */
export type Neighbours = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** `occurrences` names, for each place of the scrape, the unit that stands there. */
export function findNeighbours(occurrences: readonly number[]): Neighbours {
  const next = new Map<number, Map<number, number>>();
  occurrences.slice(1).forEach((to, i) => {
    const from = occurrences[i] as number;
    const row = next.get(from) ?? new Map<number, number>();
    next.set(from, row.set(to, (row.get(to) ?? 0) + 1));
  });
  return next;
}

/**
 * Runs of units that surely belong together: each has only one follower, which follows nothing else. A title begins a
 * block, since a window of the scrape may end before it unseen; so does what a hint speaks of.
 */
export function findBlocks(units: readonly Unit[], next: Neighbours, hints: readonly Hint[]): number[][] {
  const pointed = new Set(hints.map((h) => h.place));
  const fanIn = new Map<number, number>();
  for (const row of next.values()) for (const to of row.keys()) fanIn.set(to, (fanIn.get(to) ?? 0) + 1);
  const follower = (u: number): number | null => {
    const [only, ...others] = [...(next.get(u)?.keys() ?? [])];
    if (only === undefined || others.length > 0 || (fanIn.get(only) ?? 0) > 1) return null;
    return units[only]?.type !== "sentence" || pointed.has(only) || pointed.has(u) ? null : only;
  };
  const followers = units.map((_, u) => follower(u));
  const inner = new Set(followers);
  return units.flatMap((_, u) => {
    if (inner.has(u)) return [];
    const block = [u];
    for (let n = followers[u] ?? null; n !== null && !block.includes(n); n = followers[n] ?? null) block.push(n);
    return [block];
  });
}
