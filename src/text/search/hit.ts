import { type DocumentTable, FACTS, type SearchTable } from "./record.ts";

/** A record that holds all terms of a query. */
export interface Hit {
  /** Its number in the corpus. */
  readonly record: number;
  /** Its document's place in the order of the corpus, and its own in the document. */
  readonly document: number;
  readonly index: number;
  readonly facts: number;
  /** Places in the table's list of themes. */
  readonly themes: readonly number[];
  /** All terms stand in its heading. */
  readonly inHeading: boolean;
  /** How many characters lie from the first to the last of the terms where they are closest; 0 until that is known. */
  readonly spread: number;
}

export type HitOf = (record: number, inHeading: boolean) => Hit | null;

function counted(documents: readonly DocumentTable[]): readonly number[] {
  let sum = 0;
  return documents.map(({ facts }) => {
    sum += facts.length;
    return sum;
  });
}

/** The first place of an ascending list whose value is above a number: each of ten thousand hits asks for it. */
function firstAbove(list: readonly number[], value: number): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (value < (list[middle] ?? 0)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Finds the document of a record by its number; null for a number that no record has. */
export function hitsOf({ documents }: SearchTable): HitOf {
  const ends = counted(documents);
  return (record, inHeading) => {
    const document = firstAbove(ends, record);
    const held = documents[document];
    if (held === undefined) return null;
    const index = record - ((ends[document] ?? 0) - held.facts.length);
    return {
      record,
      document,
      index,
      facts: held.facts[index] ?? 0,
      themes: held.themes[index] ?? [],
      inHeading,
      spread: 0,
    };
  };
}

export const has = ({ facts }: Pick<Hit, "facts">, fact: keyof typeof FACTS): boolean => (facts & FACTS[fact]) !== 0;
