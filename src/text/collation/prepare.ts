import { tokenize } from "../diff/tokens.ts";
import type { PolicyDocument } from "../model.ts";
import { type Bag, Lexicon } from "./bag.ts";
import { type Concepts, conceptsIn } from "./concepts.ts";
import { type Statement, statements } from "./statement.ts";
import { grams, items, letters, numbers, words } from "./terms.ts";

/** A stretch of a statement between two commas. */
export type Part = Pick<Prepared, "bigrams" | "words" | "concepts">;

/** A statement with all that is counted about it, so that it is counted once and not for every pair. */
export interface Prepared extends Statement {
  readonly bigrams: Bag;
  readonly trigrams: Bag;
  readonly words: Bag;
  readonly letters: Bag;
  readonly items: Bag;
  readonly concepts: Bag;
  /** Of the last two headings above it. */
  readonly heading: Bag;
  readonly headingConcepts: Bag;
  readonly numbers: ReadonlySet<string>;
  /** What stands between its commas: two long sentences may share no more than one of these. */
  readonly parts: readonly Part[];
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

/** Ids only: what a corpus's terms weigh is known when all are counted. */
function count(statement: Statement, lexicons: Lexicons, concepts: Concepts) {
  const { text } = statement.clause;
  const tokens = tokenize(text);
  return {
    statement,
    bigrams: lexicons.bigrams.count(grams(text, 2)),
    trigrams: lexicons.trigrams.count(grams(text, 3)),
    words: lexicons.words.count(words(tokens)),
    letters: lexicons.letters.count(letters(text)),
    items: lexicons.items.count(items(text)),
    concepts: lexicons.concepts.count(conceptsIn(text, concepts)),
    numbers: new Set(numbers(tokens)),
  };
}

const LEAST_PART = 3;

/** Parts are weighed by the terms that statements were counted by. */
function parts({ clause }: Statement, lexicons: Lexicons, concepts: Concepts): Part[] {
  return clause.text
    .split(/[，；。：]/u)
    .filter(({ length }) => length >= LEAST_PART)
    .map((text) => ({
      bigrams: lexicons.bigrams.bag(grams(text, 2)),
      words: lexicons.words.bag(words(tokenize(text))),
      concepts: lexicons.concepts.bag(conceptsIn(text, concepts)),
    }));
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
      bigrams: lexicons.bigrams.weigh(ids.bigrams),
      trigrams: lexicons.trigrams.weigh(ids.trigrams),
      words: lexicons.words.weigh(ids.words),
      letters: lexicons.letters.weigh(ids.letters),
      items: lexicons.items.weigh(ids.items),
      concepts: lexicons.concepts.weigh(ids.concepts),
      numbers: ids.numbers,
      parts: parts(ids.statement, lexicons, concepts),
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
