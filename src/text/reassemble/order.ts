import { findBlocks, findNeighbours, type Hint } from "./blocks.ts";
import type { Distinct } from "./duplicates.ts";
import { layOut } from "./layout.ts";

/**
 * Order by overlaps. A scrape is a row of windows onto the text, shuffled and overlapping, so that two units which
 * stand side by side in it stand so in the text too, unless a window ends between them. Units whose neighbours are
 * beyond doubt are joined into blocks, and the blocks are laid out. The idea is that of sequence assembly by overlap,
 * layout and consensus (Kececioglu and Myers 1995), with the numbering grammar as the map that contigs are anchored to.
 */

export interface Order {
  /** Indices of units, in the order of the text. */
  readonly sequence: readonly number[];
  /** Positions in `sequence` whose unit the scrape never shows behind the one before it. */
  readonly seams: readonly number[];
}

export function findOrder({ units, occurrences }: Distinct, hints: readonly Hint[]): Order {
  const next = findNeighbours(occurrences);
  const sequence = layOut(units, findBlocks(units, next, hints), next, hints);
  const seams = sequence.flatMap((u, i) => (i > 0 && !next.get(sequence[i - 1] as number)?.has(u) ? [i] : []));
  return { sequence, seams };
}
