import assert from "node:assert/strict";
import type { CorpusEntry } from "../support/site.ts";
import { follow, inFirefox, seen, shownOf, words } from "./reader.ts";

const PLACES = 'nav[aria-label="栏目"]';

inFirefox("a reader goes from the first page to a clause and takes its link", async ({ page, site }) => {
  const newest = site.data<{ documents: CorpusEntry[] }>("corpus.json").documents.at(-1);
  await page.goto(site.url(""));
  await follow(page, `${PLACES} a[href$="documents/index.html"]`);
  assert.equal(await words(page, `${PLACES} [aria-current]`), "文件");
  await follow(page, `.entry-title[href*="${newest?.id}/"]`);
  assert.equal(await words(page, "h1"), newest?.title);
  await page.locator('nav[aria-label="本文目录"] details > ol > li:nth-child(2) > a').click();
  await seen(page, ":target");
  const eId = await page.$eval(":target .clause", ({ id }) => id);
  // The mark is drawn beside a link without words, which keys reach as a pointer does.
  await page.focus(`[id="${eId}"] > a.cite`);
  await page.keyboard.press("Enter");
  await seen(page, `[id="${eId}"]:target`);
  assert.equal(decodeURIComponent(new URL(page.url()).hash), `#${eId}`);
  await page.waitForFunction(() =>
    /已复制|链接已在地址栏/.test(document.querySelector("[data-notice]")?.textContent ?? ""),
  );
  await page.reload();
  await seen(page, `[id="${eId}"]:target`);
});

inFirefox("the theme goes from automatic to light to dark, and stays", async ({ page, site, isFolder }) => {
  const chosen = "theme-toggle [data-chosen]";
  const ground = (): Promise<string> => page.$eval("html", (html) => getComputedStyle(html).backgroundColor);
  await page.goto(site.url("about/"));
  await page.locator("theme-toggle button").click();
  assert.equal(await words(page, chosen), "浅色");
  const light = await ground();
  await page.locator("theme-toggle button").click();
  assert.equal(await words(page, chosen), "深色");
  const dark = await ground();
  assert.notEqual(dark, light);
  await page.reload();
  assert.deepEqual([await words(page, chosen), await ground()], ["深色", dark]);
  // To Firefox each file of a folder is a site of its own, which shares no storage with others.
  if (isFolder) return;
  await follow(page, `${PLACES} a[href$="documents/index.html"]`);
  assert.equal(await words(page, chosen), "深色");
});

inFirefox("a Traditional document is switched to its own script, and stays so", async ({ page, site }) => {
  const traditional = site
    .data<{ documents: CorpusEntry[] }>("corpus.json")
    .documents.find(({ script }) => script === "Hant");
  await page.goto(site.url(`documents/${traditional?.id}/`));
  const shown = async () => [await shownOf(page, ".clause .simplified"), await shownOf(page, ".clause .as-printed")];
  const [simplified, none] = await shown();
  assert.ok(simplified && none === 0);
  await page.locator('label:has(input[value="as-printed"])').click();
  assert.deepEqual(await shown(), [0, simplified]);
  await page.reload();
  assert.deepEqual(await shown(), [0, simplified]);
});
