import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { type CorpusEntry, expect, type Ledger, type LedgerSpan, test } from "./support/site.ts";

/** An unbroken piece of the scrape on the page: where it starts and ends, and what the page makes of it. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly fate: string;
  /** The words that the style sheet puts before it, for eyes and screen readers. */
  readonly label: string;
  /** The fragment of its link. */
  readonly leadsTo: string | null;
}

function runs(page: Page): Promise<readonly Run[]> {
  return page.locator(".raw").evaluate((raw) => {
    let end = 0;
    return Array.from(raw.children, (element) => {
      const start = end;
      end += element.textContent?.length ?? 0;
      const leadsTo = element instanceof HTMLAnchorElement ? decodeURIComponent(element.hash.slice(1)) : null;
      return { start, end, fate: element.className, label: getComputedStyle(element, "::before").content, leadsTo };
    });
  });
}

const LABELS: Readonly<Record<string, string>> = { duplicate: "重复", boilerplate: "外加", markup: "标记" };

/** What is wrong with how the page shows a span of the ledger; null if nothing is. */
function fault(span: LedgerSpan, found: readonly Run[]): string | null {
  const run = found.find(({ start, end }) => start <= span.start && span.end <= end);
  const place = `${span.start}–${span.end} ${span.fate}`;
  if (run === undefined) return `${place}: in no run`;
  // White space stands in the run that goes on behind it.
  if (span.fate === "space") return null;
  if (run.fate !== span.fate) return `${place}: shown as ${run.fate}`;
  if (!run.label.includes(LABELS[span.fate] ?? "")) return `${place}: labelled ${run.label}`;
  const target = span.fate === "kept" ? span.eId : span.of;
  if (target !== undefined && run.leadsTo !== (target === "front" ? "" : target)) return `${place}: to ${run.leadsTo}`;
  return null;
}

test("the scrape is there to the letter, and each span says its fate in words", async ({ page, site }) => {
  for (const { id } of site.data<{ documents: CorpusEntry[] }>("corpus.json").documents) {
    const ledger = site.data<Ledger>(`ledger/${id}.json`);
    await page.goto(site.url(`documents/${id}/source/`));
    const raw = (await page.locator(".raw").textContent()) ?? "";
    expect(raw.length).toBe(ledger.length);
    expect(createHash("sha256").update(raw).digest("hex")).toBe(ledger.sha256);
    const found = await runs(page);
    expect(ledger.spans.map((span) => fault(span, found)).filter((wrong) => wrong !== null)).toEqual([]);
  }
});

test("beside the scrape stands how much befell what, and why", async ({ page, site }) => {
  for (const { id } of site.data<{ documents: CorpusEntry[] }>("corpus.json").documents) {
    const { spans, length } = site.data<Ledger>(`ledger/${id}.json`);
    await page.goto(site.url(`documents/${id}/source/`));
    const side = page.getByRole("complementary", { name: "图例与理由" });
    for (const [fate, name] of Object.entries({ kept: "保留", ...LABELS, space: "空白" })) {
      const mine = spans.filter((span) => span.fate === fate);
      const units = mine.reduce((sum, { start, end }) => sum + end - start, 0);
      const row = side.getByRole("row", { name: new RegExp(`^${name}`) });
      await expect(row).toContainText(units.toLocaleString("en"));
      await expect(row).toContainText(mine.length.toLocaleString("en"));
    }
    await expect(side.getByRole("row", { name: /^全部显示/ })).toContainText(length.toLocaleString("en"));
    for (const why of new Set(spans.flatMap((span) => span.why ?? []))) await expect(side).toContainText(why);
  }
});

for (const fate of ["kept", "duplicate"] as const) {
  test(`a ${fate} passage leads to the words that it is in the document`, async ({ page, site }) => {
    await page.goto(site.url("documents/2019-opinion/source/"));
    const passage = page.locator(`.raw a.${fate}[href*="__cl_"]`).first();
    const text = (await passage.innerText()).replace(/\s/g, "");
    await passage.click();
    await expect(page).toHaveURL(/documents\/2019-opinion\/(?:index\.html)?#/);
    const clause = page.locator(":target");
    await expect(clause).toBeInViewport();
    expect(((await clause.textContent()) ?? "").replace(/\s/g, "")).toContain(text.slice(0, 12));
  });
}

test("one fate is looked at alone", async ({ page, site }) => {
  await page.goto(site.url("documents/2021-plan/source/"));
  await page.getByRole("radio", { name: "重复" }).check();
  await expect(page.locator(".raw > .duplicate").first()).toBeVisible();
  await expect(page.locator(".raw > .kept").first()).toBeHidden();
  await page.getByRole("radio", { name: "全部显示" }).check();
  await expect(page.locator(".raw > .kept").first()).toBeVisible();
});
