import assert from "node:assert/strict";
import { test } from "node:test";
import { settingOf } from "./flow-drawing.ts";
import { halvesOf, nameOf } from "./flow-stock.ts";

const parts = (reworded: number) => ({ verbatim: 0, reworded, related: 0 });
const flow = {
  stocks: [
    { clauses: 100, fresh: 100, dropped: 40 },
    { clauses: 60, fresh: 0, dropped: 60 },
  ],
  ribbons: [{ from: 0, to: 1, leaving: parts(60), arriving: parts(60) }],
};
const [first, last] = [
  { isFirst: true, isLast: false },
  { isFirst: false, isLast: true },
];

function halves(upright: boolean, column: number) {
  const setting = settingOf(flow, upright);
  const [stock, counts] = [setting.layout.stocks[column], flow.stocks[column]];
  assert.ok(stock && counts);
  return halvesOf(setting, column, stock, counts, column === 0 ? first : last);
}

test("the first document has only what became of it, the last only where it comes from", () => {
  assert.deepEqual(
    halves(false, 0).map(({ side, note }) => [side, note?.text]),
    [["behind", "未再提及40"]],
  );
  const [only, ...others] = halves(false, 1);
  assert.deepEqual([only?.side, only?.open, only?.note, others.length], ["before", null, null, 0]);
});

test("on a narrow page the number of clauses stands beside the document, above the first one too", () => {
  assert.deepEqual(
    halves(true, 0).map(({ whole, note }) => [whole.width > 0, note?.text]),
    [
      [false, "100句"],
      [true, "未再提及40"],
    ],
  );
  assert.deepEqual(
    halves(true, 1).map(({ note }) => note?.text),
    ["60句"],
  );
});

test("a name that is too long for its place ends at the edge", () => {
  const setting = settingOf(flow, true);
  const [stock] = setting.layout.stocks;
  assert.ok(stock);
  assert.equal(nameOf(setting, 0, stock, "指南", first).anchor, "start");
  assert.deepEqual(nameOf(setting, 0, stock, "一个长得放不下的文件名称", first).anchor, "end");
  assert.equal(nameOf(settingOf(flow, false), 0, stock, "指南", first).anchor, "start");
});
