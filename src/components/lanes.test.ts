import assert from "node:assert/strict";
import { test } from "node:test";
import { rows } from "../text/collation/rows.ts";
import type { Alignment, PolicyDocument, Relation } from "../text/model.ts";
import { bestRelations, laneOf } from "./lanes.ts";

function documentOf(id: string, texts: readonly string[]): PolicyDocument {
  const clauses = texts.map((text, i) => ({ eId: `${id}_${i + 1}`, text, original: text }));
  const provision = { eId: id, kind: "preamble", num: null, heading: null, stop: "", note: null, responsible: null };
  return {
    meta: { id, script: "Hans", readings: [], issued: "2020-01" },
    provisions: [{ ...provision, children: [], paragraphs: [{ eId: `${id}__p_1`, clauses }] }],
  } as unknown as PolicyDocument;
}

function pair(from: string, to: string, relation: Relation): Alignment {
  const ref = (eId: string) => ({ document: eId.slice(0, 1), eId });
  return { from: ref(from), to: ref(to), relation, score: 1, origin: "reviewed" } as Alignment;
}

const a = documentOf("a", ["甲。", "乙。"]);
const b = documentOf("b", ["甲甲。", "丙。", "乙乙。"]);
const found = rows(a, b, [
  pair("a_1", "b_1", "related"),
  pair("a_2", "b_1", "verbatim"),
  pair("a_2", "b_3", "reworded"),
]);

test("of several partners the closest counts", () => {
  assert.deepEqual(
    [...bestRelations(found, "to")],
    [
      ["b_1", "verbatim"],
      ["b_3", "reworded"],
    ],
  );
  assert.deepEqual(bestRelations(found, "from").get("a_2"), "verbatim");
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
