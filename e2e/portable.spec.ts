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
  const pages = [...built].filter((file) => file.endsWith(".html") && file !== "404.html");
  expect([...visited.keys()].sort()).toEqual(pages.sort());
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
