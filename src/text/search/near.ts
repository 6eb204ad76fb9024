import type { Clue } from "./clues.ts";
import type { Lookup } from "./lookup.ts";

/** A record that is no hit but says what goes with the query. */
export interface Near {
  readonly record: number;
  readonly score: number;
  /** The clues that it holds, the most telling first. */
  readonly clues: readonly string[];
}

/** A clue that stands in most records tells nothing. */
const rarity = (holders: number, records: number): number => Math.log((records + 1) / (holders + 0.5));

/** The records that hold clues, the best first; `hits` are not among them. */
export async function nearOf(
  clues: readonly Clue[],
  lookup: Lookup,
  records: number,
  hits: ReadonlySet<number>,
): Promise<readonly Near[]> {
  const held = await Promise.all(clues.map(async (clue) => ({ ...clue, found: await lookup(clue.term) })));
  const near = new Map<number, { score: number; clues: string[] }>();
  for (const { term, weight, found } of held) {
    for (const { record, inHeading } of found) {
      if (hits.has(record)) continue;
      const known = near.get(record) ?? { score: 0, clues: [] };
      known.score += weight * rarity(found.length, records) * (inHeading ? 1.5 : 1);
      known.clues.push(term);
      near.set(record, known);
    }
  }
  return [...near]
    .map(([record, { score, clues: terms }]) => ({ record, score, clues: terms }))
    .toSorted((a, b) => b.score - a.score || b.record - a.record);
}
