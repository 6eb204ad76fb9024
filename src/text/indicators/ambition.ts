import type { Target } from "../model.ts";
import type { Indicator } from "./indicator.ts";

const COUNTERS: ReadonlySet<string> = new Set(["个", "家", "项"]);

/** A change by the year and one over a period are two things; of a level, 年均 says only that it is an average. */
const isYearly = ({ quote, change }: Target): boolean => change !== "level" && /年均|每年/u.test(quote);

/** Whether a figure says how much at least, how much at most, or neither. */
function bound({ comparator }: Target): number {
  if (comparator === ">=" || comparator === ">") return 1;
  return comparator === "<=" || comparator === "<" ? -1 : 0;
}

/** Whether two figures of one measure may be set against each other at all. */
export function isComparable(a: Target, b: Target): boolean {
  const sameUnit = a.unit === b.unit || (COUNTERS.has(a.unit ?? "") && COUNTERS.has(b.unit ?? ""));
  return sameUnit && a.change === b.change && isYearly(a) === isYearly(b) && bound(a) * bound(b) >= 0;
}

/** 1 where a bigger number is the more ambitious one: a bigger fall of what shall be less, say. */
function wayUp(better: Indicator["better"], { change }: Target): 1 | -1 {
  return (better === "less") === (change === "decrease") ? 1 : -1;
}

/** How the number goes from one figure to another: 1 up, -1 down, 0 the same. Of ranges the lower end speaks first. */
export function direction(from: Target, to: Target): number {
  const low = Math.sign((to.value ?? 0) - (from.value ?? 0));
  return low === 0 ? Math.sign((to.valueMax ?? to.value ?? 0) - (from.valueMax ?? from.value ?? 0)) : low;
}

/** How the ambition goes: 1 raised, -1 lowered, 0 the same. */
export function ambition(better: Indicator["better"], from: Target, to: Target): number {
  return direction(from, to) * wayUp(better, to);
}

/** Whether a result reaches a goal of the same measure. */
export function isMet(better: Indicator["better"], goal: Target, result: Target): boolean {
  const lead = ambition(better, { ...goal, valueMax: null }, { ...result, valueMax: null });
  const isStrict = goal.comparator === ">" || goal.comparator === "<";
  const isBeyond = result.comparator === ">" || result.comparator === "<";
  return lead > 0 || (lead === 0 && (!isStrict || isBeyond));
}
