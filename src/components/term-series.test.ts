import assert from "node:assert/strict";
import { test } from "node:test";
import { ceilingOf, perHundred, seriesOf } from "./term-series.ts";

const clauses = (...texts: readonly string[]) => texts.map((text, i) => ({ eId: `cl_${i + 1}`, text }));
const documents = [clauses("创新。", "绿色。"), clauses("创新。", "创新。", "无。", "绿色。"), clauses("绿色。")];

test("terms are sorted by how much their share moved", () => {
  const series = seriesOf(
    [
      { name: "创新", words: ["创新"] },
      { name: "绿色", words: ["绿色"] },
      { name: "无", words: ["无"] },
    ],
    documents,
  );
  assert.deepEqual(
    series.map(({ name, moved }) => [name, moved]),
    [
      ["绿色", 0.75],
      ["创新", 0.5],
      ["无", 0.25],
    ],
  );
  assert.deepEqual(
    series[1]?.uses.map(({ found, first }) => [found, first]),
    [
      [1, "cl_1"],
      [2, "cl_1"],
      [0, null],
    ],
  );
  assert.equal(ceilingOf(series), 1);
});

test("no terms and no documents are no fault", () => {
  assert.deepEqual(seriesOf([], documents), []);
  assert.equal(ceilingOf([]), 0);
  assert.equal(seriesOf([{ name: "创新", words: ["创新"] }], [[]])[0]?.moved, 0);
});

test("of a hundred clauses a tenth is said where it tells something", () => {
  const use = (found: number, clauses: number) => perHundred({ found, clauses, first: null });
  assert.deepEqual([use(0, 30), use(1, 215), use(16, 30), use(995, 10_000), use(0, 0)], ["0", "0.5", "53", "10", "0"]);
});
