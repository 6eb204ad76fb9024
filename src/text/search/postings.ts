import { asList, asNumber, asText, type Item, readCbor } from "./cbor.ts";

/** Where a token stands in a page of the index. */
export interface Posting {
  readonly page: number;
  /** In tokens from the page's head, in order. */
  readonly places: readonly number[];
}

/** The postings of each token of a part of the index. */
export type Chunk = ReadonlyMap<string, readonly Posting[]>;

/** What Pagefind puts before everything that it writes. */
const SIGNATURE = "pagefind_dcd".length;

/** A negative number among places is the weight of those after it. */
function placesOf(item: Item | undefined): readonly number[] {
  let place = 0;
  return asList(item).flatMap((one) => {
    const step = asNumber(one);
    if (step < 0) return [];
    place += step;
    return [place];
  });
}

/**
 * Reads a part of an index of Pagefind 1.5: `[[[token, [[page, places, …] …], …] …] …]`, pages and places each as what is
 * added to the one before.
 */
export function readChunk(bytes: Uint8Array): Chunk {
  const [words] = asList(readCbor(bytes.subarray(SIGNATURE)));
  return new Map(
    asList(words).map((word) => {
      const [token, pages] = asList(word);
      let page = 0;
      const postings = asList(pages).map((one): Posting => {
        const [step, places] = asList(one);
        page += asNumber(step);
        return { page, places: placesOf(places) };
      });
      return [asText(token), postings];
    }),
  );
}

export interface IndexMeta {
  /** What the index calls its pages, in their order. */
  readonly pages: readonly string[];
  /** The first token of each part, and what the part is called; in the order of the tokens. */
  readonly chunks: readonly (readonly [from: string, name: string])[];
}

/** Reads what an index of Pagefind 1.5 says of itself: `[version, [[page, …] …], [[from, to, name] …], …]`. */
export function readMeta(bytes: Uint8Array): IndexMeta {
  const [, pages, chunks] = asList(readCbor(bytes.subarray(SIGNATURE)));
  return {
    pages: asList(pages).map((page) => asText(asList(page)[0])),
    chunks: asList(chunks).map((chunk) => {
      const [from, , name] = asList(chunk);
      return [asText(from), asText(name)];
    }),
  };
}

/** The part that a token is in, if it is in any: ranges follow one another. */
export function chunkWith(token: string, chunks: IndexMeta["chunks"]): string | null {
  return chunks.findLast(([from]) => from <= token)?.[1] ?? null;
}

/** The pages where the tokens, whose postings these are, stand in a row, and where that row first begins. */
export function inARow(tokens: readonly (readonly Posting[])[]): readonly { page: number; place: number }[] {
  const [first = [], ...rest] = tokens;
  const others = rest.map((postings) => new Map(postings.map((posting) => [posting.page, posting.places])));
  const found: { page: number; place: number }[] = [];
  for (const { page, places } of first) {
    const behind = others.map((pages) => pages.get(page));
    if (behind.includes(undefined)) continue;
    const place = places.find((begin) => behind.every((list, i) => list?.includes(begin + i + 1)));
    if (place !== undefined) found.push({ page, place });
  }
  return found;
}
