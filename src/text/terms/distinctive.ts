import { tokenize } from "../diff/tokens.ts";
import { type Use, type Utterance, useOf } from "./terms.ts";

/** A word that a document uses far more often than the others do. */
export interface Distinctive extends Use {
  readonly word: string;
  /** Clauses of the other documents that have it. */
  readonly elsewhere: number;
  /** Dunning's G². */
  readonly score: number;
}

/** A word that fewer clauses of a document have may be there by chance. */
const FEWEST = 3;
/** A word that nearly all documents have in so many of their clauses belongs to the genre: 推动, 加强, 产业. */
const COMMON = { documents: 0.9, clauses: 0.05 };
/** G² of one in a hundred by chance alone. */
const LEAST = 6.63;
/** A word that so often goes on with the same single character is one word with it: 原料药, which ICU cuts in two. */
const JOINED = 0.75;

/** A piece of a clause, and whether it can tell a document apart: of two characters and more, and no number or sign. */
interface Piece {
  readonly text: string;
  readonly isWord: boolean;
}

function piecesOf(text: string): readonly Piece[] {
  return tokenize(text).map((token) => ({
    text: token.text,
    isWord:
      (token.kind === "word" || token.kind === "latin") && /^(?=.*\p{L})[\p{L}\p{N}+\-/·.]{2,}$/u.test(token.text),
  }));
}

const isCharacter = (piece: Piece | undefined): piece is Piece => /^\p{Script=Han}$/u.test(piece?.text ?? "");

/** The single character that nearly always follows a word, where there is one. */
function followers(clauses: readonly (readonly Piece[])[]): ReadonlyMap<string, string> {
  const times = new Map<string, Map<string, number>>();
  for (const pieces of clauses)
    pieces.forEach(({ text, isWord }, i) => {
      if (!isWord) return;
      const next = pieces[i + 1];
      const follower = isCharacter(next) ? next.text : "";
      const known = times.get(text) ?? new Map<string, number>();
      times.set(text, known.set(follower, (known.get(follower) ?? 0) + 1));
    });
  return new Map(
    [...times].flatMap(([word, known]) => {
      const all = [...known.values()].reduce((sum, n) => sum + n, 0);
      const [follower = "", most = 0] = [...known].sort((x, y) => y[1] - x[1])[0] ?? [];
      return follower !== "" && all >= FEWEST && most / all >= JOINED ? [[word, follower] as const] : [];
    }),
  );
}

/** Clauses with every word that has such a follower made one with it. */
function joinFollowers(clauses: readonly (readonly Piece[])[]): readonly (readonly Piece[])[] {
  const known = followers(clauses);
  return clauses.map((pieces) =>
    pieces.flatMap((piece, i): Piece[] => {
      const [before, next] = [pieces[i - 1], pieces[i + 1]];
      if (before?.isWord && known.get(before.text) === piece.text) return [];
      const joins = piece.isWord && next !== undefined && known.get(piece.text) === next.text;
      return [joins ? { ...piece, text: piece.text + next.text } : piece];
    }),
  );
}

/** In how many clauses of each document each word stands. */
function counted(documents: readonly (readonly Utterance[])[]): readonly ReadonlyMap<string, number>[] {
  const apart = documents.flat().map(({ text }) => piecesOf(text));
  // Twice, because what ICU cuts into three has two characters behind: 肺炎|疫|情.
  const joined = joinFollowers(joinFollowers(apart));
  let at = 0;
  return documents.map(({ length }) => {
    const counts = new Map<string, number>();
    for (const pieces of joined.slice(at, at + length))
      for (const word of new Set(pieces.filter(({ isWord }) => isWord).map(({ text }) => text)))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    at += length;
    return counts;
  });
}

/**
 * The log-likelihood ratio of a word's frequency in a document and in the others (T. Dunning, Accurate Methods for the
 * Statistics of Surprise and Coincidence, 1993; in the form of P. Rayson and R. Garside, 2000). Negative if the document
 * has it less often than the others.
 */
export function logLikelihood(here: number, size: number, elsewhere: number, rest: number): number {
  const share = (here + elsewhere) / (size + rest);
  const term = (seen: number, expected: number): number => (seen === 0 ? 0 : seen * Math.log(seen / expected));
  const ratio = 2 * (term(here, size * share) + term(elsewhere, rest * share));
  return here / size >= elsewhere / rest ? ratio : -ratio;
}

/**
 * The words that set each document apart from the others, the strongest first, at most `most` a document. Counted are
 * clauses, not mentions, so that one list of names does not make a word a document's own.
 */
export function distinctive(
  documents: readonly (readonly Utterance[])[],
  ignored: readonly string[],
  most: number,
): readonly (readonly Distinctive[])[] {
  const counts = counted(documents);
  const isCommon = (word: string): boolean =>
    counts.filter((count, i) => (count.get(word) ?? 0) >= COMMON.clauses * (documents[i]?.length ?? 0)).length >=
    COMMON.documents * documents.length;
  return documents.map((clauses, i) => {
    const candidates = [...(counts[i] ?? [])].filter(([word, n]) => n >= FEWEST && !ignored.includes(word));
    return candidates
      .flatMap(([word]): Distinctive[] => {
        // What is counted is what a reader who searches for the word finds.
        const uses = documents.map((one) => useOf([word], one));
        const own = uses[i] ?? useOf([word], clauses);
        const elsewhere = uses.reduce((sum, use) => sum + use.found, -own.found);
        const rest = documents.reduce((sum, one) => sum + one.length, -clauses.length);
        const score = rest === 0 ? 0 : logLikelihood(own.found, clauses.length, elsewhere, rest);
        return score < LEAST || isCommon(word) ? [] : [{ ...own, word, elsewhere, score }];
      })
      .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
      .slice(0, most);
  });
}
