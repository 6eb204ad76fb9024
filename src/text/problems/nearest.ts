/** How many letters two names differ in: added, left out or exchanged. */
function distance(a: string, b: string): number {
  // Letters in another order, dorp for drop, are one slip of the hand.
  if (a.length === b.length && [...a].sort().join("") === [...b].sort().join("")) return a === b ? 0 : 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let k = 1; k <= b.length; k++) {
      const exchanged = (row[k - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(k - 1) ? 0 : 1);
      next.push(Math.min((row[k] ?? 0) + 1, (next[k - 1] ?? 0) + 1, exchanged));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The name that was probably meant; null when none is near. */
export function nearestName(written: string, names: readonly string[]): string | null {
  const scored = names.map((name) => ({ name, score: distance(written.toLowerCase(), name.toLowerCase()) }));
  const best = scored.reduce((x, y) => (y.score < x.score ? y : x), { name: "", score: Number.POSITIVE_INFINITY });
  return best.score <= Math.max(1, Math.floor(written.length / 3)) ? best.name : null;
}

/** `：多半是 …` for a message, or nothing. */
export function meant(written: string, names: readonly string[]): string {
  const name = nearestName(written, names);
  return name === null ? "" : `，多半是 ${name}`;
}
