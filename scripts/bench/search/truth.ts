import { simplify } from "../../../src/text/normalize/script.ts";
import type { SearchCorpus } from "../../../src/text/search/record.ts";

/**
 * What ought to be found, told by the plainest means and by none of what the search is made of but the table of Simplified
 * and Traditional characters: each text is folded as a whole, and a record holds a term if one of its lines includes it.
 */

const DASHES = /[-‐‑‒–—―−－]/g;
const DOUBLE = /[“”„‟«»]/g;
const SINGLE = /[‘’‚‛′`]/g;

export type Truth = (typed: string) => readonly number[];

function plainFold(alike: readonly (readonly [string, string])[]): (text: string) => string {
  return (text) => {
    const plain = simplify(text.normalize("NFKC").toLowerCase())
      .replace(DASHES, "-")
      .replace(DOUBLE, '"')
      .replace(SINGLE, "'")
      .replace(/\s/g, "");
    return alike.reduce((sum, [from, to]) => sum.replaceAll(from, to), plain);
  };
}

/** A text that was pasted with its line breaks is one term; blanks part terms, and a record has to hold all of them. */
export function truthOf({ documents, alike }: SearchCorpus): Truth {
  const fold = plainFold(alike);
  const records = documents.flatMap(({ records }) => records.map(({ lines }) => lines.map(fold)));
  return (typed) => {
    const words = typed.replace(/ *[\r\n]+ */g, "").split(/\s+/);
    const terms = words.map(fold).filter((term) => term !== "");
    if (terms.length === 0) return [];
    return records.flatMap((lines, record) =>
      terms.every((term) => lines.some((line) => line.includes(term))) ? [record] : [],
    );
  };
}
