import { diffArrays } from "diff";
import type { Lexicon } from "../../src/text/collation/lexicon.ts";
import type { PreparedDocument } from "../../src/text/collation/prepare.ts";
import { words } from "../../src/text/collation/terms.ts";
import { tokenize } from "../../src/text/diff/tokens.ts";

/** What one would reach for first. */

export interface Ranked {
  /** The two eIds, as in `outcome`. */
  readonly key: string;
  readonly likeness: number;
}

export interface Baseline {
  readonly name: string;
  /** The pairs that the baseline would propose, each with its likeness. */
  readonly rank: (a: PreparedDocument, b: PreparedDocument) => Ranked[];
}

type Likeness = (a: PreparedDocument, b: PreparedDocument) => Float64Array[];

/** Pairs of which each is among the `most` best of the other. */
const mutual =
  (likeness: Likeness, most: number): Baseline["rank"] =>
  (a, b) => {
    const rows = likeness(a, b);
    const columns = b.statements.map((_, j) => Float64Array.from(rows, (row) => row[j] as number));
    const bar = (list: Float64Array): number => list.toSorted().at(-most) ?? 0;
    const [barA, barB] = [rows.map(bar), columns.map(bar)];
    return rows.flatMap((row, i) =>
      Array.from(row, (value, j) => ({ value, j }))
        .filter(({ value, j }) => value > 0 && value >= (barA[i] as number) && value >= (barB[j] as number))
        .map(({ value, j }) => ({
          key: `${a.statements[i]?.clause.eId} ${b.statements[j]?.clause.eId}`,
          likeness: value,
        })),
    );
  };

const cosine =
  (kind: "bigrams" | "trigrams" | "words"): Likeness =>
  (a, b) => {
    const lexicon: Lexicon = a.lexicons[kind];
    return a.statements.map((x) => Float64Array.from(b.statements, (y) => lexicon.overlap(x[kind], y[kind]).cosine));
  };

/** Okapi BM25 (Robertson and Zaragoza 2009) with the usual k1 and b; the earlier clause is the query. */
const bm25: Likeness = (a, b) => {
  const [k1, slope] = [1.2, 0.75];
  const texts = b.statements.map(({ clause }) => words(tokenize(clause.text)));
  const average = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  const documents = new Map<string, number>();
  for (const text of texts) for (const term of new Set(text)) documents.set(term, (documents.get(term) ?? 0) + 1);
  const rarity = (term: string): number => {
    const n = documents.get(term) ?? 0;
    return Math.log(1 + (texts.length - n + 0.5) / (n + 0.5));
  };
  const counts = texts.map((text) => {
    const own = new Map<string, number>();
    for (const term of text) own.set(term, (own.get(term) ?? 0) + 1);
    return own;
  });
  return a.statements.map(({ clause }) => {
    const query = [...new Set(words(tokenize(clause.text)))];
    return Float64Array.from(counts, (own, j) =>
      query.reduce((sum, term) => {
        const times = own.get(term) ?? 0;
        const length = 1 - slope + (slope * (texts[j]?.length ?? 0)) / average;
        return times === 0 ? sum : sum + (rarity(term) * times * (k1 + 1)) / (times + k1 * length);
      }, 0),
    );
  });
};

const CLOSE = 0.1;

/** The share of characters that jsdiff keeps, where two clauses share a word at all: it takes its time. */
const kept: Likeness = (a, b) => {
  const close = cosine("words")(a, b);
  const [left, right] = [a, b].map(({ statements }) => statements.map(({ clause }) => [...clause.text]));
  return (left ?? []).map((x, i) =>
    Float64Array.from(right ?? [], (y, j) => {
      if ((close[i]?.[j] ?? 0) < CLOSE) return 0;
      const same = diffArrays(x, y)
        .filter(({ added, removed }) => !added && !removed)
        .reduce((sum, { count }) => sum + count, 0);
      return (2 * same) / (x.length + y.length);
    }),
  );
};

export const BASELINES: readonly Baseline[] = [
  { name: "TF-IDF of bigrams, mutual best", rank: mutual(cosine("bigrams"), 1) },
  { name: "TF-IDF of bigrams, mutual three best", rank: mutual(cosine("bigrams"), 3) },
  { name: "TF-IDF of words, mutual best", rank: mutual(cosine("words"), 1) },
  { name: "BM25 on words, mutual best", rank: mutual(bm25, 1) },
  { name: "jsdiff on characters, mutual best", rank: mutual(kept, 1) },
];
