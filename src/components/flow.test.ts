import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOf, pairOf, rowsOf } from "./fixtures/documents.ts";
import { type Flow, flowOf, type Parts, sumOf } from "./flow.ts";
import { layOut } from "./flow-layout.ts";
import { type Course, drawn } from "./flow-paths.ts";

const a = documentOf("a", ["甲。", "乙。", "丙。"]);
const b = documentOf("b", ["甲甲。", "丁。"]);
const c = documentOf("c", ["甲三。", "乙三。", "丁三。", "戊。"]);
const flow = flowOf(3, [
  { from: 0, to: 1, rows: rowsOf(a, b, [pairOf("a_1", "b_1", "reworded")]) },
  { from: 0, to: 2, rows: rowsOf(a, c, [pairOf("a_1", "c_1", "reworded"), pairOf("a_2", "c_2", "verbatim")]) },
  { from: 1, to: 2, rows: rowsOf(b, c, [pairOf("b_1", "c_1", "reworded"), pairOf("b_2", "c_3", "related")]) },
]);

const parts = (verbatim: number, reworded: number, related: number): Parts => ({ verbatim, reworded, related });

test("a clause counts once, for the strongest relation and then the nearest document", () => {
  assert.deepEqual(flow.stocks, [
    { clauses: 3, fresh: 3, dropped: 1 },
    { clauses: 2, fresh: 1, dropped: 0 },
    { clauses: 4, fresh: 1, dropped: 4 },
  ]);
  assert.deepEqual(flow.ribbons, [
    { from: 0, to: 1, leaving: parts(0, 1, 0), arriving: parts(0, 1, 0) },
    { from: 0, to: 2, leaving: parts(1, 0, 0), arriving: parts(1, 0, 0) },
    { from: 1, to: 2, leaving: parts(0, 1, 1), arriving: parts(0, 1, 1) },
  ]);
});

test("a strong relation to an old document goes before a weak one to a recent document", () => {
  const { ribbons } = flowOf(3, [
    { from: 0, to: 2, rows: rowsOf(a, c, [pairOf("a_1", "c_1", "verbatim")]) },
    { from: 1, to: 2, rows: rowsOf(b, c, [pairOf("b_1", "c_1", "related")]) },
  ]);
  assert.deepEqual(
    ribbons.map(({ from, arriving }) => [from, sumOf(arriving)]),
    [
      [0, 1],
      [1, 0],
    ],
  );
});

test("a paired aside counts, and another does not", () => {
  const withLetter = documentOf("a", ["甲。", "请认真贯彻执行。"]);
  const [first] = withLetter.provisions;
  const letter = { ...withLetter, provisions: first ? [{ ...first, kind: "preface" as const }] : [] };
  const { stocks } = flowOf(2, [{ from: 0, to: 1, rows: rowsOf(letter, b, [pairOf("a_1", "b_1", "related")]) }]);
  assert.equal(stocks[0]?.clauses, 1);
});

const room = { breadth: 200, gap: 4, before: 10, behind: 2 };

/** Ribbons and the open part fill either side of a document, without a gap and without an overlap. */
function assertFilled(given: Flow): void {
  const { stocks, ribbons, breadth } = layOut(given, room);
  assert.ok(breadth <= room.breadth + 1e-9);
  stocks.forEach((stock, column) => {
    for (const [side, open] of [
      ["to", stock.fresh],
      ["from", stock.dropped],
    ] as const) {
      const own = ribbons.filter((ribbon) => ribbon[side] === column);
      const stations = own.flatMap((ribbon) => ribbon.stations.filter((station) => station.column === column));
      let at = stock.start;
      for (const station of stations.sort((x, y) => x.start - y.start)) {
        assert.ok(Math.abs(station.start - at) < 1e-9, "begins where the one before ends");
        at += sumOf(station.lanes);
      }
      assert.ok(Math.abs(open.start - at) < 1e-9, "the open part follows");
      assert.ok(Math.abs(at + open.length - stock.start - stock.length) < 1e-9, "and ends with the document");
    }
  });
}

test("widths add up and no ribbon crosses out of its document", () => {
  assertFilled(flow);
  assertFilled({
    stocks: [
      { clauses: 90, fresh: 90, dropped: 10 },
      { clauses: 20, fresh: 5, dropped: 12 },
      { clauses: 10, fresh: 0, dropped: 10 },
      { clauses: 60, fresh: 20, dropped: 60 },
    ],
    ribbons: [
      { from: 0, to: 1, leaving: parts(10, 10, 10), arriving: parts(5, 5, 5) },
      { from: 0, to: 2, leaving: parts(0, 10, 10), arriving: parts(0, 4, 6) },
      { from: 0, to: 3, leaving: parts(20, 0, 10), arriving: parts(20, 0, 15) },
      { from: 1, to: 3, leaving: parts(0, 4, 4), arriving: parts(0, 5, 0) },
    ],
  });
});

test("what passes a document by runs beside it", () => {
  const { stocks, ribbons } = layOut(flow, room);
  const by = ribbons.find(({ from, to }) => from === 0 && to === 2)?.stations.find(({ column }) => column === 1);
  assert.ok(by);
  assert.ok(by.start + sumOf(by.lanes) + room.gap + room.before <= (stocks[1]?.start ?? 0) + 1e-9);
});

test("a drawing without clauses has no extent and does not fail", () => {
  const { breadth } = layOut({ stocks: [{ clauses: 0, fresh: 0, dropped: 0 }], ribbons: [] }, room);
  assert.equal(breadth, 12);
});

test("paths begin at the edge of one document and end at that of the other, either way round", () => {
  const [ribbon] = layOut(flow, room).ribbons.filter(({ from, to }) => from === 0 && to === 1);
  assert.ok(ribbon);
  const course: Course = { upright: false, first: 10, step: 100, half: 5, straight: 20 };
  const { whole, lanes } = drawn(course, ribbon);
  assert.match(whole, /^M15 [\d.]+L30 .*C60 .*L105 /u);
  assert.deepEqual(
    lanes.map(({ relation }) => relation),
    ["reworded"],
  );
  assert.match(drawn({ ...course, upright: true }, ribbon).whole, /^M[\d.]+ 15L[\d.]+ 30C/u);
});
