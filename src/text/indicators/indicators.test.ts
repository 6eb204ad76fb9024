import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { policy } from "../collation/fixtures/documents.ts";
import type { Level, PolicyDocument, Target } from "../model.ts";
import { coursesOf, type Stage } from "./course.ts";
import { figureOf } from "./figure.ts";
import { type Indicator, readIndicators } from "./indicator.ts";
import { matchOf } from "./match.ts";

const YAML = `- id: energy
  name: 能耗
  theme: green
  better: less
  measures:
    - {name: 能耗的下降, find: [能耗], unit: "%", change: decrease}
    - {name: 能耗, find: [能耗], change: level}
    - {name: 增速, find: [能耗增速], change: growth_per_year}
  mentions: [能源]
`;

function target(given: Partial<Target>): Target {
  return {
    document: "a",
    eId: "x",
    quote: "能耗下降18%",
    kind: "target",
    indicator: "能耗",
    comparator: "=",
    value: 18,
    valueMax: null,
    unit: "%",
    change: "decrease",
    baselineYear: null,
    targetYear: 2020,
    origin: "auto",
    ...given,
  };
}

const [indicator] =
  readIndicators(YAML, [policy("a", "2016-01", [["目标", "能耗的增速，能源。"]])], ["green"]).indicators ?? [];
if (indicator === undefined) throw new Error("the fixture is wrong");

interface Part {
  readonly text?: string;
  readonly level?: Level;
  readonly follows?: readonly string[];
  readonly figures?: readonly Partial<Target>[];
}

/** The stages of documents a, b, c … in date order. */
function stages(parts: readonly Part[], of: Indicator = indicator as Indicator): readonly Stage[] {
  const named = parts.map((part, i) => ({ ...part, id: String.fromCharCode(97 + i) }));
  const documents = named.map(({ id, text = "无关。", level = "national", follows = [] }, i): PolicyDocument => {
    const { meta, provisions } = policy(id, `20${16 + i}-01`, [["目标", text]]);
    return { meta: { ...meta, level, follows }, provisions };
  });
  const targets = named.flatMap(({ id, figures = [] }) => figures.map((given) => target({ ...given, document: id })));
  return coursesOf([of], documents, targets)[0]?.stages ?? [];
}

const verdicts = (parts: readonly Part[], of?: Indicator) => stages(parts, of).map(({ verdict }) => verdict);

const LESS: Part = { figures: [{}] };
const WORDS: Part = { text: "提高能源效率。" };

describe("a verdict", () => {
  const cases: readonly (readonly [name: string, parts: readonly Part[], wanted: readonly unknown[]])[] = [
    ["a bigger fall of what shall be less is a raise", [LESS, { figures: [{ value: 20 }] }], ["new", "raised"]],
    ["a smaller fall is a lower one", [LESS, { figures: [{ value: 10 }] }], ["new", "lowered"]],
    ["the same figure goes on", [LESS, LESS], ["new", "same"]],
    [
      "a lower level of what shall be less is a raise",
      [{ figures: [{ change: "level", value: 5 }] }, { figures: [{ change: "level", value: 4 }] }],
      ["new", "raised"],
    ],
    [
      "of ranges with one lower end the upper end decides",
      [{ figures: [{ value: 3, valueMax: 5 }] }, { figures: [{ value: 3, valueMax: 8 }] }],
      ["new", "raised"],
    ],
    ["another measure is not compared", [LESS, { figures: [{ change: "level" }] }], ["new", "remeasured"]],
    [
      "a fall by the year is not compared with one over a period",
      [LESS, { figures: [{ quote: "能耗年均下降20%", value: 20 }] }],
      ["new", "remeasured"],
    ],
    [
      "at least is not compared with at most",
      [{ figures: [{ comparator: ">=" }] }, { figures: [{ comparator: "<=" }] }],
      ["new", "remeasured"],
    ],
    ["words after a number", [LESS, WORDS], ["new", "worded"]],
    ["a number after words", [WORDS, LESS], ["new", "quantified"]],
    ["words after words", [WORDS, WORDS], ["new", "reworded"]],
    ["silence means nothing by itself", [LESS, {}], ["new", null]],
    ["silence of a successor means that it was dropped", [LESS, {}, { follows: ["a"] }], ["new", null, "dropped"]],
    ["of a successor's successor too", [LESS, { follows: ["a"] }, { follows: ["b"] }], ["new", "dropped", "dropped"]],
    ["silence on what was not there drops nothing", [{}, { follows: ["a"] }, LESS], [null, null, "new"]],
    [
      "the one before is the latest that has it",
      [LESS, { figures: [{ value: 10 }] }, {}, { figures: [{ value: 12 }] }],
      ["new", "lowered", null, "raised"],
    ],
    ["a result is no goal", [LESS, { figures: [{ kind: "achievement" }], follows: ["a"] }], ["new", "dropped"]],
    [
      "a province stands beside the nation and is no predecessor",
      [LESS, { level: "provincial", figures: [{ value: 30 }] }, { figures: [{ value: 20 }] }],
      ["new", "raised", "raised"],
    ],
  ];
  for (const [name, parts, wanted] of cases) test(name, () => assert.deepEqual(verdicts(parts), wanted));

  test("goes the other way round for what shall be more", () => {
    const more: Indicator = { ...(indicator as Indicator), better: "more" };
    const level = (value: number): Part => ({ figures: [{ change: "level", value }] });
    assert.deepEqual(verdicts([level(5), level(4), level(6)], more), ["new", "lowered", "raised"]);
  });

  test("says against which document and figure it is, and whether it is a province's", () => {
    const [, beside, after] = stages([
      LESS,
      { level: "provincial", figures: [{ value: 30 }] },
      { figures: [{ value: 20 }] },
    ]);
    assert.deepEqual([beside?.beside, beside?.against, beside?.goals[0]?.before?.value], [true, "a", 18]);
    assert.deepEqual([after?.beside, after?.against, after?.goals[0]?.before?.value], [false, "a", 18]);
  });

  test("a second figure beside one that is compared adds to it", () => {
    const [, stage] = stages([LESS, { figures: [{ value: 20 }, { change: "level" }] }]);
    assert.deepEqual(
      stage?.goals.map(({ verdict }) => verdict),
      ["raised", "new"],
    );
    assert.equal(stage?.verdict, "raised");
  });
});

describe("what became of a goal", () => {
  const outcome = (goal: Partial<Target>, result: Partial<Target>) =>
    stages([{ figures: [goal] }, { figures: [{ kind: "achievement", ...result }] }])[0]?.goals[0]?.outcome ?? null;

  test("is the result of its year by its measure", () => {
    assert.equal(outcome({}, { value: 19 })?.met, true);
    assert.equal(outcome({}, { value: 17.5 })?.met, false);
    assert.equal(outcome({}, { targetYear: 2021 }), null);
    assert.equal(outcome({}, { change: "level" }), null);
    assert.equal(outcome({ targetYear: null }, { targetYear: null }), null);
  });

  test("is short of more than a number when it is that number", () => {
    assert.equal(outcome({ comparator: ">" }, { value: 18 })?.met, false);
    assert.equal(outcome({ comparator: ">" }, { value: 18, comparator: ">" })?.met, true);
    assert.equal(outcome({ comparator: ">=" }, { value: 18 })?.met, true);
  });
});

describe("a mention", () => {
  test("is a goal with a year before it is anything else, in the words between its signs", () => {
    const figures = [{ eId: "goal", value: null, unit: null, quote: "能源消耗逐步下降" }];
    const [first] = stages([{ text: "节约能源，减少排放。", figures }]);
    assert.deepEqual(first?.mention, { document: "a", eId: "goal", words: "能源消耗逐步下降" });
    const [second] = stages([{ text: "推动转型，提高能源效率；减少排放。" }]);
    assert.equal(second?.mention?.words, "提高能源效率");
  });

  test("is not looked for where there is a figure", () =>
    assert.equal(stages([{ ...WORDS, ...LESS }])[0]?.mention, null));
});

describe("a figure", () => {
  const of = (words: string, value: number, unit: string, valueMax: number | null = null) =>
    figureOf(target({ quote: words, value, unit, valueMax }));

  test("is what is printed", () => {
    assert.equal(of("研发投入强度达到2%以上", 2, "%"), "达到2%以上");
    assert.equal(of("年均增速高于10%", 10, "%"), "高于10%");
    assert.equal(of("能耗较“十二五”末年均下降20%以上", 20, "%"), "年均下降20%以上");
    assert.equal(of("建设3-5个循环经济园区", 3, "个", 5), "3-5个");
    assert.equal(of("比重从2.3%提高至3.0%", 3, "%"), "从2.3%提高至3.0%");
    assert.equal(of("营业收入、利润总额年均增长9.9%和13.8%", 13.8, "%"), "13.8%");
    assert.equal(of("研发投入较2010年翻两番", 2, "番"), "翻两番");
    assert.equal(of("2015年投入约450亿元", 450, "亿元"), "约450亿元");
    assert.equal(of("110多个新药上市", 110, "个"), "110多个");
    assert.equal(figureOf(target({ value: null, quote: "能耗下降" })), null);
  });
});

describe("a measure", () => {
  const read = readIndicators(
    `- {id: a, name: 收入, theme: t, better: more, measures: [{name: 收入增速, find: [收入]}]}
- {id: b, name: 利润, theme: t, better: more, measures: [{name: 利润增速, find: [利润, 收入利润率]}]}`,
    [policy("x", "2020-01", [["目标", "收入、利润率。"]])],
    ["t"],
  ).indicators;
  const name = (indicatorName: string, quote = "") =>
    matchOf(target({ indicator: indicatorName, quote }), read ?? [])?.indicator.id;

  test("is told by the indicator, by the longest words, and only then by the quote", () => {
    assert.equal(name("利润年均增速", "收入、利润年均增速8%"), "b");
    assert.equal(name("收入利润率"), "b");
    assert.equal(name("规模", "收入规模"), "a");
    assert.equal(name("规模"), undefined);
    assert.equal(matchOf(target({ indicator: "收入", value: null }), read ?? []), null);
  });
});

describe("content/indicators.yaml", () => {
  const faults = (yaml: string) =>
    readIndicators(yaml, [policy("a", "2016-01", [["目标", "能耗，能源。"]])], ["green"]).faults;

  test("may not say a thing twice", () => {
    const twice = YAML.replace(/ {4}- \{name: 增速.*\n/u, "").repeat(2);
    assert.deepEqual(
      faults(twice).map(({ rule }) => rule),
      ["indicator-duplicate"],
    );
  });

  test("may not look for what stands nowhere", () => {
    const found = faults(YAML.replace("能源]", "能源, 石油]"));
    assert.deepEqual([...new Set(found.map(({ rule }) => rule))], ["indicator-stale"]);
    assert.deepEqual(
      found.map(({ message }) => message.slice(0, message.indexOf("："))),
      ["没有一句含有“能耗增速”", "没有一句含有“石油”"],
    );
  });

  test("may not name a theme that is not there", () => {
    const yaml = YAML.replace("green", "blue").replace("能耗增速", "能耗");
    assert.deepEqual(
      faults(yaml).map(({ rule, offset }) => [rule, yaml.slice(offset, offset + 4)]),
      [["indicator-unknown-theme", "blue"]],
    );
  });

  test("names the place of what is not understood", () => {
    const yaml = YAML.replace("better: less", "better: fewer");
    assert.deepEqual(
      faults(yaml).map(({ rule, offset }) => [rule, yaml.slice(offset, offset + 5)]),
      [["indicator-schema", "fewer"]],
    );
  });
});
