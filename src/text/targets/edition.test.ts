import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { policy } from "../collation/fixtures/documents.ts";
import { placeOf } from "../problems/problem.ts";
import { readTargets } from "./edition.ts";
import { extractTargets } from "./extract.ts";
import { mergeTargets } from "./merge.ts";

const plan = policy("plan", "2021-12-22", [
  ["发展目标", "到2025年，研发投入年均增长10%以上，建成园区30个。", "培育龙头企业5家。"],
]);
const [A, B] = ["sec_1__p_1__cl_1", "sec_1__p_2__cl_1"];

/** `line:column rule: message` of every fault, in the order of the file. */
function faults(yaml: string): string[] {
  return readTargets(yaml, [plan])
    .faults.toSorted((x, y) => x.offset - y.offset)
    .map(({ offset, rule, message }) => {
      const { line, column } = placeOf(yaml, offset);
      return `${line}:${column} ${rule}: ${message}`;
    });
}

const merged = (yaml: string): string[] =>
  mergeTargets(plan, extractTargets(plan), readTargets(yaml, [plan]).edition).map(
    ({ indicator, value, origin }) => `${indicator} ${value} ${origin}`,
  );

describe("an editor's targets", () => {
  test("stand in reading order before the machine's", () => {
    const yaml = [
      "document: plan",
      "corrected:",
      `  - {eId: ${A}, quote: 建成园区30个, indicator: 示范园区, comparator: "=", value: 30, unit: 个, targetYear: 2025}`,
      "added:",
      `  - {eId: ${A}, quote: "到2025年,研发投入", indicator: 研发投入, change: increase, targetYear: 2025, note: 方向}`,
      "discarded:",
      `  - {eId: ${B}, quote: 培育龙头企业5家}`,
    ].join("\n");
    assert.deepEqual(merged(yaml), ["研发投入 null reviewed", "研发投入 10 auto", "示范园区 30 reviewed"]);
    assert.equal(readTargets(yaml, [plan]).edition?.added[0]?.quote, "到2025年，研发投入");
  });
  test("are the machine's where these are confirmed", () => {
    assert.deepEqual(merged(`document: plan\nconfirmed: [{eId: ${A}, quote: 建成园区30个}]`), [
      "研发投入 10 auto",
      "园区 30 reviewed",
      "龙头企业 5 auto",
    ]);
    assert.match(faults(`document: plan\nconfirmed: [{eId: ${A}, quote: 发展}]`)[0] ?? "", /target-/u);
  });
  test("leave the others of a clause alone", () => {
    assert.deepEqual(merged(`document: plan\ndiscarded: [{eId: ${A}, quote: 建成园区30个}]`), [
      "研发投入 10 auto",
      "龙头企业 5 auto",
    ]);
  });
});

describe("bad input", () => {
  test("an unknown document", () => {
    assert.deepEqual(faults("document: plam\n"), [
      "1:11 target-unknown-document: 没有 plam 这份文件，多半是 plan：改成 plan 之一",
    ]);
  });
  test("an unknown clause, a stale quote, names and values that cannot be, all at once", () => {
    const yaml = [
      "document: plan",
      "added:",
      "  - {eId: sec_9__p_1__cl_1, quote: 培育龙头企业, indicator: 企业, comparator: '=', value: 5}",
      `  - {eId: ${A}, quote: 培育龙头企业5家, indicator: 企业, comparator: '=', value: 5}`,
      `  - {eId: ${B}, quote: 培育龙头企业5家, indicator: 企业, comparator: about, change: up}`,
      `  - {eId: ${B}, quote: 龙头企业5家, indicator: 企业, comparator: '=', value: 5, valueMax: 3, kind: goal}`,
      `  - {eId: ${B}, quote: 龙头企业, indicator: 企业}`,
      `  - {eId: ${B}, quote: 龙头企业, indicator: 企业, targetYear: 2025}`,
    ].join("\n");
    assert.deepEqual(
      faults(yaml).map((fault) => fault.split(": ")[0]),
      [
        "3:11 target-unknown-clause",
        `4:${(yaml.split("\n")[3]?.indexOf("培") as number) + 1} target-stale-quote`,
        `5:${(yaml.split("\n")[4]?.indexOf("about") as number) + 1} target-value`,
        `5:${(yaml.split("\n")[4]?.indexOf("up") as number) + 1} target-change`,
        `6:${(yaml.split("\n")[5]?.indexOf("3, kind") as number) + 1} target-value`,
        `6:${(yaml.split("\n")[5]?.indexOf("goal") as number) + 1} target-kind`,
        "7:5 target-value",
        "8:5 target-duplicate",
      ],
    );
    assert.match(faults(yaml)[0] ?? "", /：现在最像的是 sec_1__p_2__cl_1/);
  });
  test("an entry that overrules nothing", () => {
    assert.deepEqual(faults(`document: plan\ndiscarded: [{eId: ${A}, quote: 到2025年}]`), [
      "2:44 target-nothing-there: 程序没有从 sec_1__p_1__cl_1 的“到2025年”读出目标：删去这一条",
    ]);
  });
  test("an unknown key", () => {
    assert.match(faults("document: plan\ndropped: []\n")[0] ?? "", /^2:1 target-schema: 没有“dropped”这个字段/);
  });
});
