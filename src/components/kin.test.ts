import assert from "node:assert/strict";
import { test } from "node:test";
import type { Alignment, PolicyDocument } from "../text/model.ts";
import { documentOf, pairOf, rowsOf } from "./fixtures/documents.ts";
import { countKinships, kinships, type Laid } from "./kin.ts";
import { placesOf } from "./places.ts";

function laid(from: PolicyDocument, to: PolicyDocument, alignments: readonly Alignment[]): Laid {
  return { from, to, rows: rowsOf(from, to, alignments), places: { from: placesOf(from), to: placesOf(to) } };
}

const a = documentOf("a", ["建设平台。", "推进绿色发展。"]);
const b = documentOf("b", ["推进产业绿色发展。", "培育人才。"]);
const c = documentOf("c", ["推动绿色发展。"]);
const all = [
  laid(a, b, [pairOf("a_2", "b_1", "related"), pairOf("a_1", "b_1", "reworded", 0.87)]),
  laid(a, c, []),
  laid(b, c, [pairOf("b_1", "c_1", "verbatim")]),
];

test("a clause knows whom it comes from, the closest first, and who comes from it", () => {
  const families = kinships("b", all).get("b_1")?.families ?? [];
  assert.deepEqual(
    families.map(({ side, document, kin }) => [side, document, kin.map(({ eId }) => eId)]),
    [
      ["from", "a", ["a_1", "a_2"]],
      ["to", "c", ["c_1"]],
    ],
  );
  assert.equal(families[0]?.kin[0]?.originName, "自动 87%");
  assert.equal(families[0]?.kin[0]?.row, "a_1--b_1");
});

test("kin is shown in its own words", () => {
  const [family] = kinships("b", all).get("b_1")?.families ?? [];
  const marks = family?.kin.find(({ eId }) => eId === "a_2")?.marks ?? [];
  assert.equal(marks.map(({ text }) => text).join(""), "推进绿色发展。");
});

test("only what was looked for and not found is new or dropped", () => {
  const kin = kinships("b", all).get("b_2");
  assert.deepEqual([kin?.isNew, kin?.isDropped], [true, true]);
  const first = kinships("a", all).get("a_1");
  assert.deepEqual([first?.isNew, first?.isDropped], [false, false]);
  assert.deepEqual(countKinships(kinships("b", all)), {
    clauses: 2,
    inherited: 1,
    isNew: 1,
    carriedOn: 1,
    isDropped: 1,
  });
});
