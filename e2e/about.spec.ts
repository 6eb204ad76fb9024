import { readdir } from "node:fs/promises";
import path from "node:path";
import { type CorpusEntry, expect, type Ledger, test } from "./support/site.ts";
import { dist } from "./support/unzip.ts";

test("the accounts say what the ledgers say, and lead to document and scrape", async ({ page, site }) => {
  await page.goto(site.url("about/"));
  for (const { id, shortTitle } of site.data<{ documents: CorpusEntry[] }>("corpus.json").documents) {
    const { length, spans } = site.data<Ledger>(`ledger/${id}.json`);
    const kept = spans.filter(({ fate }) => fate === "kept").reduce((sum, { start, end }) => sum + end - start, 0);
    const row = page.getByRole("row", { name: shortTitle });
    await expect(row).toContainText(length.toLocaleString("en"));
    await expect(row).toContainText(`${((kept / length) * 100).toFixed(1)}%`);
    await expect(row.getByRole("link", { name: shortTitle })).toHaveAttribute("href", `../documents/${id}/index.html`);
    const scrape = row.getByRole("link", { name: "逐字对照" });
    await expect(scrape).toHaveAttribute("href", `../documents/${id}/source/index.html`);
  }
});

test("every file of public data is offered", async ({ page, site }) => {
  await page.goto(site.url("about/#data"));
  const offered = await page
    .locator('main a[href*="/data/"]')
    .evaluateAll((links) => links.map((link) => new URL(link.getAttribute("href") ?? "", document.baseURI).href));
  const entries = await readdir(path.join(dist, "data"), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => site.url(path.relative(dist, path.join(entry.parentPath, entry.name)).split(path.sep).join("/")));
  expect([...new Set(offered)].sort()).toEqual(files.sort());
});

test("the error page leads back into the site", async ({ page, site }) => {
  await page.goto(site.url("404.html"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("没有这一页");
  await page.getByRole("main").getByRole("link", { name: "文件" }).click();
  await expect(page).toHaveTitle(/文件/);
});
