import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { readDocuments } from "../../src/node/documents.ts";
import { readSeeds } from "../../src/node/seeds.ts";
import { outline } from "../../src/text/structure/outline.ts";

const fixtures = path.join(import.meta.dirname, "fixtures");
let root = "";

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], input: string | null = null): Promise<Run> {
  const command = [path.join(import.meta.dirname, "../import.ts"), "--root", root, ...args];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, command, (error, out, err) => {
      assert.doesNotMatch(err, /\n {4}at /, "no stack trace");
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, out, err });
    });
    child.stdin?.end(input ?? "");
  });
}

const at = (name: string): string => path.join(fixtures, name);
const read = (name: string): string => readFileSync(path.join(root, name), "utf8");
const written = (): string[] =>
  ["seeds", "content/documents"].flatMap((folder) => readdirSync(path.join(root, folder))).sort();

describe("npm run import", () => {
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "yange-import-"));
    for (const folder of ["seeds", "content/documents"]) mkdirSync(path.join(root, folder), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const good: readonly (readonly [name: string, id: string, outline: RegExp, recipe: RegExp])[] = [
    ["measures.txt", "2023-measures", /article 第四条[\s\S]*subsection （三）[\s\S]*wrap /, /^level: municipal/m],
    [
      "page.txt",
      "2022-measures",
      /subsection （二）\|完善标准体系/,
      /^format: html[\s\S]*element: nav[\s\S]*from: 责任编辑：王某某/m,
    ],
    ["copied.txt", "2022-opinion", /subsection （一）\|加强源头创新\|1\|/, /^format: pdf/m],
    [
      "taiwan-big5.txt",
      "2024-scheme",
      /section 三、\|推動策略/,
      /^encoding: big5\n[\s\S]*^issued: "2024-05-20"[\s\S]*^script: Hant/m,
    ],
    ["gbk.txt", "2020-opinion", /gap （二）/, /^encoding: gb18030\n/m],
    ["utf16.txt", "2020-opinion", /section 一、\|总体要求/, /^encoding: utf-16le\n/m],
  ];
  for (const [name, id, tree, recipe] of good) {
    test(`takes in ${name}, and ingest agrees`, async () => {
      const { code, out, err } = await run([at(name), "--source-name", "测试"]);
      assert.equal(code, 0, err + out);
      assert.deepEqual(written(), [`${id}.md`, `${id}.yaml`, name].sort());
      assert.deepEqual(readFileSync(path.join(root, "seeds", name)), readFileSync(at(name)), "the bytes are kept");
      assert.match(read(`seeds/${id}.yaml`), recipe);
      const { documents, problems } = await readDocuments(root);
      assert.deepEqual(problems, []);
      assert.match(outline(documents[0]?.provisions ?? []), tree);
      const seeds = await readSeeds(root);
      assert.deepEqual(seeds.problems, []);
      assert.deepEqual(seeds.seeds[0]?.document, documents[0]);
    });
  }

  const bad: readonly (readonly [what: string, content: string | Uint8Array, expected: RegExp])[] = [
    ["an empty file", "", /^文件是空的/],
    ["a blank file", " \n\n", /^文件里只有空白/],
    ["a PDF", "%PDF-1.7\n", /^这是 PDF 文件.+存成 \.txt 再导入/],
    ["a Word file", "PK\u0003\u0004\u0000", /^这是 Word/],
    ["NUL bytes", "一\0二", /^文件里有 NUL 字节/],
    ["5 MB", "药".repeat(1_700_000), /^5100000 字节，超过 4000000 字节/],
  ];
  for (const [what, content, expected] of bad) {
    test(`says in one line why it does not take ${what}`, async () => {
      const file = path.join(root, "x.txt");
      writeFileSync(file, content);
      const { code, err } = await run([file]);
      assert.equal(code, 1);
      assert.match(err, expected);
      assert.equal(err.trim().split("\n").length, 1);
      assert.deepEqual(written(), []);
    });
  }

  test("says what is no file, no encoding, no option", async () => {
    assert.match((await run([at("garbage.bin")])).err, /^看不出编码，或不是中文文本/);
    assert.match((await run([fixtures])).err, /是文件夹：一次导入一个文件/);
    assert.match((await run([at("none.txt")])).err, /^没有这个文件/);
    assert.match((await run([at("gbk.txt"), "--encoding", "utf-8"])).err, /^按 utf-8 读不通/);
    for (const args of [[], ["a", "b"], [at("gbk.txt"), "--encoding", "latin1"], ["x", "--id", "A"], ["x", "--no"]])
      assert.equal((await run(args)).code, 2, args.join(" "));
    assert.deepEqual(written(), []);
  });

  test("keeps seed and recipe, and no document, while something is to be filled in", async () => {
    const { code, err, out } = await run(["-", "--id", "note"], "近年来，产业良好。\n一、目标\n建成（平台。\n");
    assert.equal(code, 1);
    assert.deepEqual(written(), ["note.txt", "note.yaml"]);
    assert.match(
      err,
      /^seeds\/note\.txt:3:3 bracket-unpaired: [\s\S]+seeds\/note\.yaml:\d+:\d+ recipe-placeholder: title 还没有填写/m,
    );
    assert.match(out, /改 seeds\/note\.yaml，再运行 npm run ingest/);
  });

  test("never overwrites, and knows a seed that it has", async () => {
    assert.equal((await run([at("gbk.txt")])).code, 0);
    const before = read("seeds/2020-opinion.yaml");
    assert.match((await run([at("gbk.txt"), "--id", "other"])).err, /^seeds\/gbk\.txt 就是这份文本，一字不差/);
    assert.match((await run([at("utf16.txt"), "--id", "2020-opinion"])).err, /已经有了，不覆盖/);
    assert.equal(read("seeds/2020-opinion.yaml"), before);
    assert.deepEqual(written(), ["2020-opinion.md", "2020-opinion.yaml", "gbk.txt"]);
  });

  test("shows a recipe and writes nothing with --dry-run", async () => {
    const { code, out } = await run([at("gbk.txt"), "--dry-run"]);
    assert.equal(code, 0);
    assert.match(out, /^number: 江政发〔2020〕12号 # 见第 2 行/m);
    assert.deepEqual(written(), []);
    assert.ok(existsSync(root));
  });
});
