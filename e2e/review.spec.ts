import { expect, type Page, test } from "@playwright/test";
import { axeViolations } from "./support/axe.ts";
import { openDesk, type ReviewDesk } from "./support/review-desk.ts";

const GUIDE = "content/alignments/2016-guide--2021-plan.yaml";
const FYP = "content/alignments/2021-plan--2021-fyp.yaml";
const OPINION = "content/alignments/2019-opinion--2021-plan.yaml";
const TARGETS = "content/targets/2021-plan.yaml";

let desk: ReviewDesk;

test.describe.configure({ mode: "serial", timeout: 120_000 });

test.beforeAll(async () => {
  desk = await openDesk("2021-plan", [GUIDE, FYP]);
});

test.afterAll(() => desk.end());

const targetsPage = (): string => desk.address.replace("/2021-plan/", "/2021-plan/targets/");

async function open(page: Page, address = desk.address): Promise<void> {
  await page.goto(address);
  await expect(page.locator("[data-case]")).toBeVisible({ timeout: 60_000 });
}

const left = async (page: Page): Promise<number> => Number(await page.locator("[data-left]").textContent());

/** Presses a key, and waits until what it does is written. */
async function press(page: Page, key: string, said: RegExp = /已写入/u): Promise<void> {
  const status = page.locator(".desk-status");
  await status.evaluate((place) => place.replaceChildren());
  await page.keyboard.press(key);
  await expect(status).toHaveText(said, { timeout: 30_000 });
}

async function only(page: Page, document: string): Promise<void> {
  await page.locator("[data-with]").selectOption(document);
  // The choice shows what it admits from the next step on.
  await page.locator("[data-list] button").first().click();
}

test("pairs are accepted, changed, rejected and taken back, each in its own lines", async ({ page }) => {
  await open(page);
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  await only(page, "2016-guide");
  const [before, first] = [await left(page), page.url()];

  await press(page, "a");
  expect(desk.changes()).toEqual([`+11 -0 ${GUIDE}`]);
  expect(await left(page)).toBe(before - 1);
  expect(page.url()).not.toBe(first);

  await press(page, "3");
  expect(desk.changes()).toEqual([`+17 -0 ${GUIDE}`]);
  expect(desk.read(GUIDE)).toContain("relation: related\n");

  await page.keyboard.press("n");
  await page.keyboard.type("同题异事");
  await page.keyboard.press("Escape");
  await press(page, "x");
  expect(desk.read(GUIDE)).toMatch(/rejected:\n {2}- from: \S+\n {4}to: \S+\n {4}note: "同题异事"\n$/u);
  expect(desk.changes()).toEqual([`+21 -0 ${GUIDE}`]);

  await page.keyboard.press("k");
  await expect(page.locator("[data-said]")).toHaveText("已拒绝");
  await press(page, "2");
  expect(desk.read(GUIDE)).not.toContain("rejected");
  expect(desk.read(GUIDE)).toContain('note: "同题异事"');

  for (let i = 0; i < 4; i += 1) await press(page, "u", /已撤销/u);
  expect(desk.changes()).toEqual([]);
  expect(await left(page)).toBe(before);
  expect(page.url()).toBe(first);
  // What was written has not loaded the page again.
  expect(await page.evaluate(() => "isSame" in window)).toBe(true);
});

test("another partner is found by what it says, and the proposal rejected with it", async ({ page }) => {
  await open(page);
  await only(page, "2021-fyp");
  await page.keyboard.press("s");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.type("人才");
  await page.keyboard.press("ArrowDown");
  const chosen = dialog.getByRole("option").nth(1);
  await expect(chosen).toHaveAttribute("aria-selected", "true");
  const words = await chosen.locator(".desk-text").textContent();
  expect(words).toContain("人才");
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page.locator(".words[data-side=to]")).toHaveText(words ?? "");
  await expect.poll(() => desk.changes()).toEqual([`+14 -0 ${FYP}`]);
  expect(desk.read(FYP)).toMatch(/pairs:[\s\S]*rejected:/u);
  // The address leads back to it.
  await page.reload();
  await expect(page.locator(".words[data-side=to]")).toHaveText(words ?? "", { timeout: 60_000 });
  await press(page, "w");
});

test("an entry that an editor wrote changes in one word, and quotes are held to the clauses", async ({ page }) => {
  await open(page);
  const before = desk.changes();
  await page.getByLabel("已判的也列出").check();
  await only(page, "2019-opinion");
  const relation = await page.locator("[data-said]").textContent();
  await press(page, relation?.endsWith("相关") ? "2" : "3");
  expect(desk.changes()).toEqual([`+1 -1 ${OPINION}`, ...before]);
  await press(page, "u", /已撤销/u);
  expect(desk.changes()).toEqual(before);

  await page.getByLabel("前文引文").fill("这里没有的话");
  await expect(page.locator("[data-fault-of=from]")).toBeVisible();
  await press(page, "Control+Enter", /引文不在句中/u);
  expect(desk.changes()).toEqual(before);
});

test("what was decided shows on the pages of the dev server", async ({ page, request }) => {
  await open(page);
  await only(page, "2016-guide");
  await press(page, "a");
  const shown = async (): Promise<number> => {
    const all = await (await request.get(new URL("/data/alignments.json", desk.address).href)).json();
    const isNew = (one: { from: { document: string }; to: { document: string }; origin: string }): boolean =>
      one.from.document === "2016-guide" && one.to.document === "2021-plan" && one.origin === "reviewed";
    return all.filter(isNew).length;
  };
  await expect.poll(shown, { timeout: 60_000 }).toBe(1);
  await press(page, "u", /已撤销/u);
});

test("targets are confirmed, corrected and discarded", async ({ page }) => {
  await open(page, targetsPage());
  const before = desk.changes();
  await press(page, "a");
  expect(desk.changes()).toEqual([...before, `+4 -0 ${TARGETS}`]);
  await page.keyboard.press("e");
  await page.keyboard.type("绿色低碳技术");
  await press(page, "Control+Enter");
  expect(desk.read(TARGETS)).toMatch(/corrected:\n[\s\S]*indicator: 绿色低碳技术\n {4}targetYear: 2025\n/u);
  await press(page, "x");
  expect(desk.read(TARGETS)).toMatch(/discarded:\n {2}- eId/u);
  for (let i = 0; i < 3; i += 1) await press(page, "u", /已撤销/u);
  expect(desk.changes()).toEqual(before);
});

test("letters do nothing in fields, or when they are turned off", async ({ page }) => {
  await open(page);
  const before = desk.changes();
  await page.getByLabel("备注").pressSequentially("axu12");
  await page.keyboard.press("Escape");
  await page.getByLabel("快捷键").uncheck();
  await page.keyboard.press("a");
  await page.keyboard.press("x");
  expect(desk.changes()).toEqual(before);
});

for (const [width, scheme] of [
  [1280, "light"],
  [1280, "dark"],
  [390, "light"],
] as const) {
  test(`nothing is wrong for axe, ${scheme} at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: scheme });
    for (const address of [desk.address, targetsPage()]) {
      await open(page, address);
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
}

test("without its token the page is not shown", async ({ request }) => {
  expect((await request.get(desk.address.replace(/token=.*/u, ""))).status()).toBe(401);
});
