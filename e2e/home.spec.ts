import type { Alignment } from "./support/alignments.ts";
import { countedClauses } from "./support/clauses.ts";
import { type CorpusEntry, expect, type Site, test } from "./support/site.ts";

test("a first visit finds the documents in date order, and opens one", async ({ page, site }) => {
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  expect(documents.length).toBeGreaterThanOrEqual(5);
  await page.goto(site.url(""));
  const links = page.locator('[aria-labelledby="courses"] a[href*="documents/"]:visible');
  const hrefs = await links.evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  const order = documents.map((d) => hrefs.findIndex((href) => href.includes(`documents/${d.id}/index.html`)));
  expect(order.every((at) => at >= 0)).toBe(true);
  expect([...order].sort((a, b) => a - b)).toEqual(order);
  const last = documents.at(-1);
  await page
    .getByRole("link", { name: last?.title ?? "" })
    .first()
    .click();
  await expect(page.locator("h1")).toHaveText(last?.title ?? "");
});

test("the five years and how much is in each stand in the text", async ({ page, site }) => {
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  await page.goto(site.url(""));
  const text = (await page.locator("main").innerText()).replaceAll(",", "");
  for (const d of documents) {
    expect(text).toContain(d.issued.slice(0, 4));
    expect(text).toContain(String(d.counts.clauses));
  }
});

test("the header leads everywhere and says where one is", async ({ page, site }) => {
  await page.goto(site.url(""));
  for (const [name, title] of [
    ["文件", /文件/],
    ["对照", /对照/],
    ["主题", /主题/],
    ["总览", /沿革/],
  ] as const) {
    await page.locator("header").getByRole("link", { name, exact: true }).click();
    await expect(page).toHaveTitle(title);
    await expect(page.locator("header").getByRole("link", { name, exact: true })).toHaveAttribute(
      "aria-current",
      "page",
    );
  }
});

test("the chosen appearance stays from page to page", async ({ page, site }) => {
  await page.goto(site.url(""));
  const toggle = page.getByRole("button", { name: /外观/ });
  const before = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  for (let i = 0; i < 3; i++) {
    await toggle.click();
    if ((await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)) !== before) break;
  }
  const chosen = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(chosen).not.toBe(before);
  await page.goto(site.url("documents/2021-plan/"));
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(chosen);
});

type Side = "from" | "to";

const RELATIONS = ["verbatim", "reworded", "related"] as const;

/** With which document, and how, each clause of a document goes by public data: the strongest, then the nearest. */
function closest(site: Site, ids: readonly string[], id: string, side: Side): ReadonlyMap<string, string> {
  const other = side === "to" ? "from" : "to";
  const distance = (one: Alignment): number => Math.abs(ids.indexOf(one[other].document) - ids.indexOf(id));
  const own = site.data<Alignment[]>("alignments.json").filter((one) => one[side].document === id);
  const byCloseness = own.sort(
    (a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) || distance(a) - distance(b),
  );
  // Of two entries with one key the later stays.
  return new Map(byCloseness.reverse().map((one) => [one[side].eId, `${one[other].document} ${one.relation}`]));
}

test("the numbers of the flow are those of the published pairs, and add up to the documents", async ({
  page,
  site,
}) => {
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  const ids = documents.map(({ id }) => id);
  await page.goto(site.url(""));
  await page.getByText("图中数字", { exact: true }).click();
  for (const side of ["to", "from"] as const) {
    const groups = page.locator(`.flow-table[data-side="${side}"] tbody`);
    const listed = await groups.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset["document"] ?? ""));
    expect(listed).toEqual(side === "to" ? ids.slice(1) : ids.slice(0, -1));
    for (const id of listed) {
      const group = page.locator(`.flow-table[data-side="${side}"] tbody[data-document="${id}"]`);
      const numbers = await group.locator("[data-count]").evaluateAll((cells) =>
        cells.map((cell) => ({
          of: cell.closest<HTMLElement>("[data-other]")?.dataset["other"] ?? "",
          count: (cell as HTMLElement).dataset["count"] ?? "",
          value: Number(cell.textContent),
        })),
      );
      const sum = (count: string): number =>
        numbers.filter((one) => one.count === count).reduce((total, { value }) => total + value, 0);
      const partners = [...closest(site, ids, id, side).values()];
      const clauses = countedClauses(site, id);
      expect(sum("clauses"), id).toBe(clauses.length);
      expect(sum("sum") + sum("alone"), id).toBe(clauses.length);
      for (const { of, count, value } of numbers.filter(({ of, count }) => of !== "" && count !== "sum"))
        expect(value, `${id} ${of} ${count}`).toBe(partners.filter((one) => one === `${of} ${count}`).length);
      expect(sum("sum"), id).toBe(partners.length);
    }
  }
});

test("a ribbon of the flow says its numbers and leads to its comparison", async ({ page, site }) => {
  await page.goto(site.url(""));
  // Of the two drawings the page shows the one that fits.
  const ribbons = page.locator(".flow-ribbon:visible");
  const rows = page.locator('.flow-table[data-side="to"] [data-other]');
  expect(await ribbons.count()).toBe(await rows.count());
  const ribbon = page.locator('.flow-ribbon[href*="compare/2016-guide/2017-zhejiang/"]:visible');
  await expect(ribbon).toHaveAttribute("aria-label", /\d+句.*（原文沿用\d+/);
  await ribbon.locator("path").last().click();
  await expect(page).toHaveURL(/compare\/2016-guide\/2017-zhejiang\//);
});

test("on a narrow page the flow runs down, and nothing sticks out", async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(site.url(""));
  await expect(page.locator(".flow-upright")).toBeVisible();
  await expect(page.locator(".flow-wide")).toBeHidden();
  for (const summary of await page.locator(".figure-data summary").all()) await summary.click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("the shares of terms equal a count over the published texts", async ({ page, site }) => {
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  const texts = documents.map(({ id }) => countedClauses(site, id).map(({ text }) => text.toLowerCase()));
  await page.goto(site.url(""));
  await page.getByText("图中数字与所数的词").click();
  const rows = await page.locator("[data-term]").evaluateAll((all) =>
    all.map((row) => ({
      words: (row.querySelector(".term-words")?.textContent ?? "").toLowerCase().split("、"),
      found: Array.from(row.querySelectorAll<HTMLElement>("[data-found]"), (cell) =>
        Number.parseInt(cell.innerText, 10),
      ),
    })),
  );
  expect(rows.length).toBeGreaterThan(5);
  for (const { words, found } of rows)
    expect(found, words.join()).toEqual(
      texts.map((clauses) => clauses.filter((text) => words.some((word) => text.includes(word))).length),
    );
  const bars = await page.locator(".term-bar").evaluateAll((all) =>
    all.map((bar) => ({
      title: bar.getAttribute("title") ?? "",
      value: Number(bar.querySelector("b")?.textContent),
    })),
  );
  expect(bars.length).toBe(rows.length * documents.length);
  for (const { title, value } of bars) {
    const [, clauses = 0, found = 0] = (/：(\d+)句中(\d+)句/.exec(title) ?? []).map(Number);
    expect(Math.abs(value - (100 * found) / clauses), title).toBeLessThanOrEqual(value < 10 ? 0.05 : 0.5);
  }
});

test("each document has words of its own, which lead to a clause that says them", async ({ page, site }) => {
  await page.goto(site.url(""));
  const link = page.locator(".own-words dd a").first();
  const word = await link.innerText();
  await link.click();
  const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
  await expect(page.locator(`[id="${id}"]`)).toContainText(word);
});
