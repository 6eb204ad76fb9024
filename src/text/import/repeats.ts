import { matchKey } from "../normalize/fold.ts";
import type { Line } from "../normalize/line.ts";
import { sentenceEnds } from "../structure/sentences.ts";

/** Shorter sentences recur in honest texts. */
const SHORTEST = 12;
/** A law says a thing twice at times; a scrape of overlapping windows repeats much of what it shows. */
const SHARE_OF_SHUFFLED = 0.05;
const FEWEST = 3;

export interface Repeats {
  readonly repeated: number;
  readonly sentences: number;
  readonly shuffled: boolean;
}

/** How many sentences of the lines repeat one before. */
export function findRepeats(lines: readonly Line[]): Repeats {
  const seen = new Set<string>();
  let repeated = 0;
  let sentences = 0;
  for (const { text } of lines.map((l) => l.text)) {
    const ends = [0, ...sentenceEnds(text)];
    for (const [i, end] of ends.slice(1).entries()) {
      const key = matchKey(text.slice(ends[i], end));
      if (key.length < SHORTEST) continue;
      sentences += 1;
      if (seen.has(key)) repeated += 1;
      seen.add(key);
    }
  }
  return { repeated, sentences, shuffled: repeated >= FEWEST && repeated >= sentences * SHARE_OF_SHUFFLED };
}
