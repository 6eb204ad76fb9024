import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Alignment, ClauseRef, Relation, Target } from "../text/model.ts";
import { keyOf } from "../text/structure/key.ts";
import type { Place } from "./places.ts";
import { cellsOf, shortened, type Turn } from "./theme-cells.ts";
import { type Chapter, chaptersOf, type Library } from "./theme-story.ts";

const ref = (name: string): ClauseRef => ({ document: name.charAt(0), eId: name.slice(1) });
const refs = (names: string): ClauseRef[] => names.split(" ").map(ref);
const place: Place = { section: { eId: "s", title: "一、目标" }, part: null, number: "一", heading: "目标" };

function pair(from: string, to: string, relation: Relation): Alignment {
  const own = { from: ref(from), to: ref(to), relation, score: 1, origin: "reviewed" } as const;
  return { ...own, evidence: [], reasons: [], note: null };
}

const target = (name: string, own: Partial<Target> = {}): Target => ({
  ...ref(name),
  quote: "研发投入强度达到2%以上",
  kind: "target",
  indicator: "研发投入强度",
  comparator: ">=",
  value: 2,
  valueMax: null,
  unit: "%",
  change: "level",
  baselineYear: null,
  targetYear: 2020,
  origin: "auto",
  ...own,
});

const all = refs("a1 a2 a3 b1 b2 c1");
const library: Library = {
  volumes: [
    { id: "a", clauses: refs("a1 a2 a3"), before: [] },
    { id: "b", clauses: refs("b1 b2"), before: ["a"] },
    { id: "c", clauses: refs("c1"), before: [] },
  ],
  told: {
    texts: new Map(all.map((one) => [keyOf(one), `${one.document}的第${one.eId}句。`])),
    places: new Map(all.map((one) => [keyOf(one), place])),
  },
  alignments: [pair("a1", "b1", "reworded"), pair("a2", "b2", "related")],
  after: new Map([["b--1", pair("a1", "b1", "reworded")]]),
  targets: [target("a1", { kind: "achievement" }), target("a2"), target("b2")],
};
const ofTheme = new Set(refs("a1 a2 a3 b1").map(keyOf));
const chapters = chaptersOf((one) => ofTheme.has(keyOf(one)), library);
const names = (list: Chapter["carried"]): string => list.map(({ document, eId }) => document + eId).join(" ");

describe("a chapter of a theme", () => {
  test("tells what is carried on from what is new, and what fell away from what it takes up", () => {
    assert.deepEqual(
      chapters.map(({ carried, fresh, dropped }) => [names(carried), names(fresh), names(dropped)]),
      [
        ["", "a1 a2 a3", ""],
        ["b1", "", "a3"],
        ["", "", ""],
      ],
    );
  });
  test("has its own targets, goals first, and its share of the document", () => {
    assert.deepEqual(
      chapters[0]?.targets.map(({ kind }) => kind),
      ["target", "achievement"],
    );
    assert.deepEqual(chapters[1]?.targets, []);
    assert.deepEqual(
      chapters.map(({ share }) => share),
      [1, 0.5, 0],
    );
  });
  test("marks a clause against what it is merely related to, if nothing is closer", () => {
    const [, second] = chaptersOf(({ eId }) => eId === "2", library);
    assert.equal(second?.carried[0]?.step?.relation, "related");
  });
});

describe("a cell", () => {
  const chapter = (own: Partial<Chapter>): Chapter => ({
    document: "a",
    targets: [],
    carried: [],
    fresh: chapters[0]?.fresh ?? [],
    dropped: [],
    before: [],
    share: 0.5,
    ...own,
  });
  const carried = (relation: Relation): Chapter["carried"] => [
    {
      ...(chapters[1]?.carried[0] as Chapter["carried"][number]),
      step: { from: "a", relation, originName: "", row: "" },
    },
  ];
  const turn = (first: Partial<Chapter>, second: Partial<Chapter>, led: Turn | null = null): Turn | null | undefined =>
    cellsOf(
      [chapter(first), chapter({ document: "b", before: ["a"], ...second })],
      () => (led === null ? null : { target: target("b1"), turn: led }),
      () => true,
      new Map(),
    )[1]?.turn;

  test("says what an indicator says, else how the weight has moved, else how most was carried on", () => {
    assert.equal(turn({}, { carried: carried("verbatim") }, "weaker"), "weaker");
    assert.equal(turn({ share: 0.2 }, { carried: carried("reworded") }), "stronger");
    assert.equal(turn({}, { share: 0.1, carried: carried("reworded") }), "weaker");
    assert.equal(turn({}, { carried: carried("verbatim") }), "same");
    assert.equal(turn({}, { carried: carried("reworded") }), "reworded");
    assert.equal(turn({}, { fresh: [], carried: [] }), "dropped");
    assert.equal(turn({ fresh: [] }, {}), "new");
  });
  test("says nothing of the silence of a document that takes up nothing", () => {
    assert.equal(turn({}, { fresh: [], before: [] }), null);
    assert.equal(turn({ share: 0.2 }, { before: [], carried: carried("reworded") }), "reworded");
  });
  test("leads with a number of its own theme, and else with a clause", () => {
    const lead = (isMain: boolean) =>
      cellsOf(
        [chapter({ targets: [target("a2")] })],
        () => null,
        () => isMain,
        new Map(),
      )[0]?.lead;
    assert.deepEqual(lead(true), { text: "研发投入强度 达到2%以上", eId: "2" });
    assert.deepEqual(lead(false), { text: "a的第1句", eId: "1" });
  });
  test("is short", () => {
    assert.equal(shortened("建立绿色工厂、绿色园区，完善绿色管理标准评价体系，"), "建立绿色工厂、绿色园区");
    assert.equal(shortened("原料药绿色工厂绿色园区绿色管理标准评价体系"), "原料药绿色工厂绿色园区绿色管理标准…");
  });
});
