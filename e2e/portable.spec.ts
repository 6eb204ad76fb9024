import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, type Site, test } from "./support/site.ts";
import { dist } from "./support/unzip.ts";

/** A page as the browser has it. */
interface Visited {
  readonly links: readonly string[];
  readonly ids: ReadonlySet<string>;
}

/** The files of the build, by their paths from its root. */
async function builtFiles(): Promise<readonly string[]> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
}

/** The files of the build in which `pattern` stands. */
async function filesWith(pattern: RegExp): Promise<readonly string[]> {
  const texts = (await builtFiles()).filter((file) => /\.(?:html|css)$/.test(file));
  const read = texts.map(async (file) => ({ file, text: await readFile(path.join(dist, file), "utf8") }));
  return (await Promise.all(read)).filter(({ text }) => pattern.test(text)).map(({ file }) => file);
}

/** The file of the build that an address means; null if it leads elsewhere. */
function fileOf(address: string, site: Site): string | null {
  const home = site.url("").replace(/index\.html$/, "");
  if (!address.startsWith(home)) return null;
  const [file = ""] = address.slice(home.length).split(/[?#]/, 1);
  return decodeURIComponent(file).replace(/(^|\/)$/, "$1index.html");
}

async function visit(page: Page, address: string): Promise<Visited> {
  await page.goto(address);
  const found = await page.evaluate(() => ({
    // A link in a drawing has no address of its own, only an attribute.
    links: Array.from(
      document.querySelectorAll("a[href]"),
      (link) => new URL(link.getAttribute("href") ?? "", document.baseURI).href,
    ),
    ids: Array.from(document.querySelectorAll("[id]"), ({ id }) => id),
  }));
  return { links: [...new Set(found.links)], ids: new Set(found.ids) };
}

/** Goes from link to link, from the first page to every page that can be reached so. */
async function crawl(page: Page, site: Site): Promise<ReadonlyMap<string, Visited>> {
  const visited = new Map<string, Visited>();
  const waiting = new Map([["index.html", site.url("")]]);
  // A map goes on to what is added while it is walked.
  for (const [file, address] of waiting) {
    const found = await visit(page, address);
    visited.set(file, found);
    for (const link of found.links) {
      const next = fileOf(link, site);
      if (next?.endsWith(".html") && !waiting.has(next)) waiting.set(next, link.replace(/#.*$/, ""));
    }
  }
  return visited;
}

/** The sources that a built page's policy has for scripts; null if no policy stands directly behind the charset. */
function scriptSources(html: string): readonly string[] | null {
  const start = /^<!doctype html><html[^>]*><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" /i;
  const content = html.replace(start, "").match(/^content="(default-src 'none'; [^"]*)">/)?.[1];
  const directive = content?.split("; ").find((one) => one.startsWith("script-src "));
  return directive?.split(" ").slice(1) ?? null;
}

/** Why a built page is not under a policy that lets in what stands in it and no other code; empty if it is. */
function laxity(html: string): readonly string[] {
  const sources = scriptSources(html);
  if (sources === null) return ["no policy"];
  const inline = html.matchAll(/<script(?:\s(?![^>]*\bsrc=)[^>]*)?>([\s\S]*?)<\/script>/gi);
  const hashes = Array.from(
    inline,
    ([, code = ""]) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`,
  );
  const known = ["'self'", ...hashes];
  return [
    ...hashes.filter((hash) => !sources.includes(hash)).map((hash) => `refuses the script ${hash}`),
    ...sources.filter((source) => !known.includes(source)).map((source) => `lets in ${source}`),
  ];
}

/** The addresses of the scripts that a page names. */
function scriptsOf(page: Page): Promise<readonly string[]> {
  return page.locator("script[src]").evaluateAll((all: HTMLScriptElement[]) => all.map(({ src }) => src));
}

test("every page is reached by links, and every link leads to a file and a place in it", async ({ page, site }) => {
  test.slow();
  const built = new Set(await builtFiles());
  const visited = await crawl(page, site);
  const leadsAstray = (link: string): boolean => {
    const file = fileOf(link, site);
    if (file === null) return link.startsWith("file:");
    const id = decodeURIComponent(new URL(link).hash.slice(1));
    return !built.has(file) || (id !== "" && visited.get(file)?.ids.has(id) === false);
  };
  const astray = [...visited].flatMap(([file, { links }]) =>
    links.filter(leadsAstray).map((link) => `${file}: ${link}`),
  );
  expect(astray).toEqual([]);
  // No link leads to an old address: it is there for those outside.
  const moved = new Set(await filesWith(/http-equiv=["']?refresh/));
  const pages = [...built].filter((file) => file.endsWith(".html") && file !== "404.html" && !moved.has(file));
  expect([...visited.keys()].sort()).toEqual(pages.sort());
});

test("what hosts may keep for good has a hash in its name", async () => {
  // As docs/hosting.md has it.
  const kept = (await builtFiles()).filter((file) =>
    /^(?:_astro|search\/(?:texts|index))\/|^search\/table\./.test(file),
  );
  expect(kept.length).toBeGreaterThan(10);
  expect(kept.filter((file) => !/(?:\.[\w-]{8}\.(?:css|js)|_[0-9a-f]{7,}\.js)$/.test(file))).toEqual([]);
});

test("a person clicks into a chapter, on to the scrape, and back", async ({ page, site }) => {
  await page.goto(site.url(""));
  await page.getByRole("navigation", { name: "栏目" }).getByRole("link", { name: "文件" }).click();
  const chapter = page.getByRole("list", { name: "章目" }).first().getByRole("link").last();
  const name = (await chapter.innerText()).trim();
  await chapter.click();
  await expect(page.locator(":target")).toBeInViewport();
  await expect(page.locator(":target")).toContainText(name);
  await page.getByRole("link", { name: "对照原始抓取" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("原始抓取");
  await page.goBack();
  await page.goBack();
  await expect(chapter).toBeVisible();
});

test("no page and no style sheet names a place from the root of the host", async () => {
  expect(await filesWith(/\s(?:href|src|srcset|action|poster)=["']?\/(?!\/)|url\(["']?\/(?!\/)/i)).toEqual([]);
});

test("no page asks for what a browser refuses to a folder", async () => {
  expect(await filesWith(/<script[^>]+type=["']?module|\scrossorigin|rel=["']?(?:module)?preload/i)).toEqual([]);
});

test("every page is under a policy that lets in its own code and no other", async () => {
  const pages = (await builtFiles()).filter((file) => file.endsWith(".html"));
  const read = pages.map(async (file) => laxity(await readFile(path.join(dist, file), "utf8")).map((l) => [file, l]));
  expect(pages).toContain("404.html");
  expect((await Promise.all(read)).flat()).toEqual([]);
});

test("a page refuses code that comes into it, and says so", async ({ page, site, complaints }) => {
  await page.goto(site.url(""));
  const refused = await page.evaluate(
    () =>
      new Promise<string | null>((resolve) => {
        document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
        const script = document.createElement("script");
        script.textContent = "document.title = 'ran'";
        document.head.append(script);
        // It has run by now, if it ever will.
        if (document.title === "ran") resolve(null);
      }),
  );
  expect(refused).toBe("script-src-elem");
  await expect.poll(() => complaints).toEqual([expect.stringMatching(/inline script.* Content Security Policy /)]);
  complaints.pop();
});

test("a page lets in a script of the build at any time", async ({ page, site }) => {
  await page.goto(site.url("targets/"));
  const scripts = await scriptsOf(page);
  await page.goto(site.url(""));
  const defined = (name: string) => page.evaluate((element) => customElements.get(element) !== undefined, name);
  expect(await defined("theme-toggle")).toBe(true);
  expect(await defined("target-list")).toBe(false);
  const here = await scriptsOf(page);
  await page.evaluate(
    (addresses) => {
      for (const src of addresses) document.head.append(Object.assign(document.createElement("script"), { src }));
    },
    scripts.filter((script) => !here.includes(script)),
  );
  await expect.poll(() => defined("target-list")).toBe(true);
});
