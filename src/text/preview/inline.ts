import { compare } from "../diff/compare.ts";

/** A stretch of a changed text: what stood there and stands, what is gone, what is new. */
export interface Piece {
  readonly kind: "kept" | "gone" | "new";
  readonly text: string;
}

/** How much of what stayed is shown on either side of a change. */
const CONTEXT = 12;

/** What changed, by words; a change of signs alone, which is none to a comparison, by characters. */
export function piecesOf(before: string, after: string): readonly Piece[] {
  const pieces = compare(before, after).map((change): Piece => {
    if (change.kind === "kept") return { kind: "kept", text: after.slice(change.to.start, change.to.end) };
    return change.kind === "deleted" || change.kind === "movedAway"
      ? { kind: "gone", text: before.slice(change.from.start, change.from.end) }
      : { kind: "new", text: after.slice(change.to.start, change.to.end) };
  });
  return pieces.every(({ kind }) => kind === "kept") ? bySigns(before, after) : pieces;
}

function bySigns(before: string, after: string): readonly Piece[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const pieces: Piece[] = [
    { kind: "kept", text: after.slice(0, start) },
    { kind: "gone", text: before.slice(start, before.length - end) },
    { kind: "new", text: after.slice(start, after.length - end) },
    { kind: "kept", text: after.slice(after.length - end) },
  ];
  return pieces.filter(({ text }) => text !== "");
}

/** The same with long stretches that stayed shortened to what stands next to a change. */
export function shortened(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map(({ kind, text }, i) => {
    if (kind !== "kept") return { kind, text };
    const [head, tail] = [i > 0 ? CONTEXT : 0, i < pieces.length - 1 ? CONTEXT : 0];
    if (text.length <= head + tail + 1) return { kind, text };
    return { kind, text: `${text.slice(0, head)}…${tail === 0 ? "" : text.slice(-tail)}` };
  });
}
