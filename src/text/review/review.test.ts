import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { locate } from "../collation/quote.ts";
import type { Clause } from "../model.ts";
import { unfit } from "./entries.ts";
import { decisionsIn, newPairFile, type PairDecision, type Positions, pairShape, withDecision } from "./pairs.ts";
import { likelyRelation, proposedQuote } from "./quotes.ts";
import { partnersIn } from "./search.ts";
import { newTargetFile, type StatedTarget, targetDecisionsIn, withTargetDecision } from "./targets.ts";

const IDS = ["a", "b", "c", "d"].map((name) => `sec_${name}__p_1__cl_1`);
const [A = "", B = "", C = "", D = ""] = IDS;
const order = new Map(IDS.map((id, i) => [id, i]));
const positions: Positions = { from: order, to: order };

const accepted: PairDecision = {
  kind: "accepted",
  relation: "reworded",
  quotes: [{ from: "强度达到2%", to: "年均“增长”10%" }],
  note: null,
};
const rejected: PairDecision = { kind: "rejected", note: null };
const open: PairDecision = { kind: "open" };

const FILE = `from: guide # 先
to: plan
# 两文已通读
complete: true
pairs:
  # 一段说明
  - from: ${B}
    to: ${B}
    relation: reworded # 有争议
    quotes:
      - from: 强度
        to:   "强度"
    note: |
      一行
      两行
  # 下一段的说明
  - { from: ${C}, to: ${D}, relation: related, quotes: [{ from: "x", to: "y" }] }

rejected:
  - from: ${D}
    to: ${D}
# 完
`;

/** The lines that stand in one text only. */
const newLines = (before: string, after: string): string[] =>
  after.split("\n").filter((line) => !before.split("\n").includes(line));

describe("a decision on a pair", () => {
  test("goes to its place, by the later clause", () => {
    const text = withDecision(FILE, { from: A, to: C }, accepted, positions);
    const said = decisionsIn(text).map(({ from, to, decision }) => `${from.charAt(4)}${to.charAt(4)} ${decision.kind}`);
    assert.deepEqual(said, ["bb accepted", "ac accepted", "cd accepted", "dd rejected"]);
    assert.equal(newLines(FILE, text).length, 5);
    assert.ok(
      text.includes(
        `两行\n  - from: ${A}\n    to: ${C}\n    relation: reworded\n    quotes:\n      - from: "强度达到2%"\n`,
      ),
    );
  });
  test("leaves a remark above the first entry with that", () => {
    const text = withDecision(FILE, { from: A, to: A }, accepted, positions);
    assert.ok(text.includes(`pairs:\n  - from: ${A}\n`) && text.includes(`  # 一段说明\n  - from: ${B}\n`));
  });
  test("that changes only the relation changes one word", () => {
    const [was] = decisionsIn(FILE);
    assert.ok(was?.decision.kind === "accepted");
    const text = withDecision(FILE, { from: B, to: B }, { ...was.decision, relation: "related" }, positions);
    assert.equal(text, FILE.replace("reworded # 有争议", "related # 有争议"));
  });
  test("replaces another on the same pair, in whichever list", () => {
    const text = withDecision(FILE, { from: B, to: B }, rejected, positions);
    assert.deepEqual(
      decisionsIn(text).map(({ decision }) => decision.kind),
      ["accepted", "rejected", "rejected"],
    );
  });
  test("begins a file, a list, and a list that was written as empty", () => {
    const file = newPairFile("guide", "plan");
    const first = withDecision(file, { from: A, to: A }, rejected, positions);
    assert.equal(first, `${file}rejected:\n  - from: ${A}\n    to: ${A}\n`);
    const both = withDecision(first, { from: B, to: B }, accepted, positions);
    assert.ok(both.indexOf("pairs:") > 0 && both.indexOf("pairs:") < both.indexOf("rejected:"));
    const empty = withDecision("from: guide\nto: plan\npairs: [] # 还没有\n", { from: A, to: A }, accepted, positions);
    assert.ok(empty.startsWith(`from: guide\nto: plan\npairs: # 还没有\n  - from: ${A}`));
  });
  test("keeps the breaks of the file, and a last line without one", () => {
    for (const text of [FILE.replaceAll("\n", "\r\n"), FILE.replace("\n# 完\n", "")]) {
      const more = withDecision(text, { from: D, to: C }, rejected, positions);
      assert.equal(decisionsIn(more).length, 4);
      assert.equal(more.endsWith("\n"), text.endsWith("\n"));
      assert.equal(/[^\r]\n/u.test(more), !text.includes("\r"));
    }
  });
  test("is not written where entries share a line", () => {
    assert.match(unfit("from: a\npairs: [{ from: a, to: b }]\n", pairShape(positions)) ?? "", /另起一行/u);
    assert.match(unfit("from: [", pairShape(positions)) ?? "", /语法/u);
    assert.equal(unfit(FILE, pairShape(positions)), null);
  });
});

const plain = { noNullPrototype: true };
const anyDecision = fc.oneof(
  fc.record(
    {
      kind: fc.constant("accepted" as const),
      relation: fc.constantFrom("verbatim" as const, "reworded" as const, "related" as const),
      quotes: fc.array(fc.record({ from: fc.string({ minLength: 1 }), to: fc.string({ minLength: 1 }) }, plain), {
        minLength: 1,
        maxLength: 2,
      }),
      note: fc.option(fc.string({ minLength: 1, unit: "binary" })),
    },
    plain,
  ),
  fc.record({ kind: fc.constant("rejected" as const), note: fc.option(fc.string({ minLength: 1 })) }, plain),
);
const anyPair = fc.record({ from: fc.constantFrom(...IDS), to: fc.constantFrom(...IDS) });
const anyFile = fc.constantFrom(
  FILE,
  FILE.replaceAll("\n", "\r\n"),
  FILE.replace("\n# 完\n", ""),
  newPairFile("guide", "plan"),
);

describe("what is decided", () => {
  test("is read back as it was said, and the last word on a pair holds", () => {
    fc.assert(
      fc.property(anyFile, anyPair, anyDecision, anyDecision, (file, pair, first, second) => {
        const text = withDecision(withDecision(file, pair, first, positions), pair, second, positions);
        const said = decisionsIn(text).filter(({ from, to }) => from === pair.from && to === pair.to);
        assert.deepEqual(
          said.map(({ decision }) => decision),
          [second],
        );
        assert.equal(text, withDecision(text, pair, second, positions));
      }),
    );
  });
  test("is taken back to the byte, in any order", () => {
    const isNew = (file: string, pair: { from: string; to: string }): boolean =>
      decisionsIn(file).every(({ from, to }) => from !== pair.from || to !== pair.to);
    fc.assert(
      fc.property(
        anyFile,
        fc.uniqueArray(anyPair, { selector: ({ from, to }) => `${from} ${to}`, maxLength: 5 }),
        fc.array(anyDecision, { minLength: 5, maxLength: 5 }),
        fc.nat(),
        (file, pairs, decisions, turn) => {
          const added = pairs.filter((pair) => isNew(file, pair));
          const full = added.reduce(
            (text, pair, i) => withDecision(text, pair, decisions[i] ?? rejected, positions),
            file,
          );
          const at = added.length === 0 ? 0 : turn % added.length;
          const turned = [...added.slice(at), ...added.slice(0, at)];
          assert.equal(
            turned.reduce((text, pair) => withDecision(text, pair, open, positions), full),
            file,
          );
        },
      ),
    );
  });
});

describe("the quotes that are proposed", () => {
  test("are the phrases around the longest shared run", () => {
    assert.deepEqual(
      proposedQuote("到2020年，全行业研发投入强度达到2%以上；其他", "规模以上企业研发投入强度高于5%，创新增强。"),
      { from: "全行业研发投入强度达到2%以上", to: "规模以上企业研发投入强度高于5%" },
    );
  });
  test("are the whole clauses where these share nothing", () => {
    assert.deepEqual(proposedQuote("甲乙丙。", "子丑寅；"), { from: "甲乙丙", to: "子丑寅" });
    assert.equal(likelyRelation("甲乙丙。", "子丑寅；"), "reworded");
  });
  test("stand in their clauses, whatever these say", () => {
    const text = fc.string({ unit: fc.constantFrom(..."研发投入强度，；。2%"), minLength: 1 });
    fc.assert(
      fc.property(text, text, (from, to) => {
        const quote = proposedQuote(from, to);
        assert.ok(quote.from !== "" && from.includes(quote.from) && quote.to !== "" && to.includes(quote.to));
        if (/[\p{L}\p{N}]/u.test(from)) assert.ok(locate(from, quote.from));
      }),
    );
  });
});

test("partners are found by any writing of what they hold, the likeliest first", () => {
  const clauses = ["建设园区30个", "研发投入强度", "提高研發投入", "别的"].map(
    (text, i): Clause => ({ eId: `cl_${i}`, text, original: text }),
  );
  const find = partnersIn(clauses);
  assert.deepEqual(
    find("研发投入强度达到", " 研发 投入").map(({ clause }) => clause.text),
    ["研发投入强度", "提高研發投入"],
  );
  assert.equal(find("建设园区", "").length, 4);
  assert.deepEqual(find("建设园区", "没有"), []);
});

describe("a decision on a target", () => {
  const place = { eId: B, quote: "研发投入10%" };
  const at = (one: { eId: string }): readonly number[] => [order.get(one.eId) ?? -1, 0];
  const stated: StatedTarget = {
    kind: "target",
    indicator: "研发投入",
    comparator: ">=",
    value: 10,
    valueMax: null,
    unit: "%",
    change: "increase",
    baselineYear: null,
    targetYear: 2025,
  };
  const file = `${newTargetFile("plan")}added:\n  - eId: ${A}\n    quote: "研发投入10%"\n    indicator: 园区\n    targetYear: 2025\n`;
  test("is read back as it was said", () => {
    const text = withTargetDecision(
      file,
      place,
      { kind: "corrected", stated: [stated, { ...stated, value: 3 }], note: "按原文" },
      at,
    );
    const said = targetDecisionsIn(text).get(`${place.eId} ${place.quote}`);
    assert.deepEqual(said, { kind: "corrected", stated: [stated, { ...stated, value: 3 }], note: "按原文" });
    assert.ok(
      text.includes(
        `corrected:\n  - eId: ${B}\n    quote: "研发投入10%"\n    indicator: 研发投入\n    comparator: ">="\n`,
      ),
    );
  });
  test("replaces another and is taken back to the byte", () => {
    const corrected = withTargetDecision(file, place, { kind: "corrected", stated: [stated, stated], note: null }, at);
    const confirmed = withTargetDecision(corrected, place, { kind: "confirmed", note: null }, at);
    assert.deepEqual([...targetDecisionsIn(confirmed).values()], [{ kind: "confirmed", note: null }]);
    assert.equal(withTargetDecision(confirmed, place, { kind: "open" }, at), file);
  });
});
