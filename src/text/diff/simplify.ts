import { joinPieces, type Piece, tokenKey } from "./align-tokens.ts";
import type { Token } from "./tokens.ts";

/**
 * The readability pass. The shortest edit is not the clearest one: between two changes it keeps a 的 or a 和 that both
 * sentences happen to have, and the eye must put back together what belongs together.
 */

/** Letters that a kept stretch between two changes needs in order to stay: fewer is an island. */
const LEAST_KEPT = 2;

/** A kept stretch of so few letters is an island too where both changes beside it are at least LONG letters long. */
const SHORT_KEPT = 3;
const LONG = 10;

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

function textOf(tokens: readonly Token[], [start, end]: readonly [number, number]): string {
  return tokens
    .slice(start, end)
    .map(({ text }) => text)
    .join("");
}

/** Pieces without islands, and without changes where the same words were only cut in other places. */
export function simplify(pieces: readonly Piece[], a: readonly Token[], b: readonly Token[]): Piece[] {
  const real = joinPieces(
    pieces.map((piece) => ({
      ...piece,
      same: piece.same || tokenKey(textOf(a, piece.a)) === tokenKey(textOf(b, piece.b)),
    })),
  );
  const size = (piece: Piece | undefined): number =>
    piece === undefined ? 0 : Math.max(letters(textOf(a, piece.a)), letters(textOf(b, piece.b)));
  const isIsland = (piece: Piece, i: number): boolean => {
    if (i === 0 || i === real.length - 1) return false;
    const betweenLong = Math.min(size(real[i - 1]), size(real[i + 1])) >= LONG;
    return size(piece) < (betweenLong ? SHORT_KEPT : LEAST_KEPT);
  };
  const clear = real.map((piece, i) => (piece.same && isIsland(piece, i) ? { ...piece, same: false } : piece));
  return joinPieces(joinPieces(clear).flatMap((piece) => keepLastSigns(piece, a, b)));
}

/** The stop that ends both sides of a change is not part of it. */
function keepLastSigns(piece: Piece, a: readonly Token[], b: readonly Token[]): Piece[] {
  const endOfWords = (tokens: readonly Token[], [start, end]: readonly [number, number]): number =>
    start + tokens.slice(start, end).findLastIndex(({ kind }) => kind !== "sign") + 1;
  const [cutA, cutB] = [endOfWords(a, piece.a), endOfWords(b, piece.b)];
  if (piece.same || cutA === piece.a[1] || cutB === piece.b[1]) return [piece];
  return [
    { same: false, a: [piece.a[0], cutA], b: [piece.b[0], cutB] },
    { same: true, a: [cutA, piece.a[1]], b: [cutB, piece.b[1]] },
  ];
}
