import { zipSync } from "fflate";

/** A file of the archive, by its path from the top, parted by `/`. */
export interface Entry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The years that the date of a ZIP entry can say. */
const [FIRST_YEAR, LAST_YEAR] = [1980, 2099];

/**
 * The date that every entry bears: that of the newest document, since the time of making would change the bytes. A ZIP
 * says it in local time, so that the same entry reads the same in every zone; noon exists in all of them.
 */
function bearing(issued: string): Date {
  const [year = FIRST_YEAR, month = 1, day = 1] = issued.split("-").map(Number);
  return new Date(Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR), month - 1, day, 12);
}

const byPath = (a: Entry, b: Entry): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/**
 * A ZIP of the entries: the same bytes for the same entries in whatever order. Names that are not ASCII are flagged as
 * UTF-8. `issued` is a date such as 2021-12-22 or 2016-10.
 */
export function archive(entries: readonly Entry[], issued: string): Uint8Array {
  const files = entries.toSorted(byPath).map(({ path, bytes }) => [path, bytes] as const);
  return zipSync(Object.fromEntries(files), { level: 9, mtime: bearing(issued) });
}
