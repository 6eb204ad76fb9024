import { hitsOf } from "./hit.ts";
import { type Lookup, scan } from "./lookup.ts";
import type { Sources } from "./search.ts";

/** In characters. A beginning so long stands in few documents, even of those that repeat each other's set phrases. */
const BEGINNING = 64;

/**
 * Looks a long term up by its beginning and has the texts say where the whole of it stands. An index loads a file for
 * nearly every pair of characters: for a pasted page it would load nearly all of them.
 */
export function byBeginning(lookup: Lookup, { table, alike, texts }: Omit<Sources, "lookup">): Lookup {
  const hitOf = hitsOf(table);
  return async (term) => {
    const characters = Array.from(term);
    if (characters.length <= BEGINNING) return lookup(term);
    const begun = await lookup(characters.slice(0, BEGINNING).join(""));
    const read = begun.map(async ({ record }) => {
      const hit = hitOf(record, false);
      const text = hit && (await texts(hit.document))[hit.index];
      return text ? [{ ...text, record }] : [];
    });
    const records = (await Promise.all(read)).flat();
    const found = await scan([{ records }], alike)(term);
    return found.flatMap(({ record, inHeading }) => {
      const held = records[record];
      return held === undefined ? [] : [{ record: held.record, inHeading }];
    });
  };
}
