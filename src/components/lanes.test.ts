import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOf, pairOf, rowsOf } from "./fixtures/documents.ts";
import { bestRelations, laneOf } from "./lanes.ts";

const a = documentOf("a", ["甲。", "乙。"]);
const b = documentOf("b", ["甲甲。", "丙。", "乙乙。"]);
const pairs = [pairOf("a_1", "b_1", "related"), pairOf("a_2", "b_1", "verbatim"), pairOf("a_2", "b_3", "reworded")];
const found = rowsOf(a, b, pairs);

test("of several partners the closest counts", () => {
  assert.deepEqual(Object.fromEntries(bestRelations(found, "to")), { b_1: "verbatim", b_3: "reworded" });
  assert.equal(bestRelations(found, "from").get("a_2"), "verbatim");
});

test("a clause is a bar in its place, and one without partner leaves it empty", () => {
  const lane = laneOf(b, found, "to");
  assert.equal(lane.clauses, 3);
  assert.equal(lane.found, 2);
  assert.deepEqual(lane.bars, [
    { relation: "verbatim", path: "M0.1 0h.8v12h-.8z" },
    { relation: "reworded", path: "M2.1 4h.8v8h-.8z" },
  ]);
});
