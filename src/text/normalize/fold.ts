import type { DocumentMeta } from "../model.ts";
import { simplify } from "./script.ts";
import { foldWidth } from "./width.ts";

/** How a document is read as Simplified Chinese. */
export type Reading = Pick<DocumentMeta, "script" | "readings">;

/** A clause or heading in Simplified Chinese with full-width punctuation; as long as `original`. */
export function fold(original: string, { script, readings }: Reading): string {
  const wide = foldWidth(original);
  // In a Simplified text 乾坤 is a word and not 干坤: only a Traditional one is converted.
  if (script === "Hans") return wide;
  return readings.reduce((text, { from, to }) => text.replaceAll(from, to), simplify(wide));
}

/** Signs that scrapes add, lose and swap, so that two copies of a sentence may differ in them. */
const LOOSE = /[\s\p{P}\p{S}]/u;

export const isLoose = (character: string): boolean => LOOSE.test(character);

/** What two copies of a passage share whatever their script, width, spacing and punctuation. */
export function matchKey(text: string): string {
  return Array.from(simplify(foldWidth(text)).toLowerCase())
    .filter((character) => !isLoose(character))
    .join("");
}
