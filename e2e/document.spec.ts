import type { Locator, Page } from "@playwright/test";
import { type CorpusEntry, expect, type Site, test } from "./support/site.ts";

interface Provision {
  readonly eId: string;
  readonly kind: string;
  readonly num: string | null;
  readonly heading: string | null;
  readonly headingOriginal: string | null;
  readonly clauses: readonly { readonly eId: string; readonly text: string; readonly original: string }[];
  readonly children: readonly Provision[];
}

const all = (provisions: readonly Provision[]): Provision[] => provisions.flatMap((p) => [p, ...all(p.children)]);

function provisionsOf(site: Site, id: string): Provision[] {
  return all(site.data<{ provisions: Provision[] }>(`documents/${id}.json`).provisions);
}

/** The text that a reader sees, without blanks and the little links of clauses. */
async function visibleText(page: Page, selector: string): Promise<string> {
  const text = await page.locator(selector).evaluate((root) => {
    const copy = root.cloneNode(true) as HTMLElement;
    for (const hidden of copy.querySelectorAll(".as-printed, a.cite")) hidden.remove();
    return copy.textContent ?? "";
  });
  return text.replace(/\s/g, "");
}

test("every document shows all its headings in order and every clause once", async ({ page, site }) => {
  for (const { id, script } of site.data<{ documents: CorpusEntry[] }>("corpus.json").documents) {
    await page.goto(site.url(`documents/${id}/`));
    // A Traditional document is shown in Simplified at first; every other as it was printed.
    const form =
      script === "Hant"
        ? ({ heading: "heading", clause: "text" } as const)
        : ({ heading: "headingOriginal", clause: "original" } as const);
    const provisions = provisionsOf(site, id);
    const text = await visibleText(page, ".text");
    let from = 0;
    for (const p of provisions) {
      const title = `${p.num ?? ""}${p[form.heading] ?? ""}`.replace(/\s/g, "");
      const at = p.kind === "gap" ? from : text.indexOf(title, from);
      expect(at, `${id}: ${title}`).toBeGreaterThanOrEqual(from);
      from = at;
    }
    for (const clause of provisions.flatMap((p) => p.clauses)) {
      await expect(page.locator(`[id="${clause.eId}"]`)).toHaveCount(1);
      expect(text).toContain(clause[form.clause].replace(/\s/g, ""));
    }
  }
});

test("a gap says what is missing, in its place", async ({ page, site }) => {
  await page.goto(site.url("documents/2019-opinion/"));
  const notes = page.getByText("此处抓取文本缺失：");
  expect(await notes.count()).toBe(provisionsOf(site, "2019-opinion").filter((p) => p.kind === "gap").length);
  await expect(notes.first()).toBeVisible();
});

test("what an editor supplied is marked", async ({ page, site }) => {
  await page.goto(site.url("documents/2017-zhejiang/"));
  await expect(page.getByText("编者补充").first()).toBeVisible();
  await page.goto(site.url("documents/2021-fyp/"));
  await expect(page.getByText("编者补充")).toHaveCount(0);
});

test("responsible bodies stand beside their provision", async ({ page, site }) => {
  await page.goto(site.url("documents/2017-zhejiang/"));
  const provision = page.locator('[id="sec_2__sub_1"]');
  await expect(provision).toContainText("责任单位：省经信委、省科技厅牵头");
  await expect(provision.getByText("牵头", { exact: true })).toBeVisible();
});

test("the table of contents follows the reading position", async ({ page, site, isMobile }) => {
  await page.goto(site.url("documents/2021-fyp/"));
  const target = page.locator('[id="sec_6__sub_2"]');
  await target.evaluate((node) => node.scrollIntoView());
  const current = page.locator('nav[aria-label="本文目录"] a[aria-current="location"]');
  await expect(current).toHaveAttribute("href", /#sec_6__sub_2/);
  if (isMobile) await page.getByText("目录", { exact: false }).first().click();
  const other = page.locator('nav[aria-label="本文目录"] a[href$="#sec_3__sub_1"]');
  await other.click();
  await expect(page.locator('[id="sec_3__sub_1"]')).toBeInViewport();
});

test("the link of a clause shows on focus and is copied", async ({ page, site, context, baseURL }) => {
  const isFolder = baseURL === "file:";
  if (!isFolder) await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(site.url("documents/2021-plan/"));
  const [clause] = provisionsOf(site, "2021-plan").find((p) => p.kind === "lead")?.clauses ?? [];
  const cite = page.locator(`[id="${clause?.eId}"] a.cite`);
  // The mark is drawn before the link's own text, which is for screen readers.
  const shown = (): Promise<string> => cite.evaluate((node) => getComputedStyle(node, "::before").opacity);
  expect(await shown()).toBe("0");
  await page.locator(`[id="${clause?.eId}"]`).hover();
  await expect.poll(shown).toBe("1");
  await page.mouse.move(0, 0);
  await expect.poll(shown).toBe("0");
  await page.locator(`[id="${clause?.eId}"]`).scrollIntoViewIfNeeded();
  await page.keyboard.press("Tab");
  await cite.focus();
  await expect.poll(shown).toBe("1");
  await page.keyboard.press("Enter");
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe(`#${clause?.eId}`);
  await expect(page.locator("[data-notice]")).toHaveText(isFolder ? /已复制|链接已在地址栏/ : "已复制");
  if (!isFolder) expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test("a link to a clause leads to it and marks it", async ({ page, site }) => {
  const clause = provisionsOf(site, "2016-guide").find((p) => p.eId === "sec_5__sub_3__item_2")?.clauses[0];
  await page.goto(site.url(`documents/2016-guide/#${clause?.eId}`));
  const target = page.locator(`[id="${clause?.eId}"]`);
  await expect(target).toBeInViewport();
  const other = page.locator(".clause").first();
  expect(await target.evaluate((n) => getComputedStyle(n).background)).not.toBe(
    await other.evaluate((n) => getComputedStyle(n).background),
  );
});

/** Presses an element where it stands: Playwright's own click would first scroll, as no person's does. */
async function press(page: Page, element: Locator): Promise<void> {
  const { x, y, width, height } = (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.click(x + width / 2, y + height / 2);
}

test("switching the script keeps the reader's place, and is remembered", async ({ page, site, isMobile }) => {
  await page.goto(site.url("documents/2016-guide/"));
  // On a narrow page the switch stands above the text; on a wide one it goes along with the reader.
  const chapter = page.locator('[id="sec_4__sub_6"]');
  if (!isMobile) await chapter.evaluate((node) => node.scrollIntoView({ behavior: "instant" }));
  const clause = isMobile ? page.locator(".clause").first() : chapter.locator(".clause").first();
  await expect(clause.locator(".simplified")).toBeVisible();
  await expect(clause.locator(".as-printed")).toBeHidden();
  const top = (): Promise<number> => clause.evaluate((node) => node.getBoundingClientRect().top);
  const before = await top();
  await press(page, page.getByText("原文（繁体）"));
  await expect(clause.locator(".as-printed")).toBeVisible();
  await expect(clause.locator(".simplified")).toBeHidden();
  await expect(clause.locator(".as-printed")).toHaveAttribute("lang", "zh-Hant");
  expect(Math.abs((await top()) - before)).toBeLessThan(2);
  await page.keyboard.press("ArrowLeft");
  await expect(clause.locator(".simplified")).toBeVisible();
  expect(Math.abs((await top()) - before)).toBeLessThan(2);
  await press(page, page.getByText("原文（繁体）"));
  await page.reload();
  await expect(clause.locator(".as-printed")).toBeVisible();
});

test("keyboard focus on the switch leaves the text where it is", async ({ page, site, isMobile }) => {
  await page.goto(site.url("documents/2016-guide/#sec_4__sub_2"));
  const text = page.locator('[id="sec_4__sub_2"]');
  await expect(text).toBeInViewport();
  await page.locator('input[value="simplified"]').focus();
  // On a phone the switch stands above the text, and focus has to go there.
  if (isMobile) await expect(page.locator("script-switch")).toBeInViewport();
  else await expect(text).toBeInViewport();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("a document is read, its contents lead on, and the script is switched", async ({ page, site, isMobile }) => {
    await page.goto(site.url("documents/2016-guide/"));
    await expect(page.locator('[id="sec_3__sub_3"]')).toContainText("研发投入强度达到2%以上");
    if (isMobile) await page.locator("nav summary").click();
    await page.locator('nav[aria-label="本文目录"] a[href$="#sec_6"]').click();
    await expect(page.locator('[id="sec_6"]')).toBeInViewport();
    await page.goto(site.url("documents/2016-guide/"));
    await page.getByText("原文（繁体）").click();
    await expect(page.locator(".as-printed").first()).toBeVisible();
  });
});
