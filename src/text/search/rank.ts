import { type Hit, has } from "./hit.ts";

export const ORDERS = ["best", "newest", "reading"] as const;

/**
 * - `best` titles, headings, then goals, then the rest; in each the terms close together before those apart, and the later
 *   document before the earlier
 * - `newest` the latest document first
 * - `reading` the documents in their order, each from its head to its end
 */
export type Order = (typeof ORDERS)[number];

/** In characters: within a few words, within a sentence. */
const NEAR = [8, 40];

function distance({ spread }: Hit): number {
  const step = NEAR.findIndex((most) => spread <= most);
  return step < 0 ? NEAR.length : step;
}

function tier(hit: Hit): number {
  if (hit.inHeading) return has(hit, "isHead") ? 0 : 1;
  return has(hit, "isGoal") ? 2 : 3;
}

const reading = (a: Hit, b: Hit): number => a.record - b.record;
const newest = (a: Hit, b: Hit): number => b.document - a.document || reading(a, b);
const best = (a: Hit, b: Hit): number => tier(a) - tier(b) || distance(a) - distance(b) || newest(a, b);

export function ranked(hits: readonly Hit[], order: Order): readonly Hit[] {
  return hits.toSorted({ best, newest, reading }[order]);
}
