import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Item, readCbor } from "./cbor.ts";
import { chunkWith, inARow, readChunk, readMeta } from "./postings.ts";

/** The shortest form of each item, as writers choose it. */
function written(item: Item): number[] {
  const head = (type: number, n: number): number[] => {
    const first = type << 5;
    if (n < 24) return [first | n];
    if (n < 256) return [first | 24, n];
    if (n < 65536) return [first | 25, n >> 8, n & 255];
    return [first | 26, n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255];
  };
  if (typeof item === "number") return item < 0 ? head(1, -1 - item) : head(0, item);
  if (typeof item === "string") return [...head(3, item.length), ...Array.from(item, (c) => c.charCodeAt(0))];
  return [...head(4, item.length), ...item.flatMap(written)];
}

const signed = (item: Item): Uint8Array =>
  new Uint8Array([..."pagefind_dcd"].map((c) => c.charCodeAt(0)).concat(written(item)));

test("what is written in CBOR is read again, and what ends too soon is refused", () => {
  const { item } = fc.letrec<{ item: Item }>((tie) => ({
    item: fc.oneof(
      { depthSize: "small" },
      fc.integer({ min: -(2 ** 32), max: 2 ** 32 - 1 }),
      fc.string({ unit: "grapheme-ascii", maxLength: 40 }),
      fc.array(tie("item"), { maxLength: 30 }),
    ),
  }));
  fc.assert(
    fc.property(item, fc.nat(), (one, cut) => {
      const bytes = new Uint8Array(written(one));
      assert.deepEqual(readCbor(bytes), one);
      assert.throws(() => readCbor(bytes.subarray(0, cut % bytes.length)), RangeError);
    }),
  );
  assert.throws(() => readCbor(new Uint8Array([0xf6])), RangeError);
});

test("pages and places are counted from those before, and weights are no places", () => {
  const chunk = readChunk(
    signed([
      [
        [
          "ab",
          [
            [3, [-25, 2, 5, -49, 1], []],
            [4, [0], []],
          ],
          [],
        ],
      ],
    ]),
  );
  assert.deepEqual(
    [...chunk],
    [
      [
        "ab",
        [
          { page: 3, places: [2, 7, 8] },
          { page: 7, places: [0] },
        ],
      ],
    ],
  );
  assert.throws(() => readChunk(signed([["ab"]])), RangeError);
});

test("a token is in the last part that begins before it", () => {
  const { pages, chunks } = readMeta(
    signed([
      "1.5.2",
      [
        ["und_1", 4],
        ["und_2", 9],
      ],
      [
        ["aa", "az", "x"],
        ["ba", "bz", "y"],
      ],
      [],
    ]),
  );
  assert.deepEqual(pages, ["und_1", "und_2"]);
  assert.deepEqual(
    ["a", "aa", "am", "ba", "zz"].map((token) => chunkWith(token, chunks)),
    [null, "x", "x", "y", "y"],
  );
});

test("tokens are in a row where each stands right behind the one before", () => {
  const first = [
    { page: 1, places: [0, 4] },
    { page: 2, places: [3] },
  ];
  const second = [
    { page: 1, places: [2, 5] },
    { page: 3, places: [4] },
  ];
  assert.deepEqual(inARow([first, second]), [{ page: 1, place: 4 }]);
  assert.deepEqual(
    inARow([first]).map(({ place }) => place),
    [0, 3],
  );
  assert.deepEqual(inARow([first, []]), []);
});
