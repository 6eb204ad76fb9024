import { type Alignment, pairsOf, richest, textsOf } from "./support/alignments.ts";
import { eIdOn, type ReadRow, readRows } from "./support/rows.ts";
import { type CorpusEntry, expect, test } from "./support/site.ts";

const NAMES = { verbatim: "原文沿用", reworded: "改写", related: "相关" } as const;

function countOf(list: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of list) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}

/** How many clauses of one side have what as their best standing. */
function bestStandings(rows: readonly ReadRow[], side: "from" | "to"): Record<string, number> {
  const order = [NAMES.verbatim, NAMES.reworded, NAMES.related, "新增", "未再提及"] as string[];
  const best = new Map<string, string>();
  for (const row of rows) {
    const eId = eIdOn(row, side);
    if (eId === "" || row.standing === "") continue;
    const known = best.get(eId);
    if (known === undefined || order.indexOf(row.standing) < order.indexOf(known)) best.set(eId, row.standing);
  }
  return countOf([...best.values()]);
}

test("every clause of both documents stands as often as it has partners, to the letter", async ({ page, site }) => {
  test.slow();
  for (const { from, to, page: address, alignments } of pairsOf(site)) {
    await page.goto(site.url(address));
    const rows = await readRows(page);
    for (const [side, document] of [["from", from.id] as const, ["to", to.id] as const]) {
      const texts = textsOf(site, document);
      const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.side === side));
      expect(cells.filter(({ eId, text }) => texts.get(eId) !== text)).toEqual([]);
      const partners = countOf(alignments.map((alignment) => alignment[side].eId));
      const wanted = Object.fromEntries([...texts.keys()].map((eId) => [eId, Math.max(1, partners[eId] ?? 0)]));
      expect(countOf(cells.map(({ eId }) => eId)), `${address} ${side}`).toEqual(wanted);
    }
    expect(rows.every(({ shown }) => shown)).toBe(true);
  }
});

function nameOf({ relation, origin, score }: Alignment): string {
  return `${NAMES[relation]} ${origin === "reviewed" ? "校订" : `自动 ${Math.round(score * 100)}%`}`;
}

test("every row says how its clauses go together and who says so, and links to itself", async ({ page, site }) => {
  test.slow();
  for (const { page: address, alignments } of pairsOf(site)) {
    await page.goto(site.url(address));
    const rows = await readRows(page);
    const pairs = rows.filter(({ cells }) => cells.length === 2);
    const shown = pairs.map((row) => [row.id, `${row.standing} ${row.origin}`]);
    const wanted = alignments.map((one) => [`${one.from.eId}--${one.to.eId}`, nameOf(one)]);
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(wanted));
    for (const row of rows.filter(({ cells }) => cells.length === 1))
      expect(["", row.cells[0]?.side === "to" ? "新增" : "未再提及"]).toContain(row.standing);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.filter(({ id, link }) => !link.endsWith(`#${id}`))).toEqual([]);
  }
});

test("the numbers at the top are those of the rows", async ({ page, site }) => {
  for (const { page: address } of pairsOf(site)) {
    await page.goto(site.url(address));
    const rows = await readRows(page);
    for (const side of ["from", "to"] as const) {
      const counts = await page
        .locator(`[data-head="${side}"] .relation-counts > div`)
        .evaluateAll((all) =>
          all.map((one) => [one.querySelector("dt")?.textContent?.trim(), Number(one.querySelector("b")?.textContent)]),
        );
      const said = Object.fromEntries(counts.filter(([, count]) => count !== 0));
      expect(said, `${address} ${side}`).toEqual(bestStandings(rows, side));
    }
    const judged = rows.filter(({ standing }) => standing !== "");
    await expect(page.getByRole("status").filter({ hasText: "行" })).toHaveText(`共 ${judged.length} 行`);
  }
});

test("a link to a row leads there, past filters that would hide it", async ({ page, site }) => {
  const { page: address, alignments } = richest(site);
  const last = alignments.at(-1);
  const id = `${last?.from.eId}--${last?.to.eId}`;
  await page.goto(site.url(`${address}#${id}`));
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  await page.goto(site.url(`${address}?relation=new#${id}`));
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
});

test("marks are told by a line and by a word for screen readers that no copy contains", async ({ page, site }) => {
  await page.goto(site.url(richest(site).page));
  const row = page.locator(".row", { has: page.locator("del:not(.moved)") }).filter({ has: page.locator("ins") });
  const removed = row.first().locator("del:not(.moved)").first();
  const added = row.first().locator("ins:not(.moved)").first();
  const line = (element: typeof removed): Promise<string> =>
    element.evaluate((node) => getComputedStyle(node).textDecorationLine);
  expect(await line(removed)).toBe("line-through");
  expect(await line(added)).toBe("underline");
  const words = row.first().locator('[data-side="from"]');
  expect(await words.ariaSnapshot()).toContain("删去：");
  expect(await row.first().locator('[data-side="to"]').ariaSnapshot()).toContain("新增：");
  const copied = await words.evaluate((node) => {
    getSelection()?.selectAllChildren(node);
    return getSelection()?.toString();
  });
  expect(copied).toBe(await words.textContent());
  expect(copied).not.toContain("删去：");
});

test("every pair of documents is in the table, with its share, and leads to its page", async ({ page, site }) => {
  await page.goto(site.url("compare/"));
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  const cells = page.locator(".matrix-cell");
  await expect(cells).toHaveCount((documents.length * (documents.length - 1)) / 2);
  for (const { from, to, alignments } of pairsOf(site)) {
    const link = cells.locator(`a[href="${from.id}/${to.id}/index.html"]`);
    const found = new Set(alignments.map((one) => one.to.eId)).size;
    await expect(link).toContainText(`${to.shortTitle}，来自${from.shortTitle}`);
    await expect(link).toContainText(`${found} 句有来历`);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("all rows are read, and nothing is offered that does not work", async ({ page, site }) => {
    const { page: address } = richest(site);
    await page.goto(site.url(address));
    await expect(page.locator(".row").first()).toBeVisible();
    await expect(page.getByRole("checkbox").first()).toBeHidden();
    const id = await page.locator(".row").last().getAttribute("id");
    await page.goto(site.url(`${address}#${id}`));
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  });
});

test("on paper the marks stay and the controls go", async ({ page, site }) => {
  await page.goto(site.url(richest(site).page));
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".filters")).toBeHidden();
  await expect(page.locator(".marks-key")).toBeVisible();
  const removed = page.locator(".row del:not(.moved)").first();
  expect(await removed.evaluate((node) => getComputedStyle(node).textDecorationLine)).toBe("line-through");
});
