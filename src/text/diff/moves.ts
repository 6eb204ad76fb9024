import { type Piece, tokenKey } from "./align-tokens.ts";
import type { Token } from "./tokens.ts";

/** A run of tokens that was taken out in one place and put in at another: start on either side and length in tokens. */
export interface Move {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Letters that a run needs beside its numbers in order to have moved: shorter ones recur by chance. */
const LEAST_MOVED = 4;

const isWordly = ({ kind }: Token): boolean => kind !== "sign";

/** A number alone has not moved: 从2.3%到3.0% and 从3.0%到3.9% share it by chance. */
const weight = ({ kind, text }: Token): number => (kind === "number" ? 0 : text.length);

/** Longest first, none overlapping another: tiling as in `collation/tiles.ts`, on the changed tokens alone. */
export function findMoves(pieces: readonly Piece[], a: readonly Token[], b: readonly Token[]): Move[] {
  const free = (side: "a" | "b"): Set<number> =>
    new Set(pieces.filter(({ same }) => !same).flatMap((piece) => range(piece[side])));
  const [freeA, freeB] = [free("a"), free("b")];
  const moves: Move[] = [];
  for (let move = longest(a, b, freeA, freeB); move !== null; move = longest(a, b, freeA, freeB)) {
    moves.push(move);
    for (let k = 0; k < move.length; k++) {
      freeA.delete(move.a + k);
      freeB.delete(move.b + k);
    }
  }
  return moves;
}

const range = ([start, end]: readonly [number, number]): number[] =>
  Array.from({ length: end - start }, (_, i) => start + i);

function longest(
  a: readonly Token[],
  b: readonly Token[],
  freeA: ReadonlySet<number>,
  freeB: ReadonlySet<number>,
): Move | null {
  let best: Move | null = null;
  let most = LEAST_MOVED - 1;
  for (const i of freeA) {
    for (const j of freeB) {
      const length = runLength(a, b, i, j, freeA, freeB);
      const size = a.slice(i, i + length).reduce((sum, token) => sum + weight(token), 0);
      if (size > most) [best, most] = [{ a: i, b: j, length }, size];
    }
  }
  return best;
}

/** In tokens; a run begins and ends with a word. */
function runLength(
  a: readonly Token[],
  b: readonly Token[],
  i: number,
  j: number,
  freeA: ReadonlySet<number>,
  freeB: ReadonlySet<number>,
): number {
  let words = 0;
  for (let k = 0; freeA.has(i + k) && freeB.has(j + k); k++) {
    const [x, y] = [a[i + k] as Token, b[j + k] as Token];
    if (tokenKey(x.text) !== tokenKey(y.text) || (k === 0 && !isWordly(x))) break;
    if (isWordly(x)) words = k + 1;
  }
  return words;
}
