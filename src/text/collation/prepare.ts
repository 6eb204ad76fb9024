import { type Token, tokenize } from "../diff/tokens.ts";
import type { PolicyDocument, Span } from "../model.ts";
import type { Bag, PartedBag } from "./bag.ts";
import { type Concepts, conceptsIn } from "./concepts.ts";
import { Lexicon } from "./lexicon.ts";
import { type Statement, statements } from "./statement.ts";
import { grams, isGoal, items, letters, numbers, words } from "./terms.ts";

/** A statement with all that is counted about it, so that it is counted once and not for every pair. */
export interface Prepared extends Statement {
  /** Those that have parts know what stands between commas: two long sentences may share no more than one of these. */
  readonly bigrams: PartedBag;
  readonly words: PartedBag;
  readonly concepts: PartedBag;
  readonly trigrams: Bag;
  readonly letters: Bag;
  readonly items: Bag;
  /** Of the last two headings above it. */
  readonly heading: Bag;
  readonly headingConcepts: Bag;
  /** Each once. */
  readonly numbers: readonly string[];
  /** It says what is to be reached. */
  readonly goal: boolean;
  /** How many parts it has. */
  readonly parts: number;
  /** 0–1: how far into the document it stands. */
  readonly place: number;
}

/** What the bags of a corpus are counted in. */
export interface Lexicons {
  readonly bigrams: Lexicon;
  readonly trigrams: Lexicon;
  readonly words: Lexicon;
  readonly letters: Lexicon;
  readonly items: Lexicon;
  readonly concepts: Lexicon;
}

export interface PreparedDocument {
  readonly id: string;
  readonly statements: readonly Prepared[];
  /** The same for all documents of a corpus. */
  readonly lexicons: Lexicons;
}

const HEADINGS = 2;

const newLexicons = (): Lexicons => ({
  bigrams: new Lexicon(),
  trigrams: new Lexicon(),
  words: new Lexicon(),
  letters: new Lexicon(),
  items: new Lexicon(),
  concepts: new Lexicon(),
});

interface Piece extends Span {
  readonly text: string;
  /** Of the part that it makes up; 0 if it is too short to be one. */
  readonly bit: number;
}

const LEAST_PART = 3;

/** As many as a mask has bits beside its sign; what follows counts as one with the last. */
const MOST_PARTS = 31;

/** What stands between commas and stronger signs. */
function piecesOf(text: string): { readonly pieces: readonly Piece[]; readonly parts: number } {
  let parts = 0;
  const pieces = Array.from(text.matchAll(/[^，；。：]+/gu), ({ 0: piece, index }): Piece => {
    const isPart = piece.length >= LEAST_PART;
    if (isPart && parts < MOST_PARTS) parts++;
    return { start: index, end: index + piece.length, text: piece, bit: isPart ? 1 << (parts - 1) : 0 };
  });
  return { pieces, parts };
}

/** The tokens of a text by the piece in which they begin. */
function tokensIn(pieces: readonly Piece[], tokens: readonly Token[]): Token[][] {
  let at = 0;
  return pieces.map(({ end }) => {
    const first = at;
    while (at < tokens.length && (tokens[at] as Token).start < end) at++;
    return tokens.slice(first, at);
  });
}

/** Ids only: what a corpus's terms weigh is known when all are counted. */
function count(statement: Statement, lexicons: Lexicons, concepts: Concepts) {
  const { text } = statement.clause;
  const tokens = tokenize(text);
  const { pieces, parts } = piecesOf(text);
  const tokensOf = tokensIn(pieces, tokens);
  return {
    statement,
    parts,
    bigrams: lexicons.bigrams.countParts(pieces.map(({ text, bit }) => ({ terms: grams(text, 2), bit }))),
    words: lexicons.words.countParts(pieces.map(({ bit }, i) => ({ terms: words(tokensOf[i] ?? []), bit }))),
    concepts: lexicons.concepts.countParts(pieces.map(({ text, bit }) => ({ terms: conceptsIn(text, concepts), bit }))),
    trigrams: lexicons.trigrams.count(grams(text, 3)),
    letters: lexicons.letters.count(letters(text)),
    items: lexicons.items.count(items(text)),
    numbers: [...new Set(numbers(tokens))],
    goal: isGoal(text),
  };
}

/** Counts the terms of all documents and weighs them by how rare they are in the whole of them. */
export function prepare(documents: readonly PolicyDocument[], concepts: Concepts): PreparedDocument[] {
  const lexicons = newLexicons();
  const counted = documents.map((document) =>
    statements(document).map((statement) => count(statement, lexicons, concepts)),
  );
  const underHeading = headings(lexicons, concepts);
  return counted.map((own, d) => ({
    id: documents[d]?.meta.id ?? "",
    lexicons,
    statements: own.map((ids, i) => ({
      ...ids.statement,
      ...underHeading(ids.statement.path),
      bigrams: lexicons.bigrams.weighParts(ids.bigrams),
      words: lexicons.words.weighParts(ids.words),
      concepts: lexicons.concepts.weighParts(ids.concepts),
      trigrams: lexicons.trigrams.weigh(ids.trigrams),
      letters: lexicons.letters.weigh(ids.letters),
      items: lexicons.items.weigh(ids.items),
      numbers: ids.numbers,
      goal: ids.goal,
      parts: ids.parts,
      place: i / own.length,
    })),
  }));
}

/** The bags of a path of headings, made once for all statements under it. */
function headings(lexicons: Lexicons, concepts: Concepts) {
  const made = new Map<string, Pick<Prepared, "heading" | "headingConcepts">>();
  return (path: readonly string[]) => {
    const text = path.slice(-HEADINGS).join("。");
    const bags = made.get(text) ?? {
      heading: lexicons.bigrams.bag(grams(text, 2)),
      headingConcepts: lexicons.concepts.bag(conceptsIn(text, concepts)),
    };
    made.set(text, bags);
    return bags;
  };
}
