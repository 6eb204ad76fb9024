import { isLoose, matchKey } from "../normalize/fold.ts";
import type { Mapped } from "../normalize/mapped.ts";
import type { Unit } from "./units.ts";

/** Shorter sentences recur in honest texts, and a shorter fragment may belong to many sentences. */
const SHORTEST_FRAGMENT = 8;

export interface Distinct {
  /** Each different unit once, at its first occurrence that is whole. */
  readonly units: readonly Unit[];
  /** For every unit of the scrape, which of `units` it is or repeats. */
  readonly occurrences: readonly number[];
}

/** A fragment of a sentence, cut off by a scrape's window, repeats the sentence that contains it. */
function containing(keys: readonly string[], key: string): number {
  if (key.length < SHORTEST_FRAGMENT) return -1;
  return keys.findIndex((other) => other.length > key.length && (other.startsWith(key) || other.endsWith(key)));
}

/** Finds the units that repeat others. Comparison is by key: script, width, spacing and punctuation do not matter. */
export function findDuplicates(scrape: readonly Unit[]): Distinct {
  const whole = [...new Set(scrape.map((u) => u.key))];
  const index = new Map<string, number>();
  const units: Unit[] = [];
  const occurrences = scrape.map((u) => {
    const container = u.type === "front" ? -1 : containing(whole, u.key);
    const key = whole[container] ?? u.key;
    const known = index.get(key);
    if (known !== undefined) {
      if (container < 0 && units[known]?.key !== u.key) units[known] = u;
      return known;
    }
    index.set(key, units.length);
    units.push(u);
    return units.length - 1;
  });
  return { units, occurrences };
}

/**
 * For each unit of a copy, the seed offset of its counterpart in the original, of which the copy is all, the beginning
 * or the end. Signs, in which copies may differ, go with the character before them.
 */
export function counterparts(copy: Mapped, original: Mapped): number[] {
  const firm = original.at.filter((_, i) => !isLoose(original.text.charAt(i)));
  const atEnd = !matchKey(original.text).startsWith(matchKey(copy.text));
  const own = copy.at.filter((_, i) => !isLoose(copy.text.charAt(i))).length;
  let next = atEnd ? firm.length - own : 0;
  return copy.at.map((_, i) => {
    if (!isLoose(copy.text.charAt(i))) next += 1;
    return firm[Math.max(0, next - 1)] ?? original.at[0] ?? 0;
  });
}
