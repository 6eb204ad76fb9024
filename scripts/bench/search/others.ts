import { Charset, type EncoderOptions, Index } from "flexsearch";
import MiniSearch from "minisearch";

/** Search libraries set up for Chinese as those who use them do, to find records by all words of a query. */

export interface Searching {
  /** The numbers of the records that hold all terms, which are folded as the texts are. */
  readonly search: (terms: readonly string[]) => readonly number[];
  /** The index as a page would load it. */
  readonly save: () => string;
}

export interface Library {
  readonly name: string;
  /** The package that a page would need. */
  readonly module: string;
  readonly make: (texts: readonly string[]) => Searching;
  readonly load: (saved: string) => Searching;
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

function words(text: string): string[] {
  const segments = Array.from(segmenter.segment(text)).filter(({ isWordLike }) => isWordLike);
  return segments.map(({ segment }) => segment);
}

/** Pairs of neighbours of what is Chinese, words of what is not. */
function bigrams(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+|[^\p{Script=Han}\p{Z}\p{P}\n]+/gu) ?? [];
  return runs.flatMap((run) => {
    const characters = Array.from(run);
    if (characters.length < 2 || !/\p{Script=Han}/u.test(run)) return [run];
    return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
  });
}

interface Item {
  readonly id: number;
  readonly text: string;
}

function miniSearch(name: string, tokenize: (text: string) => string[]): Library {
  const options = { fields: ["text"], tokenize, searchOptions: { combineWith: "AND" as const, prefix: true } };
  const searching = (index: MiniSearch<Item>): Searching => ({
    search: (terms) => index.search(terms.join(" ")).map(({ id }) => id as number),
    save: () => JSON.stringify(index),
  });
  return {
    name: `MiniSearch, ${name}`,
    module: "minisearch",
    make: (texts) => {
      const index = new MiniSearch<Item>(options);
      index.addAll(texts.map((text, id) => ({ id, text })));
      return searching(index);
    },
    load: (saved) => searching(MiniSearch.loadJSON<Item>(saved, options)),
  };
}

/** As many results as there are: it gives a hundred if it is not asked for more. */
const ALL = 1_000_000;

interface FlexOptions {
  readonly tokenize: "full" | "forward";
  readonly encoder: EncoderOptions;
  /** What parts the terms of a query: to an encoder of single characters a blank would be one. */
  readonly between: string;
}

function flexSearch(name: string, { between, ...options }: FlexOptions): Library {
  const searching = (index: Index): Searching => ({
    search: (terms) => index.search(terms.join(between), { limit: ALL }).map(Number),
    save: () => {
      const parts: [string, string][] = [];
      index.export((key, data) => void parts.push([key, data]));
      return JSON.stringify(parts);
    },
  });
  return {
    name: `FlexSearch, ${name}`,
    module: "flexsearch",
    make: (texts) => {
      const index = new Index(options);
      texts.forEach((text, id) => void index.add(id, text));
      return searching(index);
    },
    load: (saved) => {
      const index = new Index(options);
      for (const [key, data] of JSON.parse(saved) as [string, string][]) index.import(key, data);
      return searching(index);
    },
  };
}

export const LIBRARIES: readonly Library[] = [
  miniSearch("words", words),
  miniSearch("pairs", bigrams),
  flexSearch("CJK", { tokenize: "forward", encoder: Charset.CJK, between: "" }),
  flexSearch("full", { tokenize: "full", encoder: Charset.Normalize, between: " " }),
];
