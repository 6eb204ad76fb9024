import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { readCollations } from "../src/node/collations.ts";
import { readDocuments } from "../src/node/documents.ts";
import { readAllTargets } from "../src/node/targets.ts";
import type { PolicyDocument } from "../src/text/model.ts";
import type { Preview } from "../src/text/preview/preview.ts";
import { allProvisions } from "../src/text/structure/outline.ts";

const project = path.resolve(import.meta.dirname, "..");
let root = "";

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(script: string, ...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const command = [path.join(project, "scripts", script), ...args, "--root", root];
    execFile(process.execPath, command, { maxBuffer: 1 << 26 }, (error, out, err) => {
      assert.doesNotMatch(err, /\n {4}at /, "no stack trace");
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, out, err });
    });
  });
}

const git = (...args: readonly string[]): string => {
  const who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...who, ...args], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
};

const OTHERS = ["2016-guide", "2017-zhejiang", "2019-opinion", "2021-fyp", "2021-plan"];

const shapeOf = ({ provisions }: PolicyDocument) => allProvisions(provisions).map(({ kind, num }) => [kind, num ?? ""]);

/** What the site would know of a document: its text, with which others a clause of it is paired, and its targets. */
async function seen(id: string) {
  const { documents, problems } = await readDocuments(root);
  assert.deepEqual(problems, []);
  const document: PolicyDocument = documents.find(({ meta }) => meta.id === id) ?? assert.fail(`${id} is not read`);
  const { collations } = await readCollations(root, documents);
  const paired = collations.filter(({ from, to, auto }) => (from === id || to === id) && auto.length > 0);
  const others = paired.map(({ from, to }) => (from === id ? to : from)).sort();
  const { targets } = await readAllTargets(root, documents);
  const own = targets.find((one) => one.document === id)?.targets ?? [];
  return { document, others, targets: own.map(({ indicator, value, unit }) => `${indicator} ${value}${unit ?? ""}`) };
}

/** The check finds no error, and the preview names the document, and clauses of it. */
async function accepted(id: string, title: string): Promise<void> {
  const check = await run("check.ts");
  assert.equal(check.code, 0, check.out);
  assert.match(check.out, /：0 个错误/u);
  const { code, out, err } = await run("preview-diff.ts", "HEAD", "--json");
  assert.equal(code, 0, err);
  const { documents, pairs, targets } = JSON.parse(out) as Preview;
  assert.deepEqual(
    documents.added.map((one) => [one.id, one.title]),
    [[id, title]],
  );
  assert.deepEqual([documents.removed, documents.renamed, documents.edited], [[], [], []]);
  const named = [...(pairs?.gained ?? []).map(({ to }) => to), ...(targets?.gained ?? [])];
  assert.ok(
    named.some(({ document, eId }) => document === id && eId.includes("__cl_")),
    "clauses are named",
  );
}

function removed(...names: readonly string[]): void {
  for (const name of names) rmSync(path.join(root, name));
  assert.equal(git("status", "--porcelain"), "");
}

const TABLE = `
根據《“十四五”醫藥工業發展規劃》，推動我市醫藥產業高質量發展，制定本方案。

一、發展目標
到2027年，全市醫藥工業營業收入達到800億元，年均增長10%以上。

| 指標 | 2025年 | 2027年 |
|---|---|---|
| 研發投入強度 | 5% | 6% |
| 綠色工廠 | 10家 | 15家 |

二、重點任務
（一）推動綠色升級。嚴格能效環保標準，推廣綠色低碳技術裝備，鼓勵存量項目技術改造升級。
（二）優化產業佈局。引導原料藥企業向合規園區集聚，建設原料藥集中生產基地。
`;

describe("an editor", () => {
  before(() => {
    root = mkdtempSync(path.join(tmpdir(), "yange-editor-"));
    for (const folder of ["content", "seeds"])
      cpSync(path.join(project, folder), path.join(root, folder), { recursive: true });
    git("init", "--quiet");
    git("add", "--all");
    git("commit", "--quiet", "-m", "all");
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  test("imports a numbered GB18030 text, sees what became of it, and takes it out again", async () => {
    const fixture = path.join(import.meta.dirname, "import/fixtures/measures-gb18030.txt");
    const { code, out, err } = await run("import.ts", fixture, "--id", "2023-ningzhou", "--source-name", "测试");
    assert.equal(code, 0, out + err);
    assert.match(out, /编码 gb18030/u);
    await accepted("2023-ningzhou", "宁州市医药产业创新发展促进办法");
    const { document, others, targets } = await seen("2023-ningzhou");
    assert.deepEqual(shapeOf(document), [
      ["preface", ""],
      ["chapter", "第一章"],
      ["article", "第一条"],
      ["article", "第二条"],
      ["article", "第三条"],
      ["chapter", "第二章"],
      ["article", "第四条"],
      ["subsection", "（一）"],
      ["subsection", "（二）"],
      ["subsection", "（三）"],
      ["wrap", ""],
      ["article", "第五条"],
      ["chapter", "第三章"],
      ["article", "第六条"],
    ]);
    assert.deepEqual(others, OTHERS);
    assert.deepEqual(targets, ["全市医药工业营业收入 500亿元", "创新型企业 10家"]);
    removed("content/documents/2023-ningzhou.md", "seeds/2023-ningzhou.yaml", "seeds/measures-gb18030.txt");
  });

  test("begins a document, pastes a Traditional text with a table into it, and takes it out again", async () => {
    const flags = ["--title", "臨州市醫藥產業發展方案", "--issued", "2024-05", "--issuers", "臨州市人民政府"];
    const more = ["--horizon", "2027", "--level", "municipal", "--script", "Hant", "--follows", "2021-fyp"];
    assert.equal((await run("new.ts", "2024-linzhou", ...flags, ...more)).code, 0);
    const file = path.join(root, "content/documents/2024-linzhou.md");
    const front = /^---\n[\s\S]*?\n---\n/u.exec(readFileSync(file, "utf8"))?.[0] ?? assert.fail("no front matter");
    writeFileSync(file, front + TABLE);
    await accepted("2024-linzhou", "臨州市醫藥產業發展方案");
    const { document, others, targets } = await seen("2024-linzhou");
    assert.deepEqual(shapeOf(document), [
      ["preamble", ""],
      ["section", "一、"],
      ["dash", ""],
      ["dash", ""],
      ["section", "二、"],
      ["subsection", "（一）"],
      ["subsection", "（二）"],
    ]);
    assert.deepEqual(others, OTHERS);
    // The interface and what is counted are in Simplified script, whatever the document is in.
    assert.deepEqual(targets, ["全市医药工业营业收入 800亿元", "全市医药工业营业收入 10%"]);
    removed("content/documents/2024-linzhou.md");
  });
});
