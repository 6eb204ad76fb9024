import type { Page } from "@playwright/test";
import { expect, type Site, test } from "./support/site.ts";
import { paragraphs, plain } from "./support/texts.ts";

const panel = (page: Page) => page.locator("search-panel[data-page]");
const status = (page: Page) => panel(page).locator("[data-status]");
const field = (page: Page) => panel(page).getByRole("searchbox");
const results = (page: Page) => panel(page).locator("[data-results] .result");

async function searchFor(page: Page, site: Site, query: string, rest = ""): Promise<void> {
  await page.goto(site.url(`search/?q=${encodeURIComponent(query)}${rest}`));
  await expect(status(page)).toHaveText(/找到|筛出|没有一处/);
}

/** How many places the page says it has found. */
async function found(page: Page): Promise<number> {
  const words = await status(page).innerText();
  return words.includes("没有一处") ? 0 : Number(/(?:找到|筛出) (\d+) 处/.exec(words)?.[1]);
}

/** Where the results lead to, once all of them are listed: a document and a place in it. */
async function places(page: Page): Promise<readonly string[]> {
  const more = panel(page).getByRole("button", { name: "再列一些" });
  while (await more.isVisible()) {
    const before = await results(page).count();
    await more.click();
    await expect(async () => expect(await results(page).count()).toBeGreaterThan(before)).toPass();
  }
  return panel(page)
    .locator("[data-results] .result-link")
    .evaluateAll((links) =>
      links.map((link) => {
        const { pathname, hash } = new URL((link as HTMLAnchorElement).href);
        return `${/documents\/([^/]+)\//.exec(pathname)?.[1]}${decodeURIComponent(hash)}`;
      }),
    );
}

const QUERIES = [
  { name: "a word", query: "原料药" },
  { name: "a fragment across words", query: "料药产" },
  { name: "a single character", query: "碳" },
  { name: "a number with its unit", query: "8%" },
  { name: "a year", query: "2025年" },
  { name: "a threshold", query: "≥1万升" },
  { name: "a range", query: "10—15" },
  { name: "Latin", query: "VOCs" },
  { name: "Latin with a hyphen", query: "CAR-T" },
  { name: "a sign", query: "《" },
  { name: "a phrase", query: "大力推动原料药" },
];

for (const { name, query } of QUERIES) {
  test(`every paragraph with ${name} is found, and nothing else`, async ({ page, site }) => {
    await searchFor(page, site, query);
    const led = await places(page);
    expect(led.length).toBe(await found(page));
    const wanted = paragraphs(site).filter(({ text, original }) =>
      [text, original].some((one) => plain(one).includes(plain(query))),
    );
    const missing = wanted.filter(
      ({ document, eId }) =>
        !led.some((place) => place === `${document}#${eId}` || place.startsWith(`${document}#${eId}__cl_`)),
    );
    expect(missing.map(({ document, eId }) => `${document}#${eId}`)).toEqual([]);
    const unmarked = await results(page).evaluateAll((items) =>
      items.filter((item) => item.querySelector("mark") === null).map((item) => item.textContent),
    );
    expect(unmarked).toEqual([]);
    const marks = await results(page).locator("mark").allInnerTexts();
    const folded = marks.map((mark) => plain(mark));
    expect(folded.filter((mark) => mark.length < plain(query).length)).toEqual([]);
  });
}

test("the same is found however it is written", async ({ page, site }) => {
  for (const [query, other] of [
    ["原料药", "原料藥"],
    ["VOCs", "ｖｏｃｓ"],
    ["8%", "８％"],
    ["10—15", "10-15"],
    ["集中生产基地", "集中 生产基地"],
    ["集中生产基地", "集中生产\r\n基地"],
    ["着力", "著力"],
    ["〔2021〕", "[2021]"],
    ["“三废”", "「三废」"],
  ] as const) {
    await searchFor(page, site, query);
    const count = await found(page);
    expect(count, query).toBeGreaterThan(0);
    const led = await places(page);
    await searchFor(page, site, other);
    for (const place of led) expect(await places(page)).toContain(place);
  }
});

test("several words are all in what is found, and what has only some of them stands apart", async ({ page, site }) => {
  await searchFor(page, site, "绿色 原料药");
  for (const words of await results(page).allInnerTexts()) expect(words).toMatch(/[绿綠]色|原料[药藥]/);
  const wanted = paragraphs(site).filter(({ text }) => text.includes("绿色") && text.includes("原料药"));
  expect(await found(page)).toBeGreaterThanOrEqual(wanted.length);
  const near = panel(page).locator("[data-near] .result");
  await expect(near.first()).toBeVisible();
  await expect(panel(page).getByRole("heading", { name: /相关/ })).toBeVisible();
  const led = new Set(await places(page));
  const apart = await near.locator("a").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash));
  expect(apart.filter((hash) => [...led].some((place) => place.endsWith(hash)))).toEqual([]);
});

test("headings and goals come first, and the order can be changed", async ({ page, site }) => {
  await searchFor(page, site, "原料药");
  await expect(results(page).first().locator("mark").first()).toBeVisible();
  const documents = async () => (await places(page)).map((place) => place.replace(/#.*$/, ""));
  await searchFor(page, site, "原料药", "&order=reading");
  const order = site.data<{ documents: { id: string }[] }>("corpus.json").documents.map(({ id }) => id);
  const reading = (await documents()).map((id) => order.indexOf(id));
  expect(reading).toEqual(reading.toSorted((a, b) => a - b));
  await searchFor(page, site, "原料药", "&order=newest");
  const newest = (await documents()).map((id) => order.indexOf(id));
  expect(newest).toEqual(newest.toSorted((a, b) => b - a));
});

test("filters say how many they leave, and live in the address", async ({ page, site, isMobile }) => {
  await searchFor(page, site, "原料药");
  const all = await found(page);
  if (isMobile) await page.getByText("筛选与排序").click();
  const boxes = panel(page).locator('input[name="document"]');
  const counts = await panel(page).locator('label:has([name="document"]) small').allInnerTexts();
  expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(all);
  await boxes.last().check();
  await expect(status(page)).toHaveText(new RegExp(`筛出 ${counts.at(-1)} 处，共 ${all} 处`));
  await panel(page).locator('input[name="relation"][value="kept"]').check();
  await expect(panel(page).getByRole("button", { name: "清除筛选" })).toBeVisible();
  const words = await status(page).innerText();
  const address = page.url();
  expect(address).toContain("relation=kept");
  await page.reload();
  await expect(status(page)).toHaveText(words);
  await results(page).first().getByRole("link").click();
  await expect(page).toHaveURL(/documents\//);
  await page.goBack();
  await expect(status(page)).toHaveText(words);
  expect(page.url()).toBe(address);
  if (isMobile) await page.getByText("筛选与排序").click();
  await panel(page).getByRole("button", { name: "清除筛选" }).click();
  await expect(status(page)).toHaveText(new RegExp(`找到 ${all} 处`));
  expect(new URL(page.url()).searchParams.get("document")).toBeNull();
});

test("nothing found: what was searched, and what is near", async ({ page, site }) => {
  await searchFor(page, site, "原料药绿化率");
  await expect(status(page)).toHaveText("没有一处含有“原料药绿化率”");
  const help = panel(page).locator("[data-help]");
  await expect(help).toContainText("查过 5 份文件");
  await expect(panel(page).locator("[data-near] .result").first()).toBeVisible();
  await field(page).fill("智能制早");
  const suggestion = help.getByRole("button", { name: "智能制造", exact: true });
  await suggestion.click();
  await expect(status(page)).toHaveText(/找到 \d+ 处/);
  await expect(field(page)).toBeFocused();
});

const ODD = [
  "[a-z]+(",
  "<b>粗</b><img src=x onerror=alert(1)>",
  "😀",
  "\ud800",
  "   ",
  "%",
  "\\u836f",
  "a".repeat(10_000),
  "药".repeat(10_000),
  "药 料 ".repeat(3_000),
];

test("odd input is answered, and nothing in it is obeyed", async ({ page, site }) => {
  await page.goto(site.url("search/"));
  await field(page).fill("药");
  await expect(status(page)).toHaveText(/找到/);
  for (const query of ODD) {
    await page.evaluate((text) => {
      const input = document.querySelector<HTMLInputElement>("search-panel[data-page] input[type=search]");
      if (input === null) return;
      input.value = text;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, query);
    if (query.trim() === "") await expect(status(page)).toHaveText("");
    else await expect(status(page)).toHaveText(/没有一处|找到|筛出/);
    expect(await panel(page).locator("[data-results] :is(b, img), [data-help] :is(b, img)").count()).toBe(0);
  }
  await field(page).fill("原料药");
  await expect(status(page)).toHaveText(/找到 \d+ 处/);
});

test("a word that an input method has under way is no query yet", async ({ page, site }) => {
  await searchFor(page, site, "绿色");
  const before = await status(page).innerText();
  await field(page).evaluate((input: HTMLInputElement) => {
    input.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
    input.value = "yuan'liao'yao";
    input.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
  });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await status(page).innerText()).toBe(before);
  await field(page).evaluate((input: HTMLInputElement) => {
    input.value = "原料药";
    input.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
  });
  await expect(status(page)).not.toHaveText(before);
});

test("a theme and an indicator that hold the word are one step away", async ({ page, site }) => {
  await searchFor(page, site, "能耗");
  const direct = panel(page).locator("[data-direct]");
  await direct.getByRole("link", { name: "能耗", exact: true }).click();
  await expect(page.locator(":target")).toContainText("能耗");
  await page.goBack();
  await direct.getByRole("link").first().click();
  await expect(page).toHaveURL(/themes\//);
});
