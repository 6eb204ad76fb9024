import assert from "node:assert/strict";
import { test } from "node:test";
import { hitsOf } from "./hit.ts";
import type { DocumentTable } from "./record.ts";

const document = (records: number): DocumentTable => ({
  id: "",
  title: "",
  shortTitle: "",
  issued: "2021-01",
  level: "national",
  script: "Hans",
  colour: "",
  facts: Array(records).fill(0),
  themes: Array(records).fill([]),
});

test("a record is of the document that holds it, whatever documents hold none", () => {
  const documents = [0, 3, 0, 0, 1, 2, 0].map(document);
  const hitOf = hitsOf({ documents, themes: [], synonyms: [], indicators: [], alike: [] });
  const places = Array.from({ length: 7 }, (_, record) => hitOf(record, false));
  assert.deepEqual(
    places.map((hit) => (hit === null ? "none" : `${hit.document}/${hit.index}`)),
    ["1/0", "1/1", "1/2", "4/0", "5/0", "5/1", "none"],
  );
});
