import { axeViolations } from "./support/axe.ts";
import { expect, test } from "./support/site.ts";

/** One of every kind. */
const PAGES = [
  "",
  "documents/",
  "documents/2016-guide/",
  "documents/2017-zhejiang/",
  "documents/2019-opinion/",
  "documents/2021-fyp/",
  "documents/2019-opinion/source/",
  "documents/2021-plan/source/",
  "compare/",
  "compare/2016-guide/2021-fyp/",
  "compare/2016-guide/2019-opinion/",
  "compare/2016-guide/2021-fyp/?view=merged",
  "targets/",
  "targets/?kind=achievement&sort=deadline",
  "themes/",
  "themes/green/",
  "threads/",
  "about/",
  "search/",
  "search/?q=原料药",
  "search/?q=不存在的词",
];

for (const page of PAGES) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`/${page} is accessible in ${colorScheme} and fits the window`, async ({ page: tab, site }) => {
      await tab.emulateMedia({ colorScheme });
      await tab.goto(site.url(page));
      await expect(tab.locator("h1")).toHaveCount(1);
      expect(await axeViolations(tab)).toEqual([]);
      const [content, window] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content).toBeLessThanOrEqual(window ?? 0);
    });
  }
}

test("headings go down one level at a time", async ({ page, site }) => {
  for (const id of ["2016-guide", "2021-plan", "2021-fyp"]) {
    await page.goto(site.url(`documents/${id}/`));
    const levels = await page
      .locator("h1, h2, h3, h4, h5, h6")
      .evaluateAll((all) => all.map((h) => Number(h.tagName.slice(1))));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, i) => {
      expect(level - (levels[i] ?? 0)).toBeLessThanOrEqual(1);
    });
  }
});
