import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Course, Goal, Stage } from "../text/indicators/course.ts";
import type { Indicator, Measure } from "../text/indicators/indicator.ts";
import type { Target } from "../text/model.ts";
import { chartSentence, chartsOf } from "./indicator-chart.ts";
import { countVerdicts, deadlineName, isEmpty, moveOf, printed, VERDICTS, verdictName } from "./indicator-words.ts";
import { countRows, targetRows } from "./target-rows.ts";

const measure: Measure = { name: "收入增速", find: ["收入"], unit: "%", change: "growth_per_year", kind: null };
const indicator: Indicator = {
  id: "revenue",
  name: "收入",
  theme: "structure",
  better: "more",
  measures: [measure],
  mentions: [],
  note: null,
};

function target(given: Partial<Target>): Target {
  return {
    document: "a",
    eId: "x",
    quote: "收入年均增速高于10%",
    kind: "target",
    indicator: "收入年均增速",
    comparator: ">",
    value: 10,
    valueMax: null,
    unit: "%",
    change: "growth_per_year",
    baselineYear: null,
    targetYear: 2020,
    origin: "auto",
    ...given,
  };
}

const goal = (given: Partial<Target>, rest: Partial<Goal> = {}): Goal => ({
  measure,
  target: target(given),
  verdict: "new",
  before: null,
  outcome: null,
  ...rest,
});

const stage = (given: Partial<Stage>): Stage => ({
  document: "a",
  beside: false,
  against: null,
  goals: [],
  results: [],
  mention: null,
  verdict: null,
  ...given,
});

const course = (...stages: readonly Partial<Stage>[]): Course => ({ indicator, stages: stages.map(stage) });

describe("the words for an indicator", () => {
  test("name every verdict, a province's its own way", () => {
    const names = VERDICTS.flatMap((verdict) => [verdictName(verdict), verdictName(verdict, true)]);
    assert.equal(new Set(names).size, names.length);
    assert.equal(verdictName("raised", true), "高于国家");
  });

  test("say what moved, and of a fall that it is one", () => {
    const later = { quote: "收入年均增速保持在8%以上", value: 8 };
    assert.equal(moveOf(goal(later, { before: target({}), verdict: "lowered" })), "高于10% → 8%以上");
    const fall = { quote: "能耗下降20%", value: 20, change: "decrease" } as const;
    const before = target({ ...fall, quote: "能耗下降18%", value: 18 });
    assert.equal(moveOf(goal(fall, { before, verdict: "raised" })), "降幅：下降18% → 下降20%");
    assert.equal(moveOf(goal({}, { before: target({}), verdict: "same" })), null);
    assert.equal(moveOf(goal({})), null);
  });

  test("say by when, or when", () => {
    assert.equal(deadlineName(target({})), "到2020年");
    assert.equal(deadlineName(target({ kind: "achievement" })), "2020年");
    assert.equal(deadlineName(target({ targetYear: null })), "未写明期限");
  });

  test("print the number of a figure that is written in no known way", () => {
    assert.equal(printed(target({ quote: "收入过半", value: 50 })), "50%");
  });

  test("count what the nation's documents do", () => {
    const counts = countVerdicts([course({ verdict: "new" }, { verdict: "raised", beside: true }, { verdict: "new" })]);
    assert.deepEqual([...counts], [["new", 2]]);
    assert.equal(isEmpty(stage({})), true);
    assert.equal(isEmpty(stage({ verdict: "dropped" })), false);
  });
});

describe("a chart", () => {
  const result = target({
    quote: "收入年均增长9.90%",
    kind: "achievement",
    comparator: "=",
    value: 9.9,
    document: "b",
  });

  test("sets the figures of a measure side by side, by year, as they are printed", () => {
    const later = goal({ document: "b", targetYear: 2025, value: 8, comparator: ">=", quote: "收入年均增速8%以上" });
    const [chart] = chartsOf(course({ goals: [goal({})] }, { goals: [later], results: [{ measure, target: result }] }));
    assert.deepEqual(
      chart?.bars.map(({ label, year, kind }) => [label, year, kind]),
      [
        [">10", "2020", "target"],
        ["9.90", "2020", "achievement"],
        ["≥8", "2025", "target"],
      ],
    );
    assert.equal(
      chart && chartSentence(chart, (id) => (id === "a" ? "甲" : "乙")),
      "收入增速：2020年目标高于10%（甲），2020年成绩年均增长9.90%（乙），2025年目标8%以上（乙）。",
    );
  });

  test("has no bar for what cannot be compared, and none is drawn of a single figure", () => {
    assert.deepEqual(chartsOf(course({ goals: [goal({}), goal({ change: "level" })] })), []);
    assert.deepEqual(chartsOf(course({ goals: [goal({})] })), []);
  });
});

describe("the rows of targets", () => {
  const words = target({ value: null, unit: null, comparator: "none", quote: "收入稳定增长" });
  const rows = targetRows(
    [target({}), words, target({ indicator: "利润", quote: "利润10%", document: "b" })],
    [indicator],
  );

  test("know their indicator, and whether they have a number", () => {
    assert.deepEqual(
      rows.map((row) => [row.indicator?.id ?? null, row.form]),
      [
        ["revenue", "number"],
        [null, "deadline"],
        [null, "number"],
      ],
    );
  });

  test("are counted for each filter", () => {
    const counts = countRows(rows);
    assert.deepEqual(
      [counts.rows, counts.document("a"), counts.kind("target"), counts.form("deadline"), counts.theme("structure")],
      [3, 2, 3, 1, 1],
    );
  });
});
