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

/** Where each word stands in a list of tokens; the last entry is the list's length. */
function wordPlaces(tokens: readonly Token[]): number[] {
  return [...tokens.flatMap(({ kind }, i) => (kind === "sign" ? [] : [i])), tokens.length];
}

/**
 * The shortest edit from one list of tokens to the other (Myers, by jsdiff), as pieces that tile both. Only words are
 * compared: signs go with the word before them, so that a comma more or less is no change.
 */
export function alignTokens(a: readonly Token[], b: readonly Token[]): Piece[] {
  const [wordsA, wordsB] = [wordPlaces(a), wordPlaces(b)];
  const keys = (tokens: readonly Token[], places: readonly number[]): string[] =>
    places.slice(0, -1).map((i) => tokenKey((tokens[i] as Token).text));
  // Signs before the first word belong to the first piece, and all others to the last one if there is no word.
  const at = (places: readonly number[], word: number): number => (word === 0 ? 0 : (places[word] as number));
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of diffArrays(keys(a, wordsA), keys(b, wordsB))) {
    const [nextA, nextB] = [added ? i : i + count, removed ? j : j + count];
    pieces.push({
      same: !added && !removed,
      a: [at(wordsA, i), at(wordsA, nextA)],
      b: [at(wordsB, j), at(wordsB, nextB)],
    });
    [i, j] = [nextA, nextB];
  }
  const last = pieces.pop() ?? { same: true, a: [0, 0], b: [0, 0] };
  return joinPieces([...pieces, { same: last.same, a: [last.a[0], a.length], b: [last.b[0], b.length] }]);
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
