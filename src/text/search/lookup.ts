import { type Alike, foldForSearch } from "./fold.ts";
import type { RecordText } from "./record.ts";

/** A record that holds a term, by its number in the corpus. */
export interface Found {
  readonly record: number;
  readonly inHeading: boolean;
}

/** Finds every record that holds a folded term, and no other. */
export type Lookup = (term: string) => Promise<readonly Found[]>;

/** A record as it is read through: folded, with the length of its folded heading. */
interface Scanned {
  readonly lines: readonly string[];
  readonly heading: number;
}

/** Reads through all texts: for when there is no index. */
export function scan(
  documents: readonly { readonly records: readonly Pick<RecordText, "lines" | "heading">[] }[],
  alike: Alike,
): Lookup {
  const records = documents.flatMap(({ records }) =>
    records.map(({ lines, heading }): Scanned => {
      const folded = lines.map((line) => foldForSearch(line, alike).text);
      const [first = ""] = lines;
      return { lines: folded, heading: foldForSearch(first.slice(0, heading), alike).text.length };
    }),
  );
  return async (term) =>
    records.flatMap(({ lines, heading }, record): readonly Found[] => {
      if (!lines.some((line) => line.includes(term))) return [];
      const first = lines[0]?.indexOf(term) ?? -1;
      return [{ record, inHeading: first >= 0 && first < heading }];
    });
}
