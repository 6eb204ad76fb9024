import assert from "node:assert/strict";
import { test } from "node:test";
import type { PolicyDocument, Provision } from "../text/model.ts";
import { placesOf } from "./places.ts";

function provision(own: Partial<Provision>): Provision {
  const eId = own.eId ?? "x";
  const clause = { eId: `${eId}__cl_1`, text: "句。", original: "句。" };
  const paragraphs = [{ eId: `${eId}__p_1`, clauses: [clause] }];
  const none = { kind: "section", num: null, heading: null, stop: "", children: [], note: null, responsible: null };
  return { ...none, eId, paragraphs, ...own } as Provision;
}

function places(provisions: readonly Provision[]) {
  return placesOf({ meta: { id: "x", script: "Hans", readings: [] }, provisions } as unknown as PolicyDocument);
}

test("a place is numbered from the top down and named by the nearest heading", () => {
  const item = provision({ eId: "i", kind: "item", num: "1、", heading: "抗体药物" });
  const sub = provision({ eId: "s", kind: "subsection", num: "（二）", heading: "重点领域", children: [item] });
  const found = places([provision({ eId: "t", num: "三、", heading: "主要任务", children: [sub] })]);
  assert.deepEqual(found.get("i__cl_1"), {
    section: { eId: "t", title: "三、主要任务" },
    part: { eId: "s", title: "（二）重点领域" },
    number: "三（二）1",
    heading: "抗体药物",
  });
  assert.equal(found.get("t__cl_1")?.part, null);
});

test("what has no heading is called by its kind or by what holds it", () => {
  const wrap = provision({ eId: "w", kind: "wrap" });
  const found = places([provision({ eId: "a", kind: "preamble" }), provision({ heading: "目标", children: [wrap] })]);
  assert.equal(found.get("a__cl_1")?.heading, "引言");
  assert.equal(found.get("w__cl_1")?.heading, "目标");
});
