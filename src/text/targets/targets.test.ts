import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import { fold } from "../normalize/fold.ts";
import { extractTargets } from "./extract.ts";
import { documentOf, targetLines } from "./fixtures/show.ts";
import { masked, partsOf } from "./mask.ts";
import { amounts } from "./numbers.ts";
import { planEnd } from "./years.ts";

const folder = path.join(import.meta.dirname, "fixtures");
const files = readdirSync(folder).filter((name) => name.endsWith(".txt") && name !== "reviewed.txt");
assert.ok(files.length > 5);

for (const file of files) {
  describe(file, () => {
    const cases = readFileSync(path.join(folder, file), "utf8").split(/^# /mu).slice(1);
    assert.ok(cases.length > 0, `${file} holds no case`);
    for (const text of cases) {
      const [name = "", ...rest] = text.split("\n");
      const [input = "", expected = ""] = rest.join("\n").split("\n==>\n");
      test(name, () => assert.equal(targetLines(input), expected.trim()));
    }
  });
}

test("five-year plans end when they end", () => {
  assert.deepEqual(["九五", "十五", "十一五", "十三五", "十五五"].map(planEnd), [2000, 2005, 2010, 2020, 2030]);
});

test("parts end at commas, not inside brackets, quotation marks and numbers", () => {
  const text = "收入达到1,200亿元，建成“甲，乙”基地（含丙，丁）；年均增长8%。";
  assert.deepEqual(
    partsOf(text).map(({ start, end }) => text.slice(start, end)),
    ["收入达到1,200亿元", "建成“甲，乙”基地（含丙，丁）", "年均增长8%"],
  );
});

/** Sentences as policies have them, and as no policy would. */
const sentence = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "到2025年",
        "“十四五”期间",
        "较2020年",
        "与“十三五”末相比",
        "力争",
        "其中",
        "，",
        "；",
        "、",
        "和",
      ),
      fc.constantFrom(
        "营业收入",
        "研发投入强度",
        "龙头企业",
        "的品种",
        "能耗",
        "比重",
        "年均增速",
        "总规模",
        "（VOCs）",
      ),
      fc.constantFrom(
        "达到",
        "提高",
        "下降",
        "年均增长",
        "超过",
        "从",
        "提高至",
        "建成",
        "培育一批",
        "分别为",
        "翻一番",
      ),
      fc.constantFrom(
        "8%以上",
        "10—15项",
        "２０家",
        "不低于3.5亿元",
        "1000余个",
        "百亿级",
        "两个",
        "三十项以上",
        "超亿元",
      ),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 16 },
  )
  .map((parts) => parts.join("").replace(/[\s#[\]*_`<>\\:~|&!-]/gu, ""))
  .filter((text) => text !== "");

const FULL_WIDTH_ZERO = "０".charCodeAt(0);
const widened = (text: string): string =>
  text.replace(/\d/gu, (digit) => String.fromCharCode(FULL_WIDTH_ZERO + Number(digit)));

describe("of any text", () => {
  const document = (text: string) => documentOf(`[主要目标]\n目标：${text}`);
  const clauseTexts = (text: string): ReadonlyMap<string, string> =>
    new Map(
      document(text).provisions.flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ clauses }) => clauses.map((clause) => [clause.eId, clause.text] as const)),
      ),
    );
  test("a quote is a run of its clause and holds its value", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const texts = clauseTexts(text);
        for (const { eId, quote, indicator, value, valueMax, unit, comparator, targetYear } of extractTargets(
          document(text),
        )) {
          assert.ok(texts.get(eId)?.includes(quote), `${quote} in ${texts.get(eId)}`);
          assert.notEqual(indicator, "");
          if (value === null) assert.ok(comparator === "none" && targetYear !== null);
          else {
            const said = amounts(masked(quote));
            assert.ok(
              said.some((one) => one.value === value && one.valueMax === valueMax && one.unit === unit),
              `${value} ${unit} in ${quote}`,
            );
          }
        }
      }),
      { examples: [["8%以上提高至两个营业收入"]] },
    );
  });
  test("the width of digits changes nothing", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        assert.deepEqual(extractTargets(document(widened(text))), extractTargets(document(text)));
      }),
    );
  });
});

test("a text in Traditional Chinese says the same", () => {
  const simplified = "到2025年，营业收入、利润总额年均增速保持在8%以上，建成20家以上研究院。";
  const traditional = "到２０２５年，營業收入、利潤總額年均增速保持在８％以上，建成２０家以上研究院。";
  const folded = fold(traditional, { script: "Hant", readings: [] });
  assert.equal(targetLines(folded), targetLines(simplified));
  assert.equal(targetLines(folded).split("\n").length, 3);
});
