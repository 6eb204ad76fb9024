import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import type { Finding } from "../../src/node/check.ts";
import { BODY, FRONT, makeCorpus, put, RECIPE, SEED, snapshot } from "../../src/node/fixtures/corpus.ts";
import { report } from "./report.ts";
import { run } from "./run.ts";

const SAMPLE = "content/documents/sample.md";
const document = (body: string): string => `---\n${FRONT}---\n${body}`;
let root = "";

beforeEach(() => {
  root = makeCorpus();
});
afterEach(() => rmSync(root, { recursive: true }));

const check = (...args: readonly string[]) => run(["--root", root, ...args]);
const textOf = (name: string): string => readFileSync(path.join(root, name), "utf8");

describe("npm run check", () => {
  test("exits with 1 for errors, prints them before the warnings, and counts both last", async () => {
    put(root, SAMPLE, document("\n## 一、目标\n\n推动产业,发展。\n\n## 三、措施\n\n落实（责任。\n"));
    const { code, lines } = await check();
    assert.equal(code, 1);
    assert.deepEqual(
      lines.filter((line) => line.startsWith(SAMPLE)).map((line) => line.slice(SAMPLE.length + 1).split(": ")[0]),
      ["17:4 number-gap", "19:3 bracket-unpaired", "1:1 警告 theme-uncovered", "15:5 警告 punctuation-width"],
    );
    assert.match(
      lines.at(-1) ?? "",
      /^检查了 4 个文件：2 个错误，4 个警告；其中 1 个可用 npm run check -- --fix 改掉$/u,
    );
  });

  test("exits with 2 for an unknown option, and 0 for help", async () => {
    assert.deepEqual((await check("--fxi")).lines[0], "没有 --fxi 这个选项。");
    assert.equal((await check("--fxi")).code, 2);
    assert.equal((await check("--help")).code, 0);
  });

  test("says of files that cannot be read only that, and checks the others", async () => {
    put(root, "content/documents/guide.md", Uint8Array.from([0xd2, 0xbb, 0xa1, 0xa2, 0xc4, 0xbf, 0xb1, 0xea, 0x0a]));
    put(root, "content/alignments/guide--plan.yaml", "from: guide\nto: plan\n");
    put(root, "content/terms.yaml", "ignored: [一]\n");
    const { code, lines } = await check();
    assert.equal(code, 1);
    assert.deepEqual(
      lines.slice(0, 2).map((line) => line.split(": ")[0]),
      ["content/documents/guide.md:1:2 not-utf8", "content/terms.yaml:1:11 term-schema"],
    );
    assert.match(lines.at(-1) ?? "", /有文件读不出来/u);
  });

  test("does not call an old address wrong that leads to what cannot be read", async () => {
    put(root, "content/documents/guide.md", "---\n");
    put(root, "content/redirects.yaml", "- {from: old-guide, to: guide}\n- {from: plan, to: guide}\n");
    const { lines } = await check();
    const said = lines.filter((line) => line.includes("redirects.yaml")).map((line) => line.split(": ")[0]);
    assert.deepEqual(said, ["content/redirects.yaml:2:10 redirect-still-there"]);
  });

  test("takes a table for one, looks into its cells, and mends nothing but them", async () => {
    const table = (goal: string): string =>
      document(`\n## 一、目标\n\n| 指标 | 目标 |\n| --- | --- |\n| 研发\\|投入 | ${goal} |\n`);
    put(root, SAMPLE, table("提高,加快"));
    const places = (await check()).lines.filter((line) => line.startsWith(SAMPLE)).map((line) => line.split(": ")[0]);
    assert.deepEqual(places, [`${SAMPLE}:1:1 警告 theme-uncovered`, `${SAMPLE}:17:14 警告 punctuation-width`]);
    await check("--fix");
    assert.equal(textOf(SAMPLE), table("提高，加快"));
  });

  test("prints no stack trace for anything that it is given", async () => {
    put(root, SAMPLE, `${"> ".repeat(3000)}${"[".repeat(3000)}\u0000`);
    put(root, "content/terms.yaml", "a: &a [*a, *b]\n");
    put(root, "content/indicators.yaml", "- 1\n- [\n");
    const command = path.resolve(import.meta.dirname, "../check.ts");
    const { code, said } = await new Promise<{ code: number; said: string }>((resolve) => {
      execFile(process.execPath, [command, "--root", root], (error, out, err) => {
        resolve({ code: typeof error?.code === "number" ? error.code : 0, said: out + err });
      });
    });
    assert.equal(code, 1);
    assert.doesNotMatch(said, /\n {4}at /u);
    assert.match(said, /control-character/u);
  });

  test("lists the clauses of no theme at their places, when asked", async () => {
    const { lines } = await check("--verbose");
    assert.ok(
      lines.some((line) => /^content\/documents\/guide\.md:\d\d:1 警告 theme-uncovered: sec_2__p_1__cl_1/u.test(line)),
    );
  });

  test("leaves out what an editor has accepted", async () => {
    const accepted = "accepted:\n  - {rule: number-gap, text: 三、措施, why: 原文如此}\n";
    put(root, SAMPLE, `---\n${FRONT}${accepted}---\n\n## 一、目标\n\n推动发展。\n\n## 三、措施\n\n落实责任。\n`);
    assert.equal((await check()).code, 0);
  });

  test("says of a generated document which recipe to change", async () => {
    put(root, "seeds/notice.yaml", RECIPE);
    put(root, "seeds/notice.txt", SEED.replace("平台。", "平台[-6.39%]。"));
    const { lines } = await check();
    assert.match(lines.join("\n"), /notice\.md:1:1 file-missing|document-outdated/u);
    put(
      root,
      "content/documents/notice.md",
      `---\n# 由 seeds/notice.yaml 生成：\n${RECIPE.replace(/^(?:seed|format):.*\n/gmu, "")}---\n\n建成平台[-6.39%]。\n`,
    );
    assert.match(
      (await check()).lines.join("\n"),
      /insertion-suspicious: .*（本文件由 seeds\/notice\.yaml 生成，请改配方）/u,
    );
  });
});

describe("npm run check -- --fix", () => {
  const WRONG = document(
    "\ufeff\n## 一.总体 要求\r\n\n推动产业,发展(如“原料药”等).  \r\n\n见 PD-1, PD-L1 和 1,000 家:\u200b\n",
  );
  const RIGHT = document("\n## 一、总体要求\n\n推动产业，发展（如“原料药”等）。\n\n见PD-1, PD-L1和1,000家：\n");

  test("mends what is safe, says what, and finds nothing the second time", async () => {
    put(root, SAMPLE, WRONG);
    put(root, "content/terms.yaml", "ignored: [继续]  \r\n");
    const { lines } = await check("--fix");
    assert.equal(textOf(SAMPLE), RIGHT);
    assert.equal(textOf("content/terms.yaml"), "ignored: [继续]\n");
    assert.match(lines[0] ?? "", /^已改 content\/documents\/sample\.md：.*line-ending \d 处/u);
    assert.match(lines[1] ?? "", /^已改 content\/terms\.yaml：/u);
    const written = snapshot(root);
    const again = await check("--fix");
    assert.deepEqual(snapshot(root), written);
    assert.doesNotMatch(again.lines.join("\n"), /已改|可用/u);
  });

  test("leaves seeds and generated documents as they are", async () => {
    put(root, "seeds/notice.yaml", RECIPE);
    put(root, "seeds/notice.txt", SEED.replace("，", ","));
    put(root, "content/documents/notice.md", `---\n# 由 seeds/notice.yaml 生成：\n${FRONT}---\n\n推动产业,发展。  \n`);
    const written = snapshot(root);
    await check("--fix");
    assert.deepEqual(snapshot(root), written);
  });

  test("changes nothing in a document without faults", async () => {
    put(root, SAMPLE, document(BODY));
    const written = snapshot(root);
    await check("--fix");
    assert.deepEqual(snapshot(root), written);
  });
});

describe("a report", () => {
  const finding: Finding = {
    file: "content/a,b:c.md",
    line: 3,
    column: 4,
    endLine: 5,
    rule: "number-gap",
    severity: "error",
    message: "100%\n二、缺：补上",
    fixable: false,
  };
  const checked = { findings: [finding], files: 1, isPartial: false };

  test("for GitHub is escaped by its rules", () => {
    assert.deepEqual(report(checked, [], "github"), [
      "::error file=content/a%2Cb%3Ac.md,line=3,endLine=5,col=4,title=number-gap::100%25%0A二、缺：补上",
    ]);
  });
  test("as JSON is the list of problems", () => {
    assert.deepEqual(JSON.parse(report(checked, [], "json").join("")), [finding]);
  });
});
