import type { PolicyDocument } from "../../src/text/model.ts";
import { build } from "./search/built.ts";
import { corpusOf, type Words } from "./search/corpus.ts";
import { benchExact } from "./search/exact.ts";
import { benchTime } from "./search/time.ts";

/** Whether the search of the built site finds all that is there, and what it costs, beside other ways to search. */
export async function benchSearch(documents: readonly PolicyDocument[], words: Words): Promise<void> {
  const built = await build(corpusOf(documents, words));
  await benchExact(built);
  console.log("");
  await benchTime(built);
}
