import type { Run } from "../model.ts";

/** Where every run of `size` code units of a text begins. */
function placesOf(text: string, size: number): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let i = 0; i + size <= text.length; i++) {
    const run = text.slice(i, i + size);
    const list = places.get(run);
    if (list) list.push(i);
    else places.set(run, [i]);
  }
  return places;
}

interface Match {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Every common stretch of at least `least` code units that cannot be made longer on either end. */
function maximalMatches(a: string, b: string, least: number): Match[] {
  const inB = placesOf(b, least);
  const found: Match[] = [];
  for (let i = 0; i + least <= a.length; i++) {
    for (const j of inB.get(a.slice(i, i + least)) ?? []) {
      if (i > 0 && j > 0 && a.charCodeAt(i - 1) === b.charCodeAt(j - 1)) continue;
      let length = least;
      while (i + length < a.length && a.charCodeAt(i + length) === b.charCodeAt(j + length)) length++;
      found.push({ a: i, b: j, length });
    }
  }
  return found;
}

const byLength = (x: Match, y: Match): number => y.length - x.length || x.a - y.a || x.b - y.b;

/**
 * The stretches that two texts share, longest first found, none overlapping another on either side: greedy string
 * tiling (M. J. Wise, “String similarity via greedy string tiling”, 1993), on the maximal matches instead of on all. The
 * order of stretches is free, so a part that has moved is found as well.
 *
 * @param least the shortest stretch that counts, in code units
 * @returns runs in the order of `a`
 */
export function tiles(a: string, b: string, least: number): Run[] {
  const [usedA, usedB] = [new Uint8Array(a.length), new Uint8Array(b.length)];
  const open = maximalMatches(a, b, least).sort(byLength);
  const found: Run[] = [];
  for (let match = open.shift(); match !== undefined; match = open.shift()) {
    const rest = longestFree(match, usedA, usedB);
    if (rest.length < least) continue;
    if (rest.length < match.length) {
      // It must wait for its turn among the shorter ones.
      const at = open.findIndex((other) => byLength(rest, other) < 0);
      open.splice(at < 0 ? open.length : at, 0, rest);
      continue;
    }
    usedA.fill(1, match.a, match.a + match.length);
    usedB.fill(1, match.b, match.b + match.length);
    found.push({
      from: { start: match.a, end: match.a + match.length },
      to: { start: match.b, end: match.b + match.length },
    });
  }
  return found.sort((x, y) => x.from.start - y.from.start);
}

/** The longest part of a match that no tile covers yet. */
function longestFree(match: Match, usedA: Uint8Array, usedB: Uint8Array): Match {
  let best: Match = { ...match, length: 0 };
  let length = 0;
  for (let k = 0; k < match.length; k++) {
    const free = usedA[match.a + k] === 0 && usedB[match.b + k] === 0;
    length = free ? length + 1 : 0;
    if (length > best.length) best = { a: match.a + k + 1 - length, b: match.b + k + 1 - length, length };
  }
  return best;
}
