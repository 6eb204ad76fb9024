import type { Page } from "@playwright/test";
import { richest } from "./support/alignments.ts";
import { eIdOn, readRows } from "./support/rows.ts";
import { expect, test } from "./support/site.ts";

const status = (page: Page) => page.getByRole("status").filter({ hasText: "行" });

async function openPanel(page: Page, isMobile: boolean): Promise<void> {
  if (isMobile) await page.getByText("筛选与视图").click();
}

async function shownStandings(page: Page): Promise<ReadonlySet<string>> {
  return new Set((await readRows(page)).filter(({ shown }) => shown).map(({ standing }) => standing));
}

test("rows are chosen by relation, the address says so, and so it comes back", async ({ page, site, isMobile }) => {
  await page.goto(site.url(richest(site).page));
  const all = (await readRows(page)).filter(({ standing }) => standing !== "").length;
  await openPanel(page, isMobile);
  await page.getByRole("checkbox", { name: /新增/ }).check();
  await page.getByRole("checkbox", { name: /相关/ }).check();
  expect(await shownStandings(page)).toEqual(new Set(["新增", "相关"]));
  const shown = (await readRows(page)).filter((row) => row.shown).length;
  await expect(status(page)).toHaveText(`显示 ${shown} 行，共 ${all} 行`);
  expect(new URL(page.url()).search).toBe("?relation=related,new");
  await page.reload();
  expect(await shownStandings(page)).toEqual(new Set(["新增", "相关"]));
  await page.getByRole("button", { name: "清除筛选" }).click();
  await expect(status(page)).toHaveText(`共 ${all} 行`);
  expect(new URL(page.url()).search).toBe("");
});

test("rows are chosen by section of the later document, and by who says so", async ({ page, site, isMobile }) => {
  const { page: address, alignments } = richest(site);
  await page.goto(site.url(address));
  await openPanel(page, isMobile);
  const section = page.getByRole("combobox");
  const value = (await section.locator("option").nth(3).getAttribute("value")) ?? "";
  await section.selectOption(value);
  const shown = (await readRows(page)).filter((row) => row.shown);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.map((row) => eIdOn(row, "to")).filter((eId) => eId !== "" && !eId.startsWith(value))).toEqual([]);
  expect(new URL(page.url()).searchParams.get("section")).toBe(value);
  await section.selectOption("");
  await page.getByRole("checkbox", { name: /校订/ }).check();
  const read = (await readRows(page)).filter((row) => row.shown);
  expect(read.length).toBe(alignments.filter(({ origin }) => origin === "reviewed").length);
});

test("one column weaves both texts together", async ({ page, site }) => {
  await page.goto(site.url(richest(site).page));
  await page.getByRole("radio", { name: "单栏" }).check();
  expect(new URL(page.url()).search).toBe("?view=merged");
  await expect(page.locator(".row:has([data-side=from]):has([data-side=to]):not(:has(.woven))")).toHaveCount(0);
  const wrong = await page.locator(".row:has(.woven)").evaluateAll((rows) =>
    rows.flatMap((row) => {
      const read = (selector: string, out: string): string => {
        const copy = row.querySelector(selector)?.cloneNode(true) as HTMLElement;
        for (const gone of copy.querySelectorAll(out)) gone.remove();
        return copy.textContent ?? "";
      };
      const isLater = read(".woven", "del") === read('[data-side="to"]', "none");
      const gone = read(".woven", "ins, span") === read('[data-side="from"]', "span");
      return isLater && gone ? [] : [row.id];
    }),
  );
  expect(wrong).toEqual([]);
  await expect(page.locator(".row:has(.woven) [data-side]").first()).toBeHidden();
  await page.getByRole("radio", { name: "只看变化" }).check();
  const rest = page.locator(".row:has(.woven) .rest").first();
  expect(await rest.evaluate((node) => getComputedStyle(node).fontSize)).toBe("0px");
  await page.getByRole("radio", { name: "并排" }).check();
  await expect(page.locator("[data-side]").first()).toBeVisible();
  expect(new URL(page.url()).search).toBe("");
});

test("keys lead from row to row, past hidden ones, and leave typing alone", async ({ page, site, isMobile }) => {
  await page.goto(site.url(`${richest(site).page}?relation=new`));
  const ids = (await readRows(page)).filter(({ shown }) => shown).map(({ id }) => id);
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? "");
  await page.keyboard.press("n");
  expect(await focused()).toBe(ids[0]);
  await page.keyboard.press("j");
  expect(await focused()).toBe(ids[1]);
  await expect(page.locator(":focus")).toBeInViewport();
  expect(await page.locator(":focus").evaluate((node) => getComputedStyle(node).outlineStyle)).toBe("solid");
  await page.keyboard.press("p");
  expect(await focused()).toBe(ids[0]);
  await page.keyboard.press("k");
  expect(await focused()).toBe(ids[0]);
  await openPanel(page, isMobile);
  await page.getByRole("combobox").focus();
  await page.keyboard.press("n");
  expect(await focused()).not.toBe(ids[1]);
  await page.getByRole("checkbox", { name: /下行、上行/ }).uncheck();
  await page.keyboard.press("n");
  expect(await focused()).not.toBe(ids[1]);
});

test("on a phone the earlier stands above the later", async ({ page, site, isMobile }) => {
  await page.goto(site.url(richest(site).page));
  const row = page.locator(".row:has([data-side=from]):has([data-side=to])").first();
  const from = await row.locator("[data-side=from]").boundingBox();
  const to = await row.locator("[data-side=to]").boundingBox();
  if (isMobile) expect((from?.y ?? 0) + (from?.height ?? 0)).toBeLessThanOrEqual(to?.y ?? 0);
  else expect((from?.x ?? 0) + (from?.width ?? 0)).toBeLessThanOrEqual(to?.x ?? 0);
});

/** The longest that the page was busy at a stretch while something was pressed, in milliseconds; below 50 it counts 0. */
async function longestTask(page: Page, press: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const found: number[] = [];
    new PerformanceObserver((list) => found.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: "longtask",
    });
    Object.assign(window, { found });
  });
  await press();
  await page.waitForTimeout(300);
  return page.evaluate(() => Math.max(0, ...(window as unknown as { found: number[] }).found));
}

test("five hundred rows are filtered without a long task", async ({ page, site, isMobile }) => {
  const address = site.url(richest(site).page);
  await page.route(address, async (route) => {
    const html = site.html(richest(site).page);
    const [start, end] = [html.indexOf('<section class="compared"'), html.lastIndexOf("</comparison-view>")];
    const again = html.slice(start, end).replaceAll(/ id="[^"]*"/g, "");
    await route.fulfill({ contentType: "text/html", body: html.slice(0, end) + again + html.slice(end) });
  });
  await page.goto(address);
  expect(await page.locator(".row").count()).toBeGreaterThan(500);
  await openPanel(page, isMobile);
  const tasks: Record<string, number> = {};
  for (const name of [/改写/, /新增/, "单栏", "只看变化", "并排"]) {
    const control = typeof name === "string" ? page.getByRole("radio", { name }) : page.getByRole("checkbox", { name });
    tasks[String(name)] = await longestTask(page, () => control.check());
  }
  test.info().annotations.push({ type: "longest tasks", description: JSON.stringify(tasks) });
  for (const [name, duration] of Object.entries(tasks)) expect(duration, name).toBeLessThan(100);
});
