import type { Page } from "@playwright/test";
import { textsOf } from "./support/alignments.ts";
import { type CorpusEntry, expect, type Site, test } from "./support/site.ts";

interface Target {
  readonly document: string;
  readonly eId: string;
  readonly quote: string;
  readonly kind: "target" | "achievement";
  readonly indicator: string;
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly unit: string | null;
  readonly baselineYear: number | null;
  readonly targetYear: number | null;
}

const targetsOf = (site: Site): readonly Target[] => site.data<Target[]>("targets.json");
const status = (page: Page) => page.getByRole("status").filter({ hasText: "条" });

/** Whether a printed figure says a number: in digits, or in characters such as 翻两番 and 上百个. */
function says(figure: string, { value, valueMax }: Target): boolean {
  const numbers = (figure.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  if (numbers.length === 0) return /[一二两三几十百千万]/.test(figure);
  return [value, valueMax].every((n) => n === null || numbers.includes(n));
}

interface ReadRow {
  readonly document: string;
  readonly eId: string;
  readonly kind: string;
  readonly cells: readonly string[];
  readonly shown: boolean;
  readonly href: string;
}

async function readTable(page: Page): Promise<readonly ReadRow[]> {
  return page.locator(".targets tbody tr").evaluateAll((rows) =>
    (rows as HTMLElement[]).map((row) => ({
      document: row.dataset["document"] ?? "",
      eId: row.dataset["eid"] ?? "",
      kind: row.dataset["kind"] ?? "",
      cells: Array.from(row.children, (cell) => (cell.firstChild?.textContent ?? "").trim()),
      shown: !row.hidden,
      href: row.querySelector<HTMLAnchorElement>(".target-quote a")?.href ?? "",
    })),
  );
}

async function openPanel(page: Page, isMobile: boolean): Promise<void> {
  if (isMobile) await page.getByText("筛选与排序").click();
}

test("the table has every target of the public data, and says the same of it", async ({ page, site }) => {
  await page.goto(site.url("targets/"));
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  const rows = await readTable(page);
  const targets = targetsOf(site);
  expect(rows.map(({ document, eId, kind }) => [document, eId, kind])).toEqual(
    targets.map(({ document, eId, kind }) => [document, eId, kind]),
  );
  for (const [i, target] of targets.entries()) {
    const [name, indicator, figure = "", base, year, , quote] = rows[i]?.cells ?? [];
    expect(name).toBe(documents.find(({ id }) => id === target.document)?.shortTitle);
    expect([indicator, quote]).toEqual([target.indicator, target.quote]);
    expect([base, year]).toEqual([String(target.baselineYear ?? "—"), String(target.targetYear ?? "—")]);
    expect(target.value === null ? figure === "—" : says(figure, target), `${figure} of ${target.quote}`).toBe(true);
  }
});

test("every figure of an indicator is one of the public data, and its link leads to a clause that holds its quote", async ({
  page,
  site,
}) => {
  await page.goto(site.url("targets/"));
  const figures = await page.locator(".courses .figure").evaluateAll((links) =>
    (links as HTMLAnchorElement[]).map(({ dataset, textContent, href, title }) => ({
      document: dataset["document"] ?? "",
      eId: dataset["eid"] ?? "",
      kind: dataset["kind"] ?? "",
      figure: (textContent ?? "").trim(),
      quote: title,
      href,
    })),
  );
  expect(figures.length).toBeGreaterThan(0);
  const targets = targetsOf(site);
  for (const { document, eId, kind, figure, quote } of figures) {
    const own = targets.filter((one) => one.document === document && one.eId === eId && one.kind === kind);
    expect(
      own.some((one) => one.quote === quote && says(figure, one)),
      `${figure} in ${document}#${eId}`,
    ).toBe(true);
  }
  const rows = await readTable(page);
  const leads = [...rows.map((row, i) => ({ ...row, quote: targets[i]?.quote ?? "" })), ...figures];
  for (const { document, eId, quote, href } of leads) {
    expect(textsOf(site, document).get(eId), `${document}#${eId}`).toContain(quote);
    expect(href.endsWith(`/documents/${document}/index.html#${eId}`), href).toBe(true);
  }
  const { eId = "" } = figures[0] ?? {};
  await page.locator(".courses .figure").first().click();
  await expect(page.locator(`[id="${eId}"]`)).toBeInViewport();
});

test("a verdict is a sign and a word, and a chart a sentence", async ({ page, site }) => {
  await page.goto(site.url("targets/"));
  const verdicts = await page.locator(".courses .verdict").allInnerTexts();
  expect(verdicts.length).toBeGreaterThan(0);
  for (const verdict of verdicts) expect(verdict).toMatch(/^[▲▼＝≠◇…◆＋×]\s*\p{Script=Han}{2,}/u);
  for (const chart of await page.locator(".indicator-chart svg").all()) {
    await expect(chart).toHaveRole("img");
    await expect(chart).toHaveAccessibleName(/：.*(目标|成绩).*，.*(目标|成绩).*。$/);
  }
  // What a chart draws, the row says too.
  await expect(page.locator("#revenue .stage", { hasText: "8%以上" })).toContainText("降低");
});

test("rows are chosen by document, kind and form, the address says so, and so it comes back", async ({
  page,
  site,
  isMobile,
}) => {
  await page.goto(site.url("targets/"));
  const targets = targetsOf(site);
  await expect(status(page)).toHaveText(`共 ${targets.length} 条`);
  await openPanel(page, isMobile);
  await page.getByRole("checkbox", { name: /2016指南/ }).check();
  await page.getByRole("checkbox", { name: /目标/ }).check();
  await page.getByRole("checkbox", { name: /有数值/ }).check();
  const wanted = targets.filter((one) => one.document === "2016-guide" && one.kind === "target" && one.value !== null);
  const shown = async () => (await readTable(page)).filter((row) => row.shown).map(({ eId }) => eId);
  expect(await shown()).toEqual(wanted.map(({ eId }) => eId));
  await expect(status(page)).toHaveText(`显示 ${wanted.length} 条，共 ${targets.length} 条`);
  expect(new URL(page.url()).search).toBe("?document=2016-guide&kind=target&form=number");
  await page.reload();
  expect(await shown()).toEqual(wanted.map(({ eId }) => eId));
  await page.getByRole("button", { name: "清除筛选" }).click();
  await expect(status(page)).toHaveText(`共 ${targets.length} 条`);
  expect(new URL(page.url()).search).toBe("");
});

test("rows are chosen by the theme of their indicator", async ({ page, site, isMobile }) => {
  await page.goto(site.url("targets/"));
  await openPanel(page, isMobile);
  const option = page.locator("select[name=theme]").locator("option").nth(1);
  const [value = "", text = ""] = [(await option.getAttribute("value")) ?? "", await option.innerText()];
  await page.locator("select[name=theme]").selectOption(value);
  const rows = page.locator(".targets tbody tr:not([hidden])");
  await expect(rows).toHaveCount(Number(/\d+/.exec(text)?.[0]));
  const title = text.replace(/（.*/, "");
  for (const theme of await rows.locator(".target-theme").allInnerTexts()) expect(theme.startsWith(title)).toBe(true);
  expect(new URL(page.url()).search).toBe(`?theme=${value}`);
});

test("rows are sorted by deadline and by indicator, and back", async ({ page, site, isMobile }) => {
  await page.goto(site.url("targets/?sort=deadline"));
  const years = (await readTable(page)).map(({ cells }) => Number(cells[4] === "—" ? 9999 : cells[4]));
  expect(years).toEqual([...years].sort((a, b) => a - b));
  await openPanel(page, isMobile);
  await page.locator("select[name=sort]").selectOption("indicator");
  const names = (await readTable(page)).map(({ cells }) => cells[1] ?? "");
  expect(names).toEqual([...names].sort(new Intl.Collator("zh").compare));
  await page.locator("select[name=sort]").selectOption("");
  expect((await readTable(page)).map(({ eId }) => eId)).toEqual(targetsOf(site).map(({ eId }) => eId));
  expect(new URL(page.url()).search).toBe("");
});

test("the head of the table stays in view; on a phone a row is a card", async ({ page, site, isMobile }) => {
  await page.goto(site.url("targets/"));
  const row = page.locator(".targets tbody tr").nth(60);
  await row.scrollIntoViewIfNeeded();
  const head = page.locator(".targets thead th").first();
  if (isMobile) {
    const quote = await row.locator(".target-quote").boundingBox();
    const figure = await row.locator("th").boundingBox();
    expect(quote?.y ?? 0).toBeGreaterThan(figure?.y ?? 0);
  } else await expect(head).toBeInViewport();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("all is read, and nothing is offered that does not work", async ({ page, site }) => {
    await page.goto(site.url("targets/"));
    await expect(page.locator(".targets tbody tr")).toHaveCount(targetsOf(site).length);
    await expect(page.locator(".targets tbody tr").last()).toBeVisible();
    await expect(page.getByRole("checkbox").first()).toBeHidden();
  });
});
