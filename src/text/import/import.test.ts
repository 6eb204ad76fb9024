import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { parseRecipe } from "../ingest/recipe.ts";
import { detectFormat, detectScript } from "./format.ts";
import { bodiesIn } from "./issuers.ts";
import { commonShare } from "./plausible.ts";
import { propose } from "./propose.ts";
import { tryIngest } from "./trial.ts";
import { proposeId, writeRecipe } from "./write.ts";

const GIVEN = { id: "test", seed: "test.txt", encoding: "utf-8", sourceName: "测试", sourceUrl: null };
const seeds = path.resolve(import.meta.dirname, "../../../seeds");

describe("what a text is told to be", () => {
  test("by its tags and its printed lines", () => {
    const line = "坚持以人民健康为中心以临床价值为导向以科技创新为动力推动产业发展";
    assert.equal(detectFormat(`${line.slice(0, 28)}\n`.repeat(8)), "pdf");
    assert.equal(detectFormat(`${line}。\n`.repeat(8)), "plain");
    assert.equal(detectFormat("<p>甲</p><p>乙</p>"), "html");
    assert.equal(detectFormat("比重 < 5%，见 <附表>。"), "plain");
  });

  test("by its characters", () => {
    assert.equal(detectScript("醫藥工業發展規劃指南").script, "Hant");
    assert.equal(detectScript(`依照臺灣地區之做法${"推动产业创新和绿色发展。".repeat(5)}`).script, "Hans");
    assert.ok(commonShare("推动产业发展，完善体制机制。") > 0.7);
    assert.ok(commonShare("锟斤拷烫烫烫屯屯屯") < 0.1);
  });
});

describe("issuers", () => {
  test("are told apart where they are glued to each other", () => {
    assert.deepEqual(bodiesIn("工业和信息化部生态环境部国家卫生健康委员会国家药品监督管理局"), [
      "工业和信息化部",
      "生态环境部",
      "国家卫生健康委员会",
      "国家药品监督管理局",
    ]);
    assert.deepEqual(bodiesIn("浙江省人民政府办公厅、国务院办公厅"), ["浙江省人民政府办公厅", "国务院办公厅"]);
    assert.equal(bodiesIn("加强各部门协调"), null);
  });
});

describe("the project's own seeds", () => {
  for (const name of readdirSync(seeds).filter((file) => file.endsWith(".yaml"))) {
    test(`${name}: what the seed states is found`, () => {
      const known = parse(readFileSync(path.join(seeds, name), "utf8"));
      const raw = readFileSync(path.join(seeds, known.seed), "utf8");
      const p = propose(raw);
      const supplied = new Set((known.supplied ?? []).map(({ field }: { field: string }) => field));
      const facts: Record<string, unknown> = {
        title: p.title?.value,
        number: p.number?.value ?? null,
        issuers: p.issuers?.value,
        issued: p.issued?.value.date,
        horizon: p.horizon.map(({ value }) => value),
      };
      for (const [field, value] of Object.entries(facts))
        if (!supplied.has(field)) assert.deepEqual(value, known[field], field);
      assert.equal(p.format, known.format);
      assert.equal(p.script.script, known.script);
      assert.equal(p.level?.value, known.level);
      assert.equal(p.repeats.shuffled, known.shuffled ?? false);
    });
  }
});

const NOTICE = "关于测试的通知\n某发〔2020〕1号\n一、目标\n到2025年，建成一批平台。\n测试省工业厅\n2020年3月4日\n";

describe("a proposed recipe", () => {
  test("states every fact with its place, and ingests", () => {
    const yaml = writeRecipe(propose(NOTICE), GIVEN);
    assert.match(yaml, /^title: 关于测试的通知 # 见第 1 行：关于测试的通知$/m);
    assert.match(yaml, /^issued: "2020-03-04" # 见第 6 行：/m);
    assert.match(yaml, /^shortTitle: 2020通知 # /m);
    const { ingested, faults } = tryIngest(NOTICE, yaml);
    assert.deepEqual(faults, []);
    assert.equal(ingested?.document.provisions[0]?.heading, "目标");
  });

  test("marks what it cannot find, and says so until it is filled in", () => {
    const raw = "近年来，产业发展态势良好。\n一、目标\n建成一批平台。\n";
    const yaml = writeRecipe(propose(raw), { ...GIVEN, sourceName: null });
    const { recipe, faults } = parseRecipe(yaml);
    assert.equal(recipe, null);
    const fields = ["title", "shortTitle", "issuers", "issued", "horizon", "level", "name"];
    assert.deepEqual(
      faults.map(({ rule, message }) => `${rule} ${message.split(" ", 1)[0]}`),
      fields.map((field) => `recipe-placeholder ${field}`),
    );
    assert.ok(faults.every(({ offset }) => yaml.startsWith("请填写", offset)));
    assert.ok(tryIngest(raw, yaml).ingested, "the text is read all the same");
  });

  test("quotes what YAML would read otherwise", () => {
    const sourceName = "某网站: 转载 #1, [甲]";
    const { recipe, faults } = parseRecipe(writeRecipe(propose(NOTICE), { ...GIVEN, sourceName }));
    assert.deepEqual(faults, []);
    assert.equal(recipe?.source.name, sourceName);
  });

  test("has an id that is free", () => {
    const p = propose(NOTICE);
    assert.equal(proposeId(p, new Set()), "2020-notice");
    assert.equal(proposeId(p, new Set(["2020-notice", "2020-notice-2"])), "2020-notice-3");
  });
});
