import { RANK } from "../structure/marker.ts";
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

/** The numbers that are open where a title may come: outermost first. */
export type Numbers = readonly Open[];

export interface Step {
  readonly numbers: Numbers;
  readonly cost: number;
}

/** Reads a numbered title in this place. `topRank` is the highest rank that the document uses. */
export function enter(numbers: Numbers, title: Unit, topRank: number): Step {
  const rank = RANK.get(title.kind ?? "item") ?? 0;
  const outer = numbers.filter((open) => open.rank < rank);
  const before = numbers.find((open) => open.rank === rank)?.value ?? 0;
  const step = title.value - before;
  const order = step < 1 ? GOES_BACK : step === 1 ? 0 : LEAVES_OUT + EACH_FURTHER * (step - 2);
  const alone = rank > topRank && outer.length === 0 ? STANDS_ALONE : 0;
  return { numbers: [...outer, { rank, value: title.value }], cost: order + alone };
}
