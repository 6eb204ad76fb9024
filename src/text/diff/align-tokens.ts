import { diffArrays } from "diff";
import type { Token } from "./tokens.ts";

/** A stretch of tokens on both sides, as half-open ranges of indices: the same on both, or one put for the other. */
export interface Piece {
  readonly same: boolean;
  readonly a: readonly [start: number, end: number];
  readonly b: readonly [start: number, end: number];
}

const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/[、，；：。！？,;:!?.·]/gu, "，"],
  [/[“”‘’"'「」『』]/gu, "”"],
  [/[（）()〔〕[\]]/gu, "（"],
  [/[-–—~～]+/gu, "—"],
  [/％/gu, "%"],
  [/\s/gu, ""],
];

/** What two tokens share that differ only in punctuation, quotation marks, dashes or blanks. */
export const tokenKey = (text: string): string =>
  CLASSES.reduce((key, [variants, one]) => key.replace(variants, one), text);

/** The shortest edit from one list of tokens to the other (Myers, by jsdiff), as pieces that tile both. */
export function alignTokens(a: readonly Token[], b: readonly Token[]): Piece[] {
  const key = ({ text }: Token): string => tokenKey(text);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of diffArrays(a.map(key), b.map(key))) {
    const [nextA, nextB] = [added ? i : i + count, removed ? j : j + count];
    pieces.push({ same: !added && !removed, a: [i, nextA], b: [j, nextB] });
    [i, j] = [nextA, nextB];
  }
  return joinPieces(pieces);
}

/** Neighbouring pieces of the same sort become one. */
export function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.same !== piece.same) joined.push(piece);
    else joined[joined.length - 1] = { same: piece.same, a: [last.a[0], piece.a[1]], b: [last.b[0], piece.b[1]] };
  }
  return joined;
}
