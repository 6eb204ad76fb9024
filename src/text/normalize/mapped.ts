/** A text that remembers where each of its code units stands in the seed. Nothing is ever inserted into one. */
export interface Mapped {
  readonly text: string;
  /** `at[i]` is the seed offset of `text[i]`; strictly increasing only within an unbroken passage. */
  readonly at: readonly number[];
}

export const EMPTY: Mapped = { text: "", at: [] };

/** The whole of `text`, as if the seed began `offset` units before it. */
export function mapped(text: string, offset = 0): Mapped {
  return { text, at: Array.from({ length: text.length }, (_, i) => offset + i) };
}

export function slice(m: Mapped, start: number, end = m.text.length): Mapped {
  return { text: m.text.slice(start, end), at: m.at.slice(start, end) };
}

export function concat(parts: readonly Mapped[]): Mapped {
  return { text: parts.map((p) => p.text).join(""), at: parts.flatMap((p) => p.at) };
}

/** Keeps the units for which `keep` holds. */
export function filter(m: Mapped, keep: (unit: string, index: number) => boolean): Mapped {
  const indices = m.at.map((_, i) => i).filter((i) => keep(m.text.charAt(i), i));
  return { text: indices.map((i) => m.text.charAt(i)).join(""), at: indices.map((i) => m.at[i] as number) };
}

export function trim(m: Mapped): Mapped {
  const start = m.text.length - m.text.trimStart().length;
  return slice(m, start, Math.max(start, m.text.trimEnd().length));
}

/** Cuts before each of `offsets` (ascending, inside the text); empty pieces are left out. */
export function cut(m: Mapped, offsets: readonly number[]): Mapped[] {
  const edges = [0, ...offsets, m.text.length];
  return edges
    .slice(1)
    .map((end, i) => slice(m, edges[i] ?? 0, end))
    .filter((piece) => piece.text !== "");
}
