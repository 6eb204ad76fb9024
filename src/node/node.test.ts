import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";

const project = path.resolve(import.meta.dirname, "../..");
const RECIPE = `id: notice
seed: notice.txt
format: plain
title: 关于测试的通知
shortTitle: 测试
number: 某发〔2020〕1号
issuers: [某部]
issued: "2020-03-04"
horizon: [2025]
level: national
script: Hans
source: {name: 测试}
`;
const SEED = "关于测试的通知\n某发〔2020〕1号\n一、目标\n到2025年，建成一批平台。\n某部\n2020年3月4日\n";

let root = "";

const put = (name: string, content: string | Uint8Array): void => writeFileSync(path.join(root, name), content);

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function ingest(...args: readonly string[]): Promise<Run> {
  const command = [path.join(project, "scripts/ingest.ts"), "--root", root, ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, out, err });
    });
  });
}

/** The lines of a failed run, without the closing count; nothing may have been written. */
async function faults(): Promise<string[]> {
  const { code, err } = await ingest();
  assert.equal(code, 1, err);
  assert.doesNotMatch(err, /\n {4}at /, "no stack trace");
  assert.deepEqual(readdirSync(path.join(root, "content/documents")), []);
  const lines = err.trim().split("\n");
  assert.match(lines.at(-1) ?? "", /^共 \d+ 个错误；没有写入任何文件$/);
  return lines.slice(0, -1);
}

describe("npm run ingest", () => {
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "yange-"));
    for (const folder of ["seeds", "content/documents"]) mkdirSync(path.join(root, folder), { recursive: true });
    put("seeds/notice.yaml", RECIPE);
    put("seeds/notice.txt", SEED);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test("writes a document, and the second time nothing", async () => {
    assert.match((await ingest("--check")).out, /^将新建 {2}content\/documents\/notice\.md/);
    assert.equal((await ingest("--check")).code, 1);
    assert.match((await ingest()).out, /^已新建 {2}content\/documents\/notice\.md/);
    assert.match(
      readFileSync(path.join(root, "content/documents/notice.md"), "utf8"),
      /## 一、目标\n\n到2025年，建成一批平台。\n/,
    );
    assert.deepEqual(await ingest("--check"), { code: 0, out: "", err: "" });
    assert.match((await ingest()).out, /共 1 份文件，写入 0 份/);
  });

  const gbk = Uint8Array.from([0xd2, 0xbb, 0xa1, 0xa2, 0xc4, 0xbf, 0xb1, 0xea, 0x0a]);
  const bad: readonly (readonly [what: string, name: string, content: string | Uint8Array, expected: RegExp])[] = [
    ["an empty file", "seeds/notice.txt", "", /^seeds\/notice\.txt:1:1 file-empty: 文件是空的/],
    ["a blank file", "seeds/notice.txt", " \n\n", /^seeds\/notice\.txt:1:1 file-empty: /],
    ["a GBK file", "seeds/notice.txt", gbk, /^seeds\/notice\.txt:1:2 not-utf8: .+ GB18030，请另存为 UTF-8/],
    [
      "bytes of no encoding",
      "seeds/notice.txt",
      Uint8Array.from([0xe4, 0xb8, 0x80, 0x0a, 0xff, 0x00]),
      /^seeds\/notice\.txt:2:1 not-utf8: /,
    ],
    [
      "a line of 20 MB",
      "seeds/notice.txt",
      "药".repeat(7_000_000),
      /^seeds\/notice\.txt:1:1 file-too-large: 有 21000000 字节/,
    ],
    ["a NUL character", "seeds/notice.txt", `${SEED}x\0`, /^seeds\/notice\.txt:7:2 control-character: /],
    [
      "an unpaired bracket",
      "seeds/notice.txt",
      SEED.replace("平台", "（平台"),
      /^seeds\/notice\.txt:4:12 bracket-unpaired: .+broken: /,
    ],
    [
      "a key with a typo",
      "seeds/notice.yaml",
      `${RECIPE}dorp: []\n`,
      /^seeds\/notice\.yaml:13:1 recipe-schema: 没有“dorp”这个字段，多半是 drop/,
    ],
    ["YAML that is none", "seeds/notice.yaml", `${RECIPE}drop: [\n`, /^seeds\/notice\.yaml:\d+:\d+ recipe-syntax: /],
    [
      "a drop that matches nothing",
      "seeds/notice.yaml",
      `${RECIPE}drop:\n  - {text: 没有的话, rule: ad, why: 广告}\n`,
      /^seeds\/notice\.yaml:14:\d+ recipe-no-match: 种子里没有“没有的话”/,
    ],
    [
      "a gap that matches nothing",
      "seeds/notice.yaml",
      `${RECIPE}gaps:\n  - {before: 没有的话, level: section, missing: 全部}\n`,
      /^seeds\/notice\.yaml:14:\d+ recipe-no-match: /,
    ],
    [
      "a fact that the seed does not state",
      "seeds/notice.yaml",
      RECIPE.replace("1号", "2号"),
      /^seeds\/notice\.yaml:6:\d+ recipe-unconfirmed: number 的“某发〔2020〕2号”/,
    ],
    [
      "another id than the file's name",
      "seeds/notice.yaml",
      RECIPE.replace("id: notice", "id: other"),
      /^seeds\/notice\.yaml:1:1 recipe-id: /,
    ],
    [
      "a seed outside its folder",
      "seeds/notice.yaml",
      RECIPE.replace("notice.txt", "../../secret.txt"),
      /^seeds\/notice\.yaml:2:\d+ recipe-schema: seed：只写同一文件夹里种子的文件名/,
    ],
    [
      "a seed that is not there",
      "seeds/notice.yaml",
      RECIPE.replace("notice.txt", "gone.txt"),
      /^seeds\/gone\.txt:1:1 file-missing: /,
    ],
  ];
  for (const [what, name, content, expected] of bad) {
    test(`says one thing of ${what}, and writes nothing`, async () => {
      put(name, content);
      const lines = await faults();
      assert.equal(lines.length, 1, lines.join("\n"));
      assert.match(lines[0] ?? "", expected);
    });
  }

  test("says of HTML with a script how to drop it, and then drops it", async () => {
    const html = `<p>关于测试的通知</p><p>某发〔2020〕1号</p><script>alert(1)</script><p>一、目标</p><p>到2025年，建成。</p><p>某部</p><p>2020年3月4日</p>`;
    put("seeds/notice.txt", html);
    put("seeds/notice.yaml", RECIPE.replace("plain", "html"));
    assert.match((await faults()).join("\n"), /^seeds\/notice\.txt:1:\d+ html-foreign: <script> .+element: script/);
    put(
      "seeds/notice.yaml",
      `${RECIPE.replace("plain", "html")}drop:\n  - {element: script, rule: script, why: 网页脚本}\n`,
    );
    assert.equal((await ingest()).code, 0);
    assert.doesNotMatch(readFileSync(path.join(root, "content/documents/notice.md"), "utf8"), /alert/);
  });

  test("says everything that is wrong at once, in order of place", async () => {
    put(
      "seeds/b.yaml",
      RECIPE.replace("id: notice", "id: b")
        .replace("level: national", "level: world")
        .replace("script: Hans", "script: Latn"),
    );
    put("seeds/a.yaml", "id: [");
    const lines = await faults();
    assert.deepEqual(
      lines.map((line) => line.split(":").slice(0, 2).join(":")),
      ["seeds/a.yaml:1", "seeds/b.yaml:10", "seeds/b.yaml:11"],
    );
  });

  test("warns of numbers that go back and of an order that the scrape does not show, once", async () => {
    const more = "三、措施\n落实责任，形成合力。\n二、任务\n建设平台，支持攻关。\n某部\n2020";
    put("seeds/notice.txt", SEED.replace("某部\n2020", more));
    const { code, err } = await ingest();
    assert.equal(code, 0);
    assert.equal(err, "seeds/notice.txt:7:1 警告 number-sequence: 二、排在三、之后：原文如此就不必改，否则改配方\n");
    assert.equal((await ingest()).err, "");
    cpSync(path.join(project, "seeds"), path.join(root, "seeds"), { recursive: true });
    assert.match(
      (await ingest()).err,
      /^seeds\/000_3e97af17fd6b1eb9\.txt:\d+:\d+ 警告 order-unproven: “（二）基本原则/m,
    );
  });

  test("never touches a document written by hand", async () => {
    const own = "---\nid: notice\n---\n\n## 一、目标\n";
    put("content/documents/notice.md", own);
    const { code, err } = await ingest();
    assert.equal(code, 1);
    assert.match(err, /^content\/documents\/notice\.md:1:1 document-hand-written: /);
    assert.equal(readFileSync(path.join(root, "content/documents/notice.md"), "utf8"), own);
  });

  test("says when a generated document has lost its recipe", async () => {
    await ingest();
    rmSync(path.join(root, "seeds/notice.yaml"));
    assert.match((await ingest()).err, /^content\/documents\/notice\.md:2:1 document-orphaned: /);
    assert.ok(existsSync(path.join(root, "content/documents/notice.md")));
  });

  test("gives the same bytes for the project's own seeds as stand in the repository", async () => {
    cpSync(path.join(project, "seeds"), path.join(root, "seeds"), { recursive: true });
    assert.equal((await ingest()).code, 0);
    for (const name of readdirSync(path.join(project, "content/documents"))) {
      const file = path.join("content/documents", name);
      assert.equal(readFileSync(path.join(root, file), "utf8"), readFileSync(path.join(project, file), "utf8"), file);
    }
  });
});
