import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { runInNewContext } from "node:vm";
import { makePortable } from "./folder.ts";

type Files = Readonly<Record<string, string>>;

/** Lays out a build in a folder whose name a careless program would stumble over. */
async function layOut(t: TestContext, files: Files): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "沿革 build #1 "));
  t.after(() => rm(folder, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  return folder;
}

async function readBack(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((e) => e.isFile()).map((e) => path.relative(folder, path.join(e.parentPath, e.name)));
  const read = names.map(async (name) => [name, await readFile(path.join(folder, name), "utf8")] as const);
  return Object.fromEntries(await Promise.all(read));
}

/** Runs a classic script and returns what it logged. */
function logged(code: string | undefined): readonly unknown[] {
  const log: unknown[] = [];
  runInNewContext(code ?? "", { log: (value: unknown) => log.push(value) });
  return log;
}

const assets = "_astro";

const page = (inside: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"></head><body>${inside}</body></html>`;

test("links, styles and their addresses become relative", async (t) => {
  const folder = await layOut(t, {
    "index.html": page(`<a href="/a/#x">甲</a><link rel=stylesheet href="/_astro/s.css">`),
    "a/index.html": page(`<p id="x"><a href="/a/#x">乙</a><a href="/a/">丙</a><a href="/">丁</a>`),
    "_astro/s.css": "@font-face{src:url(/_astro/f.woff2)}",
    "_astro/f.woff2": "",
  });
  const { pages, links } = await makePortable(folder, { assets });
  assert.deepEqual({ pages, links }, { pages: 2, links: 6 });
  const files = await readBack(folder);
  assert.match(files["index.html"] ?? "", /<html data-root=".\/">.*href="a\/index.html#x".*href="_astro\/s.css"/);
  assert.match(files["a/index.html"] ?? "", /href="#x".*href="index.html".*href="..\/index.html"/);
  assert.equal(files["_astro/s.css"], "@font-face{src:url(f.woff2)}");
});

test("modules become classic scripts with all that they import, and nothing is left over", async (t) => {
  const folder = await layOut(t, {
    "index.html": page(
      `<script type="module" src="/_astro/one.js"></script><script type="module" src="/_astro/two.js">`,
    ),
    "a/index.html": page(`<script type="module">import { x } from "../_astro/shared.js"; log("inline " + x);</script>`),
    "_astro/one.js": `import { x } from "./shared.js"; log("one " + x); import("./late.js").then((m) => log(m.y));`,
    "_astro/two.js": `import { x } from "/_astro/shared.js"; log("two " + x + "字");`,
    "_astro/shared.js": `export const x = "shared";`,
    "_astro/late.js": `export const y = "late";`,
    "_astro/data.js": "log('untouched')",
  });
  assert.equal((await makePortable(folder, { assets })).scripts, 3);
  const files = await readBack(folder);
  const scriptsOf = (file: string) => [...(files[file] ?? "").matchAll(/<script defer src="(?:\.\.\/)?([^"]+)">/g)];
  const [one, two] = scriptsOf("index.html").map(([, name = ""]) => name);
  const [inline] = scriptsOf("a/index.html").map(([, name = ""]) => name);
  assert.deepEqual(logged(files[one ?? ""]), ["one shared"]);
  assert.deepEqual(logged(files[two ?? ""]), ["two shared字"]);
  assert.deepEqual(logged(files[inline ?? ""]), ["inline shared"]);
  const left = Object.keys(files).filter((file) => file.startsWith(assets));
  assert.deepEqual(left.sort(), [one, two, inline, "_astro/data.js"].sort());
  assert.equal(files["_astro/data.js"], "log('untouched')");
});

test("a module that cannot be a classic script is an error", async (t) => {
  const folder = await layOut(t, { "index.html": page(`<script type="module">log(import.meta.url)</script>`) });
  await assert.rejects(makePortable(folder, { assets }), /import\.meta/);
});

test("an error names every address that leads nowhere, and nothing is written", async (t) => {
  const before = {
    "index.html": page(`<a href="/gone/">甲</a><a href="/a/">乙</a>`),
    "a/index.html": page(`<a href="/gone/">甲</a><a href="#y">丙</a><img src="i.png">`),
    "_astro/s.css": "a{b:url(/n.png)}",
  };
  const folder = await layOut(t, before);
  await assert.rejects(makePortable(folder, { assets }), (error: Error) => {
    assert.deepEqual(error.message.split("\n").slice(1), [
      "  #y has no place in a/index.html",
      "    in a/index.html",
      "  /gone/ is no file of the build",
      "    in a/index.html, index.html",
      "  /n.png is no file of the build",
      "    in _astro/s.css",
      "  i.png is no file of the build",
      "    in a/index.html",
    ]);
    return error.message.startsWith("Addresses in the build that lead nowhere: 4\n");
  });
  assert.deepEqual(await readBack(folder), before);
});

test("an error names every element that the policy refuses beside what leads nowhere, and nothing is written", async (t) => {
  const before = {
    "index.html": page(`<a href="/gone/">甲</a><p onclick="go()">乙</p><a href="javascript:go()">丙</a>`),
    "a/index.html": page(`<p onclick="go()">乙</p>`),
    "b/index.html": "<!doctype html><p>丁",
  };
  const folder = await layOut(t, before);
  await assert.rejects(makePortable(folder, { assets }), (error: Error) => {
    assert.deepEqual(error.message.split("\n"), [
      "Addresses in the build that lead nowhere: 1",
      "  /gone/ is no file of the build",
      "    in index.html",
      "Elements that the content security policy of the build refuses: 3",
      `  <a href="javascript:go()">`,
      "    in index.html",
      "  <head> without <meta charset>",
      "    in b/index.html",
      `  <p onclick="go()">`,
      "    in a/index.html, index.html",
    ]);
    return true;
  });
  assert.deepEqual(await readBack(folder), before);
});

test("a page's policy allows the code that is left in it", async (t) => {
  const folder = await layOut(t, {
    "index.html": page(`<script>go()</script><script type="module">log(1)</script><style>a{b:url(/x.png)}</style>`),
    "a/index.html": page(""),
    "x.png": "",
  });
  await makePortable(folder, { assets });
  const files = await readBack(folder);
  const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const start = `<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; `;
  const own = `script-src 'self' ${hash("go()")}; style-src 'self' ${hash("a{b:url(x.png)}")}; `;
  assert.ok(files["index.html"]?.includes(start + own));
  assert.ok(files["a/index.html"]?.includes(`${start}script-src 'self'; style-src 'self'; `));
});

test("the error page names whole addresses once the host is known", async (t) => {
  const files = { "404.html": page(`<p id="x"><a href="/a/">甲</a><a href="#x">乙</a>`), "a/index.html": page("") };
  const known = await layOut(t, files);
  await makePortable(known, { assets, host: "https://example.org/policy" });
  const html = (await readBack(known))["404.html"];
  assert.ok(html?.includes(`<a href="https://example.org/policy/a/index.html">甲</a><a href="#x">`));
  assert.ok(html?.includes(`data-root="https://example.org/policy/"`));
  assert.ok(html?.includes("script-src 'self' https://example.org/policy/;"));
  const unknown = await layOut(t, files);
  await makePortable(unknown, { assets });
  const relative = (await readBack(unknown))["404.html"];
  assert.ok(relative?.includes(`href="a/index.html"`));
  assert.ok(relative?.includes("script-src 'self';"));
});
