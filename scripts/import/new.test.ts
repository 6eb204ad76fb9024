import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { readDocuments } from "../../src/node/documents.ts";

const project = path.resolve(import.meta.dirname, "../..");
let root = "";

interface Run {
  readonly code: number;
  readonly err: string;
}

function run(script: string, args: readonly string[], input = ""): Promise<Run> {
  return new Promise((resolve) => {
    const command = [path.join(project, "scripts", script), "--root", root, ...args];
    const child = execFile(process.execPath, command, (error, _out, err) => {
      assert.doesNotMatch(err, /\n {4}at /, "no stack trace");
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, err });
    });
    child.stdin?.on("error", () => {}).end(input);
  });
}

const git = (...args: readonly string[]): string =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@t", ...args], { cwd: root, encoding: "utf8" });

const FLAGS = [
  "--title",
  "关于测试的意见",
  "--issued",
  "2024-05",
  "--issuers",
  "甲部、乙局",
  "--horizon",
  "2030、2035",
];

describe("npm run new", () => {
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "yange-new-"));
    for (const folder of ["content", "seeds"])
      cpSync(path.join(project, folder), path.join(root, folder), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test("writes a document that reads without a fault, and leaves no trace when it is removed", async () => {
    git("init", "-q");
    git("add", "-A");
    git("commit", "-qm", "all");
    assert.equal((await run("new.ts", ["2024-test", ...FLAGS, "--follows", "2021-fyp、2021-plan"])).code, 0);
    const { documents, problems } = await readDocuments(root);
    assert.deepEqual(problems, []);
    const { meta, provisions } = documents.at(-1) ?? assert.fail();
    assert.deepEqual([meta.id, meta.shortTitle, meta.number], ["2024-test", "2024意见", null]);
    assert.deepEqual(
      [meta.issuers, meta.horizon, meta.follows],
      [
        ["甲部", "乙局"],
        [2030, 2035],
        ["2021-fyp", "2021-plan"],
      ],
    );
    assert.equal(provisions[1]?.heading, "总体要求");
    const fixture = path.join(import.meta.dirname, "fixtures/gbk.txt");
    assert.equal((await run("import.ts", [fixture, "--id", "2020-test"])).code, 0);
    assert.equal((await run("ingest.ts", ["--check"])).code, 0);
    const names = [
      "content/documents/2024-test.md",
      "content/documents/2020-test.md",
      "seeds/2020-test.yaml",
      "seeds/gbk.txt",
    ];
    for (const name of names) rmSync(path.join(root, name));
    assert.equal(git("status", "--porcelain"), "");
  });

  test("reads answers line by line, an empty one for what is usual", async () => {
    const answers = "“十六五”规划: 草案\n2031-03-01\n规划\n\n某部\n2035\n\n\n\n\n2021-fyp\n";
    assert.equal((await run("new.ts", ["2031-plan"], answers)).code, 0);
    const { documents, problems } = await readDocuments(root);
    assert.deepEqual(problems, []);
    const { meta } = documents.at(-1) ?? assert.fail();
    assert.equal(meta.title, "“十六五”规划: 草案");
    assert.deepEqual(
      [meta.level, meta.script, meta.source.name, meta.follows],
      ["national", "Hans", "编者录入", ["2021-fyp"]],
    );
  });

  const bad: readonly (readonly [args: readonly string[], input: string, code: number, expected: RegExp])[] = [
    [["2021-plan"], "", 1, /2021-plan\.md 已经有了，不覆盖/],
    [["2024_a"], "", 2, /^2024_a：代号只能用/],
    [[], "", 2, /^请给出一个代号/],
    [["2024-a"], "标题\n明天\n", 1, /^发布日期.+写成 2021-12-22.+（写的是“明天”）/],
    [["2024-a"], "标题\n", 1, /^发布日期.+不能空着；或用 --issued 给出/],
    [["2024-a", ...FLAGS, "--follows", "2000-x"], "", 2, /没有 2000-x 这份文件；已有 2016-guide/],
    [["2024-a", ...FLAGS, "--level", "world"], "", 2, /^--level world：只能写 national/],
  ];
  for (const [args, input, code, expected] of bad) {
    test(`says what is wrong with ${args.at(-1) ?? "nothing"} ${JSON.stringify(input)}`, async () => {
      const outcome = await run("new.ts", args, input);
      assert.equal(outcome.code, code);
      assert.match(outcome.err, expected);
      assert.ok(!existsSync(path.join(root, "content/documents/2024-a.md")));
      assert.equal(
        readFileSync(path.join(root, "content/documents/2021-plan.md"), "utf8"),
        readFileSync(path.join(project, "content/documents/2021-plan.md"), "utf8"),
      );
    });
  }
});
