import type { Alignment } from "../text/model.ts";

/** As many documents are few enough to be compared each with each. */
const FEW = 8;

/** Whether two documents get a page of their own: in a large corpus those that were read, and next ones in date. */
export function hasPage(
  { complete, alignments }: { readonly complete: boolean; readonly alignments: readonly Pick<Alignment, "origin">[] },
  /** How many places in date order one document stands behind the other. */
  distance: number,
  documents: number,
): boolean {
  if (documents <= FEW || distance === 1) return true;
  return complete || alignments.some(({ origin }) => origin === "reviewed");
}
