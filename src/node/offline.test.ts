import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { packSite } from "./offline.ts";

const MANIFEST = { name: "yange", version: "0.1.0" };
const PLACE = `<i hidden data-offline="line"></i>`;
const page = (root: string, inside = PLACE): string => `<html data-root="${root}"><body>${inside}</body></html>`;

const BUILD: Readonly<Record<string, string>> = {
  "index.html": page("./"),
  "about/index.html": page("../"),
  "data/corpus.json": JSON.stringify({ documents: [{ issued: "2016-10" }, { issued: "2021-12-22" }] }),
  "_astro/字.css": "a{}",
};

/** Lays out a build in a folder whose name a careless program would stumble over. */
async function layOut(t: TestContext, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "沿革 pack #1 "));
  t.after(() => rm(folder, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  return folder;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
}

/** What packing says; it must have written nothing. */
async function faults(t: TestContext, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = await layOut(t, files);
  const { packed, problems } = await packSite(folder, "dist", MANIFEST);
  assert.equal(packed, null);
  assert.deepEqual(await filesIn(folder), Object.keys(files).sort());
  for (const [file, text] of Object.entries(files))
    assert.equal(await readFile(path.join(folder, file), "utf8"), text, file);
  return problems.map(({ file, rule }) => `${file} ${rule}`);
}

test("the archive is the build before it offered anything, and every page offers the archive", async (t) => {
  const folder = await layOut(t, BUILD);
  const { packed } = await packSite(folder, "dist", MANIFEST);
  const zip = await readFile(path.join(folder, "yange-0.1.0.zip"));
  assert.deepEqual(packed, { file: "yange-0.1.0.zip", size: zip.length, files: 5, pages: 2 });
  const { "读我.txt": readMe, ...inside } = unzipSync(zip);
  assert.match(strFromU8(readMe ?? new Uint8Array()), /2 份文件.*2021年12月22日/);
  assert.deepEqual(Object.fromEntries(Object.entries(inside).map(([file, bytes]) => [file, strFromU8(bytes)])), BUILD);
  assert.deepEqual(await filesIn(folder), [...Object.keys(BUILD), "yange-0.1.0.zip"].sort());
  assert.match(
    await readFile(path.join(folder, "about/index.html"), "utf8"),
    /href="\.\.\/yange-0\.1\.0\.zip" download/,
  );
});

test("the same build makes the same bytes", async (t) => {
  const [one, two] = [await layOut(t, BUILD), await layOut(t, BUILD)];
  for (const folder of [one, two]) await packSite(folder, "dist", MANIFEST);
  for (const file of await filesIn(one))
    assert.deepEqual(await readFile(path.join(one, file)), await readFile(path.join(two, file)), file);
});

test("what is packed already is not packed again, whatever its version", async (t) => {
  const folder = await layOut(t, BUILD);
  await packSite(folder, "dist", MANIFEST);
  const { problems } = await packSite(folder, "dist", { ...MANIFEST, version: "0.2.0" });
  assert.deepEqual(
    problems.map(({ file, rule }) => [file, rule]),
    [["dist/yange-0.1.0.zip", "build-packed"]],
  );
  assert.deepEqual(await faults(t, { ...BUILD, "yange-0.1.0.zip.77.part": "" }), [
    "dist/yange-0.1.0.zip.77.part build-packed",
  ]);
});

test("where there is no build, or half of one, it says so", async (t) => {
  const { packed, problems } = await packSite(path.join(await layOut(t, {}), "none"), "dist", MANIFEST);
  assert.equal(packed, null);
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ["build-missing"],
  );
  const { "index.html": home = "", "data/corpus.json": corpus = "" } = BUILD;
  assert.deepEqual(await faults(t, { "index.html": home }), ["dist build-missing"]);
  assert.deepEqual(await faults(t, { "data/corpus.json": corpus }), ["dist build-missing"]);
  for (const broken of ["{", "[]", `{"documents":[]}`])
    assert.deepEqual(await faults(t, { ...BUILD, "data/corpus.json": broken }), ["dist build-missing"]);
});

test("every page without a place is named, and nothing is written", async (t) => {
  const bare = { "b/index.html": page("../", ""), "a/index.html": page("../", ""), "404.html": page("./") };
  assert.deepEqual(await faults(t, { ...BUILD, ...bare }), [
    "dist/a/index.html offer-no-place",
    "dist/b/index.html offer-no-place",
  ]);
});
