import assert from "node:assert/strict";
import { richest } from "../support/alignments.ts";
import { follow, inFirefox, shownOf, words } from "./reader.ts";

const STATUS = "[role=status][data-shown]";

inFirefox("the rows of a comparison are filtered and woven together, and so they come back", async ({ page, site }) => {
  const { from, to, page: address, alignments } = richest(site);
  await page.goto(site.url("compare/"));
  await follow(page, `.matrix-cell a[href="${from.id}/${to.id}/index.html"]`);
  assert.ok(new URL(page.url()).pathname.includes(address));
  const all = await shownOf(page, ".row");
  const related = alignments.filter(({ relation }) => relation === "related").length;
  await page.locator("label:has([name=relation][value=related])").click();
  assert.equal(await shownOf(page, ".row"), related);
  assert.match(await words(page, STATUS), new RegExp(`^显示 ${related} 行，共 \\d+ 行$`));
  assert.equal(new URL(page.url()).search, "?relation=related");
  await page.locator("label:has([name=view][value=merged])").click();
  await page.waitForFunction(() => document.querySelector(".row:not([hidden]):not(:has(.woven))") === null);
  assert.equal(await shownOf(page, ".row [data-side]"), 0);
  await page.reload();
  assert.equal(new URL(page.url()).search, "?relation=related&view=merged");
  assert.deepEqual([await shownOf(page, ".row"), await shownOf(page, ".row .woven")], [related, related]);
  await page.locator("label:has([name=view][value=columns])").click();
  await page.locator("[data-clear]").click();
  assert.equal(await shownOf(page, ".row"), all);
  assert.equal(new URL(page.url()).search, "");
});

inFirefox("targets are filtered and sorted, and so they come back", async ({ page, site }) => {
  const targets = site.data<{ document: string; kind: string; targetYear: number | null }[]>("targets.json");
  const own = targets.filter(({ document, kind }) => document === "2016-guide" && kind === "target");
  const rows = ".targets tbody tr";
  await page.goto(site.url("targets/"));
  await page.locator('label:has([name=document][value="2016-guide"])').click();
  await page.locator("label:has([name=kind][value=target])").click();
  await page.select("select[name=sort]", "deadline");
  const check = async (): Promise<void> => {
    assert.equal(await shownOf(page, rows), own.length);
    assert.equal(await words(page, STATUS), `显示 ${own.length} 条，共 ${targets.length} 条`);
    assert.equal(new URL(page.url()).search, "?document=2016-guide&kind=target&sort=deadline");
    const years = await page.evaluate(
      (css) => Array.from(document.querySelectorAll(css), (row) => Number(row.getAttribute("data-year") || 9999)),
      `${rows}:not([hidden])`,
    );
    assert.deepEqual(
      years,
      own.map(({ targetYear }) => targetYear ?? 9999).sort((a, b) => a - b),
    );
  };
  await check();
  await page.reload();
  await check();
});
