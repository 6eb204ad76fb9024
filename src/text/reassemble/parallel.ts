import type { Unit } from "./units.ts";

const LONGEST = 16;

/** By convention these stand together, under 总体要求 or its like. */
const AIMS = /(?:指导思想|基本原则|总体思路|(?:总体|主要|发展|工作)目标)$/u;

/** 坚持市场主导、政府引导。: what a short sentence has in common with its parallels; null for other sentences. */
function head({ type, key, text: { text } }: Unit): string | null {
  if (type === "title") return AIMS.test(key) ? "aims" : null;
  return type === "sentence" && text.length <= LONGEST && text.endsWith("。") ? text.slice(0, 2) : null;
}

/** Short sentences that begin alike, as principles do, and the titles that belong to 总体要求: groups of one provision. */
export function parallels(units: readonly Unit[]): ReadonlyMap<Unit, string> {
  const counts = new Map<string, number>();
  for (const u of units) {
    const key = head(u);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Map(
    units.flatMap((u): [Unit, string][] => {
      const key = head(u);
      return key !== null && (counts.get(key) ?? 0) > 1 ? [[u, key]] : [];
    }),
  );
}
