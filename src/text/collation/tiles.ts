import type { Run } from "../model.ts";

/**
 * The stretches that two texts share, longest first found, none overlapping another on either side: greedy string
 * tiling (M. J. Wise, “String similarity via greedy string tiling”, 1993). The order of stretches is free, so a part
 * that has moved is found as well.
 *
 * O(|a|·|b|) for each length of tile; clauses are short.
 *
 * @param least the shortest stretch that counts, in code units
 * @returns runs in the order of `a`
 */
export function tiles(a: string, b: string, least: number): Run[] {
  const [usedA, usedB] = [new Uint8Array(a.length), new Uint8Array(b.length)];
  const found: Run[] = [];
  for (;;) {
    const longest = longestFree(a, b, usedA, usedB, least);
    if (longest === null) break;
    found.push(longest);
    usedA.fill(1, longest.from.start, longest.from.end);
    usedB.fill(1, longest.to.start, longest.to.end);
  }
  return found.sort((x, y) => x.from.start - y.from.start);
}

function longestFree(a: string, b: string, usedA: Uint8Array, usedB: Uint8Array, least: number): Run | null {
  let [length, endA, endB] = [0, 0, 0];
  let row = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const next = new Uint16Array(b.length + 1);
    if (usedA[i] === 0) {
      const unit = a.charCodeAt(i);
      for (let j = 0; j < b.length; j++) {
        if (usedB[j] === 1 || b.charCodeAt(j) !== unit) continue;
        const run = (row[j] as number) + 1;
        next[j + 1] = run;
        if (run > length) [length, endA, endB] = [run, i + 1, j + 1];
      }
    }
    row = next;
  }
  if (length < least) return null;
  return { from: { start: endA - length, end: endA }, to: { start: endB - length, end: endB } };
}
