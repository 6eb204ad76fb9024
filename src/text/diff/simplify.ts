import { joinPieces, type Piece, tokenKey } from "./align-tokens.ts";
import type { Token } from "./tokens.ts";

/**
 * The readability pass. The shortest edit is not the clearest one: between two changes it keeps a 的 or a 和 that both
 * sentences happen to have, and the eye must put back together what belongs together.
 */

/** Letters that a kept stretch between two changes needs in order to stay: fewer is an island. */
const LEAST_KEPT = 2;

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

function textOf(tokens: readonly Token[], [start, end]: readonly [number, number]): string {
  return tokens
    .slice(start, end)
    .map(({ text }) => text)
    .join("");
}

/** Only signs changed, or the words are the same and were only cut in other places. */
function isNoChange(a: string, b: string): boolean {
  return tokenKey(a) === tokenKey(b) || (letters(a) === 0 && letters(b) === 0 && !/[%‰+<>≤≥=]/u.test(a + b));
}

/** Pieces without islands and without changes that change nothing. */
export function simplify(pieces: readonly Piece[], a: readonly Token[], b: readonly Token[]): Piece[] {
  const real = joinPieces(
    pieces.map((piece) => ({ ...piece, same: piece.same || isNoChange(textOf(a, piece.a), textOf(b, piece.b)) })),
  );
  const isIsland = (piece: Piece, i: number): boolean =>
    i > 0 && i < real.length - 1 && letters(textOf(b, piece.b)) < LEAST_KEPT;
  return joinPieces(real.map((piece, i) => (piece.same && isIsland(piece, i) ? { ...piece, same: false } : piece)));
}
