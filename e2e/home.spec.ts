import { type CorpusEntry, expect, test } from "./support/site.ts";

test("a first visit finds the documents in date order, and opens one", async ({ page, site }) => {
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  expect(documents.length).toBeGreaterThanOrEqual(5);
  await page.goto(site.url(""));
  const links = page.locator('main a[href*="documents/"]:visible');
  const hrefs = await links.evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  const order = documents.map((d) => hrefs.findIndex((href) => href.includes(`documents/${d.id}/index.html`)));
  expect(order.every((at) => at >= 0)).toBe(true);
  expect([...order].sort((a, b) => a - b)).toEqual(order);
  const last = documents.at(-1);
  await page
    .getByRole("link", { name: last?.title ?? "" })
    .first()
    .click();
  await expect(page.locator("h1")).toHaveText(last?.title ?? "");
});

test("the five years and how much is in each stand in the text", async ({ page, site }) => {
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  await page.goto(site.url(""));
  const text = (await page.locator("main").innerText()).replaceAll(",", "");
  for (const d of documents) {
    expect(text).toContain(d.issued.slice(0, 4));
    expect(text).toContain(String(d.counts.clauses));
  }
});

test("the header leads everywhere and says where one is", async ({ page, site }) => {
  await page.goto(site.url(""));
  for (const [name, title] of [
    ["文件", /文件/],
    ["对照", /对照/],
    ["主题", /主题/],
    ["总览", /沿革/],
  ] as const) {
    await page.locator("header").getByRole("link", { name, exact: true }).click();
    await expect(page).toHaveTitle(title);
    await expect(page.locator("header").getByRole("link", { name, exact: true })).toHaveAttribute(
      "aria-current",
      "page",
    );
  }
});

test("the chosen appearance stays from page to page", async ({ page, site }) => {
  await page.goto(site.url(""));
  const toggle = page.getByRole("button", { name: /外观/ });
  const before = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  for (let i = 0; i < 3; i++) {
    await toggle.click();
    if ((await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)) !== before) break;
  }
  const chosen = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(chosen).not.toBe(before);
  await page.goto(site.url("documents/2021-plan/"));
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(chosen);
});
