import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { type CorpusEntry, expect, test } from "./support/site.ts";
import { dist, download } from "./support/unzip.ts";

/** Of every depth, with the error page. */
const PAGES = ["", "documents/", "documents/2016-guide/", "compare/2016-guide/2021-fyp/", "about/", "404.html"];

const NAME = /^下载离线版（ZIP，(?<size>[\d.]+)\s(?<unit>[KM]B)）$/;

const offerIn = (place: Page | Locator): Locator => place.getByRole("link", { name: NAME });

/** What the words of a link say, and what they must say of a file. */
async function sizes(link: Locator, bytes: number): Promise<readonly [said: number, wanted: number]> {
  const { size, unit } = NAME.exec(await link.innerText())?.groups ?? {};
  return [Number(size), Number(unit === "MB" ? (bytes / 1_000_000).toFixed(1) : (bytes / 1000).toFixed())];
}

test("every page offers the download with its size; the copy in a folder offers nothing that it has not", async ({
  page,
  site,
  baseURL,
}) => {
  const { size } = await stat(path.join(dist, download()));
  const link = offerIn(page.getByRole("contentinfo"));
  for (const address of PAGES) {
    await page.goto(site.url(address));
    if (baseURL === "file:") {
      await expect(page.locator("[data-offline]").first()).toBeHidden();
      await expect(page.getByText("离线版")).toHaveCount(0);
      await expect(page.locator('a[href*=".zip" i], a[download]')).toHaveCount(0);
      continue;
    }
    await expect(link).toBeVisible();
    expect(await link.evaluate((node) => (node as HTMLAnchorElement).href)).toBe(site.url(download()));
    const [said, wanted] = await sizes(link, size);
    expect(said, address).toBe(wanted);
  }
});

/** The bytes that a press brings. */
async function pressed(page: Page, link: Locator): Promise<Uint8Array> {
  const begun = page.waitForEvent("download");
  await link.click();
  const file = await begun;
  expect(file.suggestedFilename()).toBe(download());
  return readFile(await file.path());
}

/** The download as often as the page offers it; in a folder, which offers none, as it was made. */
async function received(page: Page, isFolder: boolean): Promise<readonly Uint8Array[]> {
  if (isFolder) return [await readFile(path.join(dist, download()))];
  const [main, footer] = [page.getByRole("main"), page.getByRole("contentinfo")];
  const guide = main.locator("p", { has: offerIn(page) });
  await expect(guide).toContainText(/解压后双击 index\.html.*不需联网/);
  return [await pressed(page, offerIn(main)), await pressed(page, offerIn(footer))];
}

test("what a reader downloads opens, and says how to go on", async ({ page, site, baseURL }) => {
  await page.goto(site.url("about/"));
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  for (const bytes of await received(page, baseURL === "file:")) {
    const files = unzipSync(bytes);
    expect(strFromU8(files["index.html"] ?? new Uint8Array())).toContain("<html");
    const readMe = new TextDecoder("utf-8", { fatal: true }).decode(files["读我.txt"]);
    for (const words of [`${documents.length} 份文件`, "双击 index.html"]) expect(readMe).toContain(words);
  }
});
