import assert from "node:assert/strict";
import { paragraphs, plain } from "../support/texts.ts";
import { follow, inFirefox, seen, shownOf, words } from "./reader.ts";

const STATUS = "search-panel[data-page] [data-status]";
const RESULTS = "search-panel[data-page] [data-results] .result";

inFirefox("a string is found in either script, narrowed, and marked where it stands", async ({ page, site }) => {
  await page.goto(site.url(""));
  await page.keyboard.press("/");
  await page.keyboard.type("化學原料藥");
  await page.waitForSelector(".search-dialog[open] .result mark");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  await page.waitForSelector(RESULTS);
  const wanted = paragraphs(site).filter(({ text }) => plain(text).includes("化学原料药"));
  const found = Number(/找到 (\d+) 处/.exec(await words(page, STATUS))?.[1]);
  assert.ok(found >= wanted.length && wanted.length > 0);
  assert.equal(await shownOf(page, RESULTS), found);
  await page.locator('search-panel label:has([name=document][value="2016-guide"])').click();
  await page.waitForFunction((css) => /筛出/.test(document.querySelector(css)?.textContent ?? ""), {}, STATUS);
  assert.equal(new URL(page.url()).searchParams.get("document"), "2016-guide");
  await follow(page, `${RESULTS} a`);
  await seen(page, ":target");
  await page.waitForSelector("found-marks:not([hidden])");
  const marked = await page.evaluate(() => Array.from(CSS.highlights.get("found") ?? [], String));
  assert.ok(marked.length > 0);
  assert.deepEqual(
    marked.filter((mark) => !/^化[學学]原料[藥药]$/.test(mark)),
    [],
  );
  // A page that is kept as it was left comes back without a navigation to wait for.
  await page.evaluate(() => history.back());
  await page.waitForFunction((css) => /筛出/.test(document.querySelector(css)?.textContent ?? ""), {}, STATUS);
});
