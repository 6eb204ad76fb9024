import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { earlier, later } from "../text/collation/fixtures/documents.ts";
import { serialize } from "../text/markdown/serialize.ts";

const command = path.resolve(import.meta.dirname, "../../scripts/preview-diff.ts");
const LINK = "content/documents/host.md";
const OLD = "推动原料药生产集群发展，建设一批生产基地。";

let root = "";
let bare = "";

function put(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
}

const git = (...args: string[]): string => {
  const who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...who, ...args], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
};

function preview(args: readonly string[], folder = root, env: NodeJS.ProcessEnv = {}) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const options = { env: { ...process.env, ...env } };
    execFile(process.execPath, [command, ...args, "--root", folder], options, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, out, err });
    });
  });
}

const temporary = (): readonly string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("yange-content-"));

describe("npm run preview-diff", () => {
  before(() => {
    bare = mkdtempSync(path.join(tmpdir(), "yange-"));
    root = mkdtempSync(path.join(tmpdir(), "yange-"));
    git("init", "--quiet");
    put("content/documents/guide.md", serialize(earlier, "测试"));
    put("content/documents/plan.md", "---\n???");
    git("add", ".");
    git("commit", "--quiet", "-m", "damaged");
    put("content/documents/plan.md", serialize(later, "测试"));
    git("add", ".");
    // A link in the content of somebody else must not be followed. Not every system lets one be made in a folder.
    put("target", "/etc/hostname");
    git("update-index", "--add", "--cacheinfo", `120000,${git("hash-object", "-w", "target").trim()},${LINK}`);
    rmSync(path.join(root, "target"));
    git("commit", "--quiet", "-m", "link");
    git("rm", "--quiet", "--cached", LINK);
    git("add", ".");
    git("commit", "--quiet", "-m", "good");
    git("tag", "good");
  });
  after(() => {
    for (const folder of [root, bare]) rmSync(folder, { recursive: true });
  });

  test("compares the work tree with a commit, touches neither it nor the index, and leaves nothing behind", async () => {
    const left = temporary();
    const same = await preview(["good"]);
    assert.deepEqual([same.code, same.err], [0, ""]);
    assert.match(same.out, /没有变化/u);
    put("content/documents/plan.md", serialize(later, "测试").replace("一批生产基地", "五个生产基地"));
    const { code, out } = await preview(["good"]);
    assert.equal(code, 0);
    assert.match(out, /改字 sec_1__p_2__cl_1 .*\[-一批-\]\{\+五个\+\}/u);
    assert.equal(git("status", "--porcelain").trim(), "M content/documents/plan.md");
    assert.deepEqual(temporary(), left);
  });
  test("prints Markdown and JSON of the same", async () => {
    const markdown = await preview(["good", "--markdown"]);
    assert.match(markdown.out, /<details>/u);
    const { out } = await preview(["good", "--json"]);
    const { documents, ref } = JSON.parse(out);
    assert.deepEqual([ref, documents.edited[0].reworded[0].before], ["good", OLD]);
  });
  test("compares what can be read of damaged content, and says what cannot", async () => {
    const old = await preview(["good~2"]);
    assert.equal(old.code, 0);
    assert.match(old.err, /good~2 的内容有 \d+ 处错误/u);
    assert.match(old.out, /读不出，没有比较 plan/u);
    put("content/terms.yaml", "followed: 1\n");
    const now = await preview(["good"]);
    assert.equal(now.code, 1);
    assert.match(now.err, /现在的内容有 1 处错误[\s\S]*content\/terms\.yaml:1:/u);
    assert.match(now.out, /改字 1/u);
    rmSync(path.join(root, "content/terms.yaml"));
  });
  test("follows no link that content holds", async () => {
    const { code, out } = await preview(["good~1"]);
    assert.equal(code, 0);
    assert.match(out, /读不出，没有比较 host/u);
  });
  test("says what is wrong with how it is called", async () => {
    for (const args of [[], ["good", "good~1"], ["good", "--json", "--markdown"], ["good", "--nope"]])
      assert.equal((await preview(args)).code, 2, args.join(" "));
    const { code, err } = await preview(["nowhere"]);
    assert.deepEqual([code, err.startsWith("没有 nowhere 这个版本")], [2, true]);
    const outside = await preview(["good"], bare);
    assert.equal(outside.code, 1);
    assert.match(outside.err, /不在 git 仓库里/u);
    assert.equal((await preview(["good"], path.join(bare, "none"))).code, 2);
    const without = await preview(["good"], root, { PATH: bare });
    assert.equal(without.code, 1);
    assert.match(without.err, /找不到 git/u);
  });
});
