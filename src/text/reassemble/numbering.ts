import { COUNTED_THROUGHOUT, RANK } from "../structure/marker.ts";
import type { Unit } from "./units.ts";

/** What numbers say about an order: costs of reading one title after others, in units of one unproven join. */
const GOES_BACK = 10;
const LEAVES_OUT = 2;
const EACH_FURTHER = 0.5;
const STANDS_ALONE = 5;

export interface Open {
  readonly rank: number;
  readonly value: number;
}

export interface Numbers {
  /** The numbers that are open where a title may come: outermost first. */
  readonly open: readonly Open[];
  /** The last of each rank that is counted through the document. */
  readonly throughout: ReadonlyMap<number, number>;
}

export const NO_NUMBERS: Numbers = { open: [], throughout: new Map() };

export interface Step {
  readonly numbers: Numbers;
  readonly cost: number;
}

/** Reads a numbered title in this place. `topRank` is the highest rank that the document uses. */
export function enter({ open, throughout }: Numbers, title: Unit, topRank: number): Step {
  const kind = title.kind ?? "item";
  const rank = RANK.get(kind) ?? 0;
  const outer = open.filter((o) => o.rank < rank);
  const counted = COUNTED_THROUGHOUT.has(kind);
  const before = (counted ? throughout.get(rank) : open.find((o) => o.rank === rank)?.value) ?? 0;
  const step = title.value - before;
  const order = step < 1 ? GOES_BACK : step === 1 ? 0 : LEAVES_OUT + EACH_FURTHER * (step - 2);
  const alone = rank > topRank && outer.length === 0 ? STANDS_ALONE : 0;
  const numbers = {
    open: [...outer, { rank, value: title.value }],
    throughout: counted ? new Map(throughout).set(rank, title.value) : throughout,
  };
  return { numbers, cost: order + alone };
}
