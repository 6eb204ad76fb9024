import { readFileSync } from "node:fs";
import path from "node:path";
import { type CorpusEntry, expect, test } from "./support/site.ts";

interface Ledger {
  readonly seed: string;
  readonly length: number;
  readonly spans: readonly {
    readonly start: number;
    readonly end: number;
    readonly fate: string;
    readonly rule?: string;
    readonly why?: string;
  }[];
}

const root = path.resolve(import.meta.dirname, "..");

test("the page holds the scrape to the letter, and says what became of it", async ({ page, site }) => {
  for (const { id } of site.data<{ documents: CorpusEntry[] }>("corpus.json").documents) {
    const ledger = site.data<Ledger>(`ledger/${id}.json`);
    const raw = readFileSync(path.join(root, ledger.seed), "utf8");
    await page.goto(site.url(`documents/${id}/source/`));
    expect(await page.locator(".raw").textContent()).toBe(raw);
    const shares = new Map<string, number>();
    for (const { start, end, fate } of ledger.spans) shares.set(fate, (shares.get(fate) ?? 0) + end - start);
    const table = (await page.locator(".ledger-side").innerText()).replaceAll(",", "");
    for (const units of shares.values()) expect(table).toContain(String(units));
    for (const { why } of ledger.spans) if (why !== undefined) expect(table).toContain(why.slice(0, 12));
  }
});

test("a kept passage leads to its clause, a repeated one to what it repeats", async ({ page, site }) => {
  await page.goto(site.url("documents/2019-opinion/source/"));
  const repeated = page.locator('.raw a.duplicate[href*="#"]').first();
  const text = ((await repeated.textContent()) ?? "").replace(/\s/g, "");
  await repeated.click();
  await expect(page).toHaveURL(/documents\/2019-opinion\/(index\.html)?#/);
  const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  expect(((await page.locator(`[id="${id}"]`).textContent()) ?? "").replace(/\s/g, "")).toContain(text.slice(0, 12));
});

test("fates are told by words, not by colour alone", async ({ page, site }) => {
  await page.goto(site.url("documents/2021-plan/source/"));
  for (const word of ["保留", "重复", "外加", "标记", "空白"])
    await expect(page.locator(".ledger-side").getByText(word).first()).toBeVisible();
  const label = await page
    .locator(".raw a.duplicate")
    .first()
    .evaluate((n) => getComputedStyle(n, "::before").content);
  expect(label).toContain("重复");
});
