import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { foldForSearch } from "../../text/search/fold.ts";
import { scan } from "../../text/search/lookup.ts";
import { chunkWith, inARow, readChunk } from "../../text/search/postings.ts";
import type { SearchCorpus, SearchRecord } from "../../text/search/record.ts";
import { tokensOf } from "../../text/search/twin.ts";
import { makeIndex } from "./make-index.ts";

const record = (line: string, heading: number): SearchRecord => ({
  eId: "",
  trail: [],
  lines: [line],
  heading,
  clauses: [],
  facts: 0,
  themes: [],
});

const particulars = {
  title: "",
  shortTitle: "",
  issued: "2020-01",
  level: "national",
  script: "Hans",
  colour: "",
} as const;
const corpus: SearchCorpus = {
  documents: [
    { ...particulars, id: "a", records: [record("原料藥綠色生產。到2025年，≥8%。", 3), record("原料药", 0)] },
    { ...particulars, id: "b", records: [record("原料药", 0), record("CAR-T、VOCs与“😀”", 0), record("", 0)] },
  ],
  themes: [],
  synonyms: [],
  indicators: [],
  alike: [],
};

test("every string of every record is found in the index that Pagefind makes, as by reading through", async () => {
  const { pages, chunks, parts, headed } = await makeIndex(corpus);
  const headings = headed.flat();
  const read = new Map([...parts].map(([name, bytes]) => [name, readChunk(gunzipSync(bytes))]));
  const postings = (token: string) => read.get(chunkWith(token, chunks) ?? "")?.get(token) ?? [];
  const through = scan(corpus.documents, new Map());
  const lines = corpus.documents.flatMap(({ records }) => records.flatMap((one) => one.lines));
  for (const line of lines.map((one) => Array.from(foldForSearch(one).text))) {
    for (let start = 0; start < line.length; start += 1) {
      for (let end = start + 1; end <= line.length; end += 1) {
        const term = line.slice(start, end).join("");
        const rows = inARow(tokensOf(term).map(postings));
        const found = rows.map(({ page, place }) => {
          const number = pages[page] ?? -1;
          return { record: number, inHeading: place < (headings[number] ?? 0) };
        });
        assert.deepEqual(
          found.toSorted((a, b) => a.record - b.record),
          await through(term),
          term,
        );
      }
    }
  }
});
