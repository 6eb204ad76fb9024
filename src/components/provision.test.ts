import assert from "node:assert/strict";
import { test } from "node:test";
import type { Provision, Responsible } from "../text/model.ts";
import { titleOf } from "./outline.ts";
import { childLevel, duties, headingForm, headingTag } from "./provision.ts";

const bare: Provision = {
  eId: "x",
  kind: "subsection",
  num: "（一）",
  heading: "指导思想",
  stop: "",
  paragraphs: [{ eId: "x__p_1", clauses: [] }],
  children: [],
  note: null,
  responsible: null,
};

test("a heading stands, runs on or opens a paragraph as it was printed", () => {
  assert.equal(headingForm(bare), "block");
  assert.equal(headingForm({ ...bare, stop: "。" }), "run-in");
  assert.equal(headingForm({ ...bare, stop: "。", paragraphs: [] }), "block");
  assert.equal(headingForm({ ...bare, kind: "lead", num: null, stop: "。" }), "lead");
  assert.equal(headingForm({ ...bare, kind: "head", num: null, stop: "。" }), "block");
  assert.equal(headingForm({ ...bare, kind: "wrap", num: null, heading: null }), "none");
});

test("levels go down only under headings of the page and never below h6", () => {
  assert.equal(childLevel("lead", 3), 3);
  assert.equal(childLevel("run-in", 3), 4);
  assert.deepEqual([2, 5, 6, 9].map(headingTag), ["h2", "h5", "h6", "h6"]);
});

test("a number without a sign is parted from its heading", () => {
  assert.equal(titleOf("专栏1", "创新工程"), "专栏1 创新工程");
  assert.equal(titleOf("一、", "总体要求"), "一、总体要求");
  assert.equal(titleOf("（二）", null), "（二）");
});

test("bodies that no one leads answer alike", () => {
  const responsible: Responsible = { eId: "x", lead: ["省经信委"], participants: [], cutOff: false };
  assert.deepEqual(duties(responsible), [{ part: "责任单位", bodies: ["省经信委"] }]);
  assert.deepEqual(
    duties({ ...responsible, participants: ["省科技厅"] }).map(({ part }) => part),
    ["牵头", "参与"],
  );
});
