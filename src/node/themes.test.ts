import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { earlier, later } from "../text/collation/fixtures/documents.ts";
import { serialize } from "../text/markdown/serialize.ts";
import { readThemes } from "./themes.ts";

const command = path.resolve(import.meta.dirname, "../../scripts/themes.ts");
let root = "";

function put(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
}

const source = (front: string): string => `---\n${front}\n---\n\n讲一件事。\n`;

function themes(): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, "--root", root], (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, out, err });
    });
  });
}

describe("npm run themes", () => {
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "yange-"));
    for (const document of [earlier, later])
      put(`content/documents/${document.meta.id}.md`, serialize(document, "测试"));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test("counts clauses, lists those that are in no theme, and only warns of idle terms", async () => {
    put("content/themes/stock.md", source("title: 储备\nterms: [储备, 深海采矿]"));
    const { code, out, err } = await themes();
    assert.equal(code, 0);
    assert.match(err, /^content\/themes\/stock\.md:3:13 警告 theme-idle-term: .*深海采矿/);
    assert.match(out, /^stock +1 +1 +2 {3}储备$/m);
    assert.match(out, /^不属于任何主题的句子：6$/m);
    assert.match(out, /^guide#sec_1__p_1__cl_1\t到2020年/m);
  });

  test("works without themes", async () => {
    const { code, out } = await themes();
    assert.equal(code, 0);
    assert.match(out, /^不属于任何主题的句子：8$/m);
  });

  test("names the faults of all files at once, sorted, and fails", async () => {
    put("content/themes/b.md", source("title: 储备\nterms: [储备, 储备]"));
    put("content/themes/a.md", source("title: 储备\nterms: [储备]\npinned: [guide#x]"));
    put("content/themes/empty.md", "");
    const { code, err } = await themes();
    assert.equal(code, 1);
    assert.deepEqual(
      err
        .trim()
        .split("\n")
        .map((line) => line.split(": ")[0]),
      [
        "content/themes/a.md:4:10 theme-unknown-clause",
        "content/themes/b.md:3:13 theme-duplicate-term",
        "content/themes/empty.md:1:1 file-empty",
        "共 3 个错误",
      ],
    );
  });

  test("themes stand in the editor's order, those without one last", async () => {
    put("content/themes/a.md", source("title: 甲\nterms: [储备]"));
    put("content/themes/b.md", source("title: 乙\nterms: [储备]\norder: 2"));
    put("content/themes/c.md", source("title: 丙\nterms: [储备]\norder: 1"));
    const read = await readThemes(root, [earlier, later]);
    assert.deepEqual(
      read.themes.map(({ id }) => id),
      ["c", "b", "a"],
    );
  });
});
