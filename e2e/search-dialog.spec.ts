import { readdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { axeViolations } from "./support/axe.ts";
import { expect, test } from "./support/site.ts";
import { paragraphs } from "./support/texts.ts";
import { dist } from "./support/unzip.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "搜索全部文件" });
const field = (page: Page) => dialog(page).getByRole("searchbox");
const links = (page: Page) => dialog(page).locator("[data-results] a");

/** The requests of the page for files of the search. */
function searchRequests(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/\/search\/(?!index\.html)/.test(request.url())) asked.push(request.url());
  });
  return asked;
}

test("nothing of the index is loaded before someone searches", async ({ page, site }) => {
  const asked = searchRequests(page);
  await page.goto(site.url("documents/2019-opinion/"));
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
  await page.keyboard.press("/");
  await field(page).fill("原料药");
  await expect(links(page).first()).toBeVisible();
  expect(asked.length).toBeGreaterThan(0);
});

test("a key opens it anywhere, arrows and Enter lead to a result, which is marked there", async ({ page, site }) => {
  for (const key of ["/", "Control+k"]) {
    await page.goto(site.url("themes/green/"));
    await page.keyboard.press(key);
    await expect(field(page)).toBeFocused();
    await page.keyboard.insertText("挥发性有机物");
    await expect(links(page).first()).toBeVisible();
    await expect(dialog(page).getByRole("status")).toHaveText(/找到 \d+ 处/);
  }
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(links(page).nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/documents\/.*find=.*#/);
  await expect(page.locator(":target")).toBeInViewport();
  const marks = page.locator("found-marks");
  await expect(marks.locator("[data-count]")).toHaveText(/^\d+ \/ \d+ 处$/);
  const words = await page.evaluate(() =>
    Array.from(CSS.highlights.get("found") ?? [], (range) => (range as Range).toString()),
  );
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter((word) => !/^[挥揮][发發]性有[机機]物$/.test(word))).toEqual([]);
});

test("hits in a page are stepped through and cleared", async ({ page, site }) => {
  await page.goto(site.url("documents/2021-plan/?find=原料药#sec_2"));
  const marks = page.locator("found-marks");
  const count = marks.locator("[data-count]");
  await expect(count).toHaveText(/^\d+ \/ \d+ 处$/);
  const total = Number(/\/ (\d+)/.exec(await count.innerText())?.[1]);
  expect(total).toBeGreaterThan(3);
  const here = async () => Number(/^(\d+)/.exec(await count.innerText())?.[1]);
  const first = await here();
  await marks.getByRole("button", { name: "下一处" }).click();
  expect(await here()).toBe((first % total) + 1);
  await marks.getByRole("button", { name: "上一处" }).click();
  await marks.getByRole("button", { name: "上一处" }).click();
  expect(await here()).toBe(((first - 2 + total) % total) + 1);
  const isSeen = await page.evaluate(() => {
    const [range] = CSS.highlights.get("found-here") ?? [];
    const { top, bottom } = (range as Range).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  expect(isSeen).toBe(true);
  await marks.getByRole("button", { name: "清除标记" }).click();
  await expect(marks).toBeHidden();
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  expect(page.url()).not.toContain("find=");
});

test("hits of a Traditional document are marked in both of its scripts", async ({ page, site }) => {
  const { documents } = site.data<{ documents: { id: string; script: string }[] }>("corpus.json");
  const id = documents.find(({ script }) => script === "Hant")?.id;
  await page.goto(site.url(`documents/${id}/?find=原料藥`));
  const count = page.locator("found-marks [data-count]");
  await expect(count).toHaveText(/^1 \/ \d+ 处$/);
  const simplified = await count.innerText();
  await page.locator("script-switch").getByText("原文（繁体）").click();
  await page.locator("found-marks").getByRole("button", { name: "下一处" }).click();
  await expect(count).toHaveText(simplified.replace(/^1/, "2"));
});

test("a hit across sentences is one, and no more than it is marked", async ({ page, site }) => {
  const { documents } = site.data<{ documents: { id: string; script: string }[] }>("corpus.json");
  const id = documents.find(({ script }) => script === "Hant")?.id ?? "";
  const across = paragraphs(site).find((one) => one.document === id && /。[^。]{8,}。/.test(one.text.slice(0, -1)));
  const text = across?.text ?? "";
  const query = text.slice(text.indexOf("。") - 4, text.indexOf("。") + 5);
  await page.goto(site.url(`documents/${id}/?find=${encodeURIComponent(query)}#${across?.eId}`));
  const marks = page.locator("found-marks");
  await expect(marks.locator("[data-count]")).toHaveText("1 / 1 处");
  const marked = await page.evaluate(() => Array.from(CSS.highlights.get("found-here") ?? [], String).join(""));
  expect(marked.length).toBe(query.length);
});

test("a letter in a field is a letter, Escape closes, and Enter lists everything", async ({ page, site }) => {
  await page.goto(site.url("documents/2019-opinion/"));
  await page.keyboard.press("/");
  await page.keyboard.type("a/b");
  await expect(field(page)).toHaveValue("a/b");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await page.getByRole("link", { name: "搜索" }).first().click();
  await field(page).fill("审评");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/search\/.*q=/);
  await expect(page.locator("search-panel[data-page] [data-status]")).toHaveText(/找到 \d+ 处/);
  await page.keyboard.press("Control+k");
  await expect(page.locator("search-panel[data-page]").getByRole("searchbox")).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the open dialog is accessible in ${colorScheme}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(site.url("documents/2019-opinion/"));
    await page.keyboard.press("/");
    await field(page).fill("节能 降耗");
    await expect(dialog(page).getByRole("status")).toHaveText(/找到|没有/);
    expect(await axeViolations(page)).toEqual([]);
  });
}

const DAMAGE = [
  { name: "the engine", file: /search\/engine\.js/, says: /缺失或损坏，暂时不能搜索/ },
  { name: "the table", file: /search\/table\./, says: /缺失或损坏，暂时不能搜索/ },
  { name: "a piece of the index", file: /search\/index\//, says: /找到 \d+ 处/ },
];

for (const { name, file, says } of DAMAGE) {
  for (const body of ["", "searchFile('x", null]) {
    const how = body === null ? "missing" : body === "" ? "empty" : "cut short";
    test(`${name} ${how}: a sentence says so, and the page goes on`, async ({ page, site, complaints }) => {
      await page.route(file, (route) =>
        body === null ? route.abort() : route.fulfill({ body, contentType: "text/javascript" }),
      );
      await page.goto(site.url("documents/2019-opinion/"));
      await page.keyboard.press("/");
      await field(page).fill("原料药");
      await expect(dialog(page).getByRole("status")).toHaveText(says);
      if (/index/.test(file.source)) await expect(dialog(page).locator("[data-help]")).toContainText("缺失或损坏");
      await page.keyboard.press("Escape");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      // What the browser says of a damaged file is meant for who looks for the cause.
      expect(complaints.filter((complaint) => !/search|Unexpected|Invalid|Failed/i.test(complaint))).toEqual([]);
      complaints.length = 0;
    });
  }
}

test("a missing text is named, and the others are found all the same", async ({ page, site, complaints }) => {
  await page.route(/search\/texts\/2016-guide/, (route) => route.fulfill({ body: "", contentType: "text/javascript" }));
  await page.goto(site.url("search/?q=药&order=reading"));
  const panel = page.locator("search-panel[data-page]");
  await expect(panel.locator("[data-help]")).toContainText("“2016指南”的正文文件缺失或损坏");
  await expect(panel.locator("[data-status]")).toHaveText(/找到 \d+ 处/);
  await panel
    .locator('label:has([value="2021-fyp"])')
    .first()
    .locator("input")
    .evaluate((box: HTMLInputElement) => box.click());
  await expect(panel.locator("[data-results] .result").first()).toBeVisible();
  complaints.length = 0;
});

test("who comes back finds the dialog and the list as they were left", async ({ page, site }) => {
  await page.goto(site.url("themes/green/"));
  await page.keyboard.press("/");
  await field(page).fill("抗体");
  await links(page).nth(1).click();
  await expect(page).toHaveURL(/find=/);
  await page.goBack();
  await expect(field(page)).toHaveValue("抗体");
  await expect(links(page).first()).toBeVisible();
  await page.goto(site.url("search/?q=药"));
  const list = page.locator("search-panel[data-page] [data-results] a");
  await page.getByRole("button", { name: "再列一些" }).click();
  await expect(list).toHaveCount(100);
  await list.nth(70).scrollIntoViewIfNeeded();
  const top = await page.evaluate(() => scrollY);
  await list.nth(70).click();
  await expect(page).toHaveURL(/find=/);
  await page.goBack();
  await expect(list).toHaveCount(100);
  await expect(async () => expect(Math.abs((await page.evaluate(() => scrollY)) - top)).toBeLessThan(40)).toPass();
});

test("the index leaves nothing behind in the build that it was made of", () => {
  expect(readdirSync(path.join(dist, "search")).filter((file) => file.endsWith(".json"))).toEqual([]);
});
