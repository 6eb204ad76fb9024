import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { earlier, later } from "../text/collation/fixtures/documents.ts";
import { serialize } from "../text/markdown/serialize.ts";

const command = path.resolve(import.meta.dirname, "../../scripts/align.ts");
let root = "";

function put(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
}

function align(): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, "--root", root], (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, out, err });
    });
  });
}

describe("npm run align", () => {
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "yange-"));
    for (const document of [earlier, later])
      put(`content/documents/${document.meta.id}.md`, serialize(document, "测试"));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test("counts the pairs of a corpus that no editor has read", async () => {
    const { code, out, err } = await align();
    assert.equal(err, "");
    assert.equal(code, 0);
    assert.match(out, /^guide → plan +否 +\d/mu);
    assert.match(out, /^plan +1 +0 +0 +0$/mu);
  });

  test("names the faults of all files at once, sorted, and fails", async () => {
    put("content/alignments/guide--plan.yaml", "from: guide\nto: plan\npairs:\n  - {from: x, to: y}\n");
    put("content/alignments/guide-plan.yaml", "from: guide\nto: plan\n");
    put("content/alignments/plan--guide.yaml", "from: plan\nto: guide\n");
    put("content/concepts.yaml", "绿色: [绿]\n");
    put("content/terms.yaml", "followed:\n  - {name: 绿色, words: [绿色, 绿色发展]}\n");
    put(
      "content/targets/guide.yaml",
      "document: guide\nadded:\n  - {eId: x, quote: y, indicator: z, targetYear: 2020}\n",
    );
    put("content/targets/other.yaml", "document: plan\n");
    const { code, err } = await align();
    assert.equal(code, 1);
    assert.doesNotMatch(err, /\n {4}at /, "no stack trace");
    assert.deepEqual(
      err
        .trim()
        .split("\n")
        .map((line) => line.split(": ")[0]),
      [
        "content/alignments/guide--plan.yaml:4:5 alignment-schema",
        "content/alignments/guide--plan.yaml:4:5 alignment-schema",
        "content/alignments/guide-plan.yaml:1:1 alignment-file-name",
        "content/alignments/plan--guide.yaml:1:7 alignment-order",
        "content/concepts.yaml:1:6 concept-schema",
        "content/targets/guide.yaml:3:11 target-unknown-clause",
        "content/targets/other.yaml:1:1 target-file-name",
        "content/terms.yaml:2:28 term-idle",
        "共 8 个错误",
      ],
    );
  });

  test("says where a document follows one that is not older", async () => {
    const meta = { ...earlier.meta, follows: ["plan", "nothing"] };
    put("content/documents/guide.md", serialize({ ...earlier, meta }));
    const { code, err } = await align();
    assert.equal(code, 1);
    assert.match(err, /^content\/documents\/guide\.md:\d+:1 document-follows: follows 写的 plan 不是更早的文件/);
    assert.match(err, /follows 写的 nothing 不是更早的文件/);
  });

  test("says what is wrong with the indicators", async () => {
    const measures = "measures: [{name: 强度, find: [研发投入, 不在文中]}]";
    put("content/indicators.yaml", `- {id: rd, name: 研发, theme: innovation, better: more, ${measures}}\n`);
    const { code, err } = await align();
    assert.equal(code, 1);
    assert.match(err, /^content\/indicators\.yaml:1:\d+ indicator-unknown-theme: 没有 innovation 这个主题/);
    assert.match(err, /\ncontent\/indicators\.yaml:1:\d+ indicator-stale: 没有一句含有“不在文中”/);
  });
});
