import type { Change, Span } from "../model.ts";
import { alignTokens, type Piece } from "./align-tokens.ts";
import { findMoves, type Move } from "./moves.ts";
import { simplify } from "./simplify.ts";
import { type Token, tokenize } from "./tokens.ts";

/** Tokens are counted, so a range of them is a range of the text. */
function spanOf(tokens: readonly Token[], start: number, end: number): Span {
  const at = tokens[start]?.start ?? tokens.at(-1)?.end ?? 0;
  return { start: at, end: end > start ? (tokens[end - 1] as Token).end : at };
}

/**
 * What changed from one folded text to another, on words: a number with its comparator and unit, a name in 《》 and a
 * Latin term are never split.
 */
export function compare(from: string, to: string): Change[] {
  const [a, b] = [tokenize(from), tokenize(to)];
  const pieces = simplify(alignTokens(a, b), a, b);
  const moves = findMoves(pieces, a, b);
  return pieces.flatMap((piece) => changesOf(piece, moves, a, b));
}

function changesOf(piece: Piece, moves: readonly Move[], a: readonly Token[], b: readonly Token[]): Change[] {
  if (piece.same) return [{ kind: "kept", from: spanOf(a, ...piece.a), to: spanOf(b, ...piece.b) }];
  const places = (move: Move) => ({
    from: spanOf(a, move.a, move.a + move.length),
    to: spanOf(b, move.b, move.b + move.length),
  });
  const away = cut(piece.a, moves, "a").map(
    ({ start, end, move }): Change =>
      move ? { kind: "movedAway", ...places(move) } : { kind: "deleted", from: spanOf(a, start, end) },
  );
  const here = cut(piece.b, moves, "b").map(
    ({ start, end, move }): Change =>
      move ? { kind: "movedHere", ...places(move) } : { kind: "inserted", to: spanOf(b, start, end) },
  );
  return [...away, ...here];
}

/** A range of tokens, cut where moved runs begin and end. */
function cut([start, end]: readonly [number, number], moves: readonly Move[], side: "a" | "b") {
  const inside = moves.filter((move) => move[side] >= start && move[side] < end).sort((x, y) => x[side] - y[side]);
  const parts: { start: number; end: number; move: Move | null }[] = [];
  let at = start;
  for (const move of inside) {
    if (move[side] > at) parts.push({ start: at, end: move[side], move: null });
    at = move[side] + move.length;
    parts.push({ start: move[side], end: at, move });
  }
  if (at < end) parts.push({ start: at, end, move: null });
  return parts;
}
