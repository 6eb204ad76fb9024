import assert from "node:assert/strict";
import { test } from "node:test";
import type { Alignment, PolicyDocument } from "../text/model.ts";
import { countLines, type Line, linesOf, sectionsOf } from "./comparison.ts";
import { documentOf, pairOf, rowsOf } from "./fixtures/documents.ts";
import { placesOf } from "./places.ts";

function lines(from: PolicyDocument, to: PolicyDocument, pairs: readonly Alignment[]): readonly Line[] {
  return linesOf(rowsOf(from, to, pairs), { from: placesOf(from), to: placesOf(to) });
}

const a = documentOf("a", ["建设平台。", "推进绿色发展。", "培育品牌。"]);
const b = documentOf("b", ["推进产业绿色发展。", "培育人才。", "建设创新平台。"]);

test("a row is named by both clauses, and a clause alone by its own", () => {
  const made = lines(a, b, [pairOf("a_2", "b_1", "reworded")]);
  assert.deepEqual(
    made.map(({ id, standing }) => [id, standing]),
    [
      ["a_1--", "dropped"],
      ["a_2--b_1", "reworded"],
      ["a_3--", "dropped"],
      ["--b_2", "new"],
      ["--b_3", "new"],
    ],
  );
});

test("a clause that stands again says where it stood, and whether that is right above", () => {
  const pairs = [pairOf("a_2", "b_1", "verbatim"), pairOf("a_1", "b_1", "related"), pairOf("a_2", "b_3", "related")];
  const made = lines(a, b, pairs);
  const again = Object.fromEntries(made.map(({ id, from, to }) => [id, [from?.again ?? null, to?.again ?? null]]));
  assert.deepEqual(again["a_2--b_1"], [null, null]);
  assert.deepEqual(again["a_1--b_1"], [null, { row: "a_2--b_1", above: true }]);
  assert.deepEqual(again["a_2--b_3"], [{ row: "a_2--b_1", above: false }, null]);
});

test("what the machine says is said to be so, with how sure it is", () => {
  const [line] = lines(a, b, [pairOf("a_1", "b_1", "related", 0.873)]).filter(({ origin }) => origin === "auto");
  assert.equal(line?.originName, "自动 87%");
});

test("many clauses that fell away one after another are put together, under the heading that they follow", () => {
  const many = documentOf("c", ["一。", "二。", "三。", "四。"]);
  const made = lines(many, b, []);
  const [section] = sectionsOf(made);
  const blocks = section?.stretches[0]?.blocks ?? [];
  assert.deepEqual(
    blocks.map((block) => (block.run ? block.lines.length : 1)),
    [4, 1, 1, 1],
  );
  assert.equal(section?.section.title, "引言");
  assert.equal(countLines(made).standing("dropped"), 4);
  assert.equal(countLines(made).rows, 7);
});
