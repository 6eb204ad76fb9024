import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { placeOf } from "../problems/problem.ts";
import { distinctive, logLikelihood } from "./distinctive.ts";
import { readTerms, useOf } from "./terms.ts";

/** `line:column rule: message` of every fault. */
function faults(yaml: string): string[] {
  return readTerms(yaml).faults.map(({ offset, rule, message }) => {
    const { line, column } = placeOf(yaml, offset);
    return `${line}:${column} ${rule}: ${message}`;
  });
}

describe("the words of an editor", () => {
  test("are followed or ignored", () => {
    const yaml = "followed:\n  - {name: 绿色, words: [绿色, 环保]}\nignored: [继续]\n";
    assert.deepEqual(readTerms(yaml).terms, {
      followed: [{ name: "绿色", words: ["绿色", "环保"] }],
      ignored: ["继续"],
    });
    assert.deepEqual(readTerms("{}\n").terms, { followed: [], ignored: [] });
  });
  test("that can find nothing, or stand twice, are faults at their places", () => {
    assert.deepEqual(
      faults(
        "followed:\n  - {name: 绿色, words: [绿色发展, 绿色, 绿色]}\n  - {name: 绿色, words: [低碳]}\nignored: [继续, 继续]",
      ),
      [
        "3:12 term-duplicate: “绿色”这个题目写了两次：合并，或换一个题目",
        "2:24 term-idle: 含有“绿色发展”的句子都含有“绿色”：从“绿色”里删去一个",
        "2:34 term-idle: “绿色”里“绿色”写了两次：删去一个",
        "4:15 term-duplicate: ignored 里“继续”写了两次：删去一个",
      ],
    );
  });
  test("of one character, unknown keys and broken YAML are faults", () => {
    assert.match(faults("followed:\n  - {name: 药, words: [药]}\n").join("\n"), /^2:23 term-schema: /u);
    assert.match(faults("folowed: []\n").join("\n"), /^1:1 term-schema: 没有“folowed”这个字段，多半是 followed/u);
    assert.match(faults("followed: [\n").join("\n"), /term-syntax/u);
  });
});

const clauses = (...texts: readonly string[]) => texts.map((text, i) => ({ eId: `cl_${i + 1}`, text }));

test("a clause that says a term twice counts once, in either case", () => {
  const use = useOf(["gmp", "质量"], clauses("发展。", "按GMP提高质量，再提高质量。", "质量。"));
  assert.deepEqual(use, { found: 2, clauses: 3, first: "cl_2" });
});

describe("log-likelihood", () => {
  test("is that of the literature", () => {
    // Rayson's calculator: 20 of 10 000 and 10 of 20 000.
    assert.equal(logLikelihood(20, 10_000, 10, 20_000).toFixed(2), "13.86");
  });
  test("is nothing for equal shares, and negative for a word that is rarer here", () => {
    assert.equal(Math.abs(logLikelihood(5, 100, 10, 200)) < 1e-9, true);
    assert.ok(logLikelihood(0, 100, 10, 200) < 0);
  });
});

describe("distinctive words", () => {
  const ground = Array.from({ length: 30 }, () => "推动产业升级。");
  const first = clauses(...ground, ...Array.from({ length: 10 }, () => "推动原料药生产第3项。"));
  const second = clauses(...ground, ...Array.from({ length: 10 }, () => "推动疫苗研制。"));
  test("are those of one document; what ICU cuts in two is one word", () => {
    const [a, b] = distinctive([first, second], [], 5);
    assert.deepEqual(
      a?.map(({ word, found, elsewhere }) => [word, found, elsewhere]),
      [
        ["原料药", 10, 0],
        ["生产", 10, 0],
      ],
    );
    assert.deepEqual(b?.map(({ word }) => word).sort(), ["疫苗", "研制"].sort());
    assert.equal(a?.[0]?.first, "cl_31");
  });
  test("are none that an editor ignores, and at most so many", () => {
    const [a, b] = distinctive([first, second], ["生产"], 1);
    assert.deepEqual(
      a?.map(({ word }) => word),
      ["原料药"],
    );
    assert.equal(b?.length, 1);
  });
  test("are none where there is nothing to compare with", () => {
    assert.deepEqual(distinctive([first], [], 5), [[]]);
    assert.deepEqual(distinctive([], [], 5), []);
  });
});
