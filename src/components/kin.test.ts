import assert from "node:assert/strict";
import { test } from "node:test";
import { rows } from "../text/collation/rows.ts";
import type { Alignment, PolicyDocument, Relation } from "../text/model.ts";
import { countKinships, kinships, type Laid } from "./kin.ts";
import { placesOf } from "./places.ts";

function documentOf(id: string, texts: readonly string[]): PolicyDocument {
  const clauses = texts.map((text, i) => ({ eId: `${id}_${i + 1}`, text, original: text }));
  const provision = { eId: id, kind: "preamble", num: null, heading: null, stop: "", note: null, responsible: null };
  return {
    meta: { id, script: "Hans", readings: [], issued: "2020-01" },
    provisions: [{ ...provision, children: [], paragraphs: [{ eId: `${id}__p_1`, clauses }] }],
  } as unknown as PolicyDocument;
}

function pair(from: string, to: string, relation: Relation, score = 1): Alignment {
  const ref = (eId: string) => ({ document: eId.slice(0, 1), eId });
  return { from: ref(from), to: ref(to), relation, score, origin: score < 1 ? "auto" : "reviewed" } as Alignment;
}

function laid(from: PolicyDocument, to: PolicyDocument, alignments: readonly Alignment[]): Laid {
  return { from, to, rows: rows(from, to, alignments), places: { from: placesOf(from), to: placesOf(to) } };
}

const a = documentOf("a", ["建设平台。", "推进绿色发展。"]);
const b = documentOf("b", ["推进产业绿色发展。", "培育人才。"]);
const c = documentOf("c", ["推动绿色发展。"]);
const all = [
  laid(a, b, [pair("a_2", "b_1", "related"), pair("a_1", "b_1", "reworded", 0.87)]),
  laid(a, c, []),
  laid(b, c, [pair("b_1", "c_1", "verbatim")]),
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
