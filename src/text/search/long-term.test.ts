import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { NONE_ALIKE } from "./fold.ts";
import { byBeginning } from "./long-term.ts";
import { scan } from "./lookup.ts";
import type { SearchCorpus, SearchDocument, SearchRecord } from "./record.ts";
import { tableOf, textOf } from "./table.ts";

const record = (line: string, heading: number): SearchRecord => ({
  eId: "",
  trail: [],
  lines: [line],
  heading,
  clauses: [],
  facts: 0,
  themes: [],
});

const document = (id: string, records: readonly SearchRecord[]): SearchDocument => ({
  id,
  title: id,
  shortTitle: id,
  issued: "2021-01",
  level: "national",
  script: "Hans",
  colour: "",
  records,
});

const SET_PHRASE = "坚持以创新为动力，".repeat(9);

const corpus: SearchCorpus = {
  documents: [
    document("none", []),
    document("old", [record(`${SET_PHRASE}推动原料药绿色生产`, 9), record(SET_PHRASE, 0)]),
    document("new", [
      record("原料药", 3),
      record(`推动：${SET_PHRASE}推动原料藥集中生产`, 90),
      record("８%，".repeat(40), 0),
    ]),
  ],
  themes: [],
  synonyms: [],
  indicators: [],
  alike: [],
};
const table = tableOf(corpus, () => ({}));
const all = scan(corpus.documents, NONE_ALIKE);
const texts = async (place: number) => (corpus.documents[place]?.records ?? []).map(textOf);

test("a long term is found where all of it stands, though only its beginning is looked up", async () => {
  const asked: string[] = [];
  const asking = (term: string) => {
    asked.push(term);
    return all(term);
  };
  const lookup = byBeginning(asking, { table, alike: NONE_ALIKE, texts });
  const lines = [`${SET_PHRASE}推动原料药绿色生产`, `推动:${SET_PHRASE}推动原料药集中生产`, "8%,".repeat(50)];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...lines),
      fc.nat(99),
      fc.integer({ min: 1, max: 150 }),
      async (line, from, length) => {
        const term = line.slice(from, from + length).replaceAll("，", ",");
        if (term !== "") assert.deepEqual(await lookup(term), await all(term));
      },
    ),
    { numRuns: 500 },
  );
  assert.equal((await lookup(SET_PHRASE.replaceAll("，", ","))).length, 3);
  assert.ok(asked.every((term) => term.length <= 64));
});
