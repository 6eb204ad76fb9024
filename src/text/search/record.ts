import type { Level, Script } from "../model.ts";

/** What a record says besides its words. A set of bits, so that thousands of them are a short list of numbers. */
export const FACTS = { isNew: 1, isKept: 2, isGoal: 4, isHead: 8 } as const;

/** A paragraph or list item, a heading that stands alone, or the head of a document: what a search leads to. */
export interface SearchRecord {
  /** Where it stands; "" is the top of its document. */
  readonly eId: string;
  /** The headings above it, as printed, the outermost first. */
  readonly trail: readonly string[];
  /** Its text as printed. What stands in two lines is not read as one. */
  readonly lines: readonly string[];
  /** How many units at the head of the first line are its own heading. */
  readonly heading: number;
  /** The lengths, in units, of the clauses that end its last line: `<eId>__cl_1`, `<eId>__cl_2` … */
  readonly clauses: readonly number[];
  readonly facts: number;
  readonly themes: readonly string[];
}

export interface SearchDocument {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly issued: string;
  readonly level: Level;
  readonly script: Script;
  /** Its own, as a CSS value. */
  readonly colour: string;
  readonly records: readonly SearchRecord[];
}

export interface SearchTheme {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly terms: readonly string[];
}

/** Something that is measured, with the words for it. */
export interface SearchIndicator {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly mentions: readonly string[];
}

/** All that a site has to be searched, in the order of its documents. */
export interface SearchCorpus {
  readonly documents: readonly SearchDocument[];
  readonly themes: readonly SearchTheme[];
  /** Words for the same thing, as an editor groups them. */
  readonly synonyms: readonly (readonly string[])[];
  readonly indicators: readonly SearchIndicator[];
  readonly alike: readonly (readonly [string, string])[];
}

/** The text of a record, loaded when it is shown. */
export type RecordText = Pick<SearchRecord, "eId" | "trail" | "lines" | "heading" | "clauses">;

/** What is known of the records of a document without their texts: lists of equal length, an entry a record. */
export interface DocumentTable extends Omit<SearchDocument, "records"> {
  readonly facts: readonly number[];
  /** Places in the table's list of themes. */
  readonly themes: readonly (readonly number[])[];
}

/** Where the records of a document are found. */
export interface Indexed {
  /** The file that holds their texts. */
  readonly texts: string;
  /** How many tokens of a record's twin belong to its heading. */
  readonly headed: readonly number[];
}

export interface IndexedTable extends SearchTable {
  readonly documents: readonly (DocumentTable & Indexed)[];
  /** The numbers in the corpus of the records that the index has as its pages, in the order of the pages. */
  readonly pages: readonly number[];
  /** The first token of each part of the index, and the name of the part. */
  readonly chunks: readonly (readonly [from: string, name: string])[];
}

export interface SearchTable extends Omit<SearchCorpus, "documents"> {
  readonly documents: readonly DocumentTable[];
}
