import { getCollection } from "astro:content";
import { everyStatement } from "../text/collation/statement.ts";
import type { Thread } from "../text/model.ts";
import { keyOf } from "../text/structure/key.ts";
import { threadsOf } from "../text/threads/threads.ts";
import { allAlignments } from "./comparisons.ts";
import { corpus, type Member } from "./corpus.ts";
import type { Told } from "./journeys.ts";
import { placesOf } from "./places.ts";
import { corpusThemes } from "./themes.ts";

/** The text and the place of every clause. */
export function toldOf(members: readonly Member[]): Told {
  const texts = members.flatMap(({ document }) =>
    everyStatement(document).map(
      ({ clause: { eId, text } }) => [keyOf({ document: document.meta.id, eId }), text] as const,
    ),
  );
  const places = members.flatMap(({ document }) =>
    [...placesOf(document)].map(([eId, place]) => [keyOf({ document: document.meta.id, eId }), place] as const),
  );
  return { texts: new Map(texts), places: new Map(places) };
}

async function gather(): Promise<readonly Thread[]> {
  const members = await corpus();
  const overrides = (await getCollection("overrides")).map(({ id, data }) => [id, data.follows] as const);
  const { of } = await corpusThemes();
  const { texts } = toldOf(members);
  const order = members.map(({ document }) => document.meta.id);
  return threadsOf({ order, texts }, await allAlignments(members, "alignments"), of, new Map(overrides));
}

let gathered: Promise<readonly Thread[]> | null = null;

/** Every thread of the corpus, the farthest-reaching first. Many pages need them, so a build asks once. */
export function corpusThreads(): Promise<readonly Thread[]> {
  if (import.meta.env.DEV) return gather();
  gathered ??= gather();
  return gathered;
}
