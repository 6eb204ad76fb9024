import type { Alignment, PolicyDocument } from "../model.ts";
import type { Concepts } from "./concepts.ts";
import type { Edition } from "./edition.ts";
import { Kin } from "./kin.ts";
import { merge } from "./merge.ts";
import { pairsToCompare } from "./neighbours.ts";
import { prepare } from "./prepare.ts";
import { propose, type Weights } from "./propose.ts";

/** A document is compared with so many others. */
const NEIGHBOURS = 10;

/** What two documents have in common. `from` was issued earlier. */
export interface Collation {
  readonly from: string;
  readonly to: string;
  /** An editor has read both texts through. */
  readonly complete: boolean;
  readonly alignments: readonly Alignment[];
  /** What the machine says without the editor's word. */
  readonly auto: readonly Alignment[];
}

/** Two documents, what an editor says of them, and all that the machine proposes. */
export interface Proposed {
  readonly from: string;
  readonly to: string;
  readonly edition: Edition | null;
  readonly auto: readonly Alignment[];
  /** The same with what editors read of third documents in mind, unless the two were read through. */
  readonly proposed: readonly Alignment[];
}

/**
 * Every two documents that are to be compared: each other's neighbours, and those that an editor has paired.
 *
 * @param documents in date order
 * @param of leaves out all pairs without this document
 */
export function proposals(
  documents: readonly PolicyDocument[],
  editions: readonly Edition[],
  concepts: Concepts,
  weights: Weights,
  of: string | null = null,
): Proposed[] {
  const prepared = prepare(documents, concepts);
  const kin = new Kin(prepared, editions, () => weights.first);
  const index = new Map(prepared.map(({ id }, i) => [id, i]));
  const reviewed = editions.map(({ from, to }) => [index.get(from) ?? -1, index.get(to) ?? -1] as const);
  const wanted = new Map([...pairsToCompare(prepared, NEIGHBOURS), ...reviewed].map((pair) => [pair.join(), pair]));
  return [...wanted.values()].flatMap(([i, j]): Proposed[] => {
    const [a, b] = [prepared[i], prepared[j]];
    if (!a || !b || (of !== null && a.id !== of && b.id !== of)) return [];
    const edition = editions.find(({ from, to }) => from === a.id && to === b.id) ?? null;
    const auto = propose(a, b, weights);
    // Of two documents that were read through the machine is not asked again.
    const isAsked = edition?.complete !== true && readElsewhere(editions, a.id, b.id);
    return [{ from: a.id, to: b.id, edition, auto, proposed: isAsked ? propose(a, b, weights, kin) : auto }];
  });
}

/** The same with the editors' word before the machine's. */
export function collate(
  documents: readonly PolicyDocument[],
  editions: readonly Edition[],
  concepts: Concepts,
  weights: Weights,
): Collation[] {
  return proposals(documents, editions, concepts, weights).map(({ from, to, edition, auto, proposed }) => ({
    from,
    to,
    complete: edition?.complete ?? false,
    alignments: merge(edition, proposed),
    auto,
  }));
}

/** An editor has read how one of two documents goes with a third. */
function readElsewhere(editions: readonly Edition[], a: string, b: string): boolean {
  return editions.some(({ from, to }) => (from === a || to === a) !== (from === b || to === b));
}
