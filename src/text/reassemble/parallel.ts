import { simplify } from "../normalize/script.ts";
import type { Unit } from "./units.ts";

const LONGEST = 16;

/** By convention these stand together, under 总体要求 or its like. */
const AIMS = /(?:指导思想|基本原则|总体思路|(?:总体|主要|发展|工作)目标)$/u;

const isShort = ({ type, text: { text } }: Unit): boolean =>
  type === "sentence" && text.length <= LONGEST && text.endsWith("。");

/** 坚持市场主导、政府引导。 … 坚持优化布局、集聚发展。: the short sentences of a passage that begin like another. */
export function parallels(passage: readonly Unit[]): ReadonlySet<Unit> {
  const short = passage.filter(isShort);
  const head = (u: Unit): string => u.text.text.slice(0, 2);
  return new Set(short.filter((u) => short.some((other) => other !== u && head(other) === head(u))));
}

/**
 * The group of units that one provision holds by convention, if `u` belongs to one: the principles 坚持…, and the
 * titles 指导思想, 基本原则, 主要目标.
 */
export function conventionalGroup(u: Unit): "principles" | "aims" | null {
  if (u.type === "title") return AIMS.test(u.key) ? "aims" : null;
  return isShort(u) && simplify(u.text.text).startsWith("坚持") ? "principles" : null;
}
