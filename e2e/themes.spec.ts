import { type Alignment, textsOf } from "./support/alignments.ts";
import { type CorpusEntry, expect, test } from "./support/site.ts";

interface DocumentRecord {
  readonly provisions: readonly ProvisionRecord[];
}

interface ProvisionRecord {
  readonly children: readonly ProvisionRecord[];
  readonly clauses: readonly { readonly eId: string; readonly themes: readonly string[] }[];
}

const clausesIn = (provisions: readonly ProvisionRecord[]): ProvisionRecord["clauses"] =>
  provisions.flatMap(({ clauses, children }) => [...clauses, ...clausesIn(children)]);

test("a cell counts the clauses that the data give to its theme, and leads to them", async ({ page, site }) => {
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  await page.goto(site.url("themes/"));
  const rows = page.locator(".theme-matrix tbody tr");
  const read = await rows.evaluateAll((all) =>
    all.map((row) => ({
      theme: row.querySelector("th a")?.getAttribute("href")?.split("/")[0] ?? "",
      counts: Array.from(row.querySelectorAll("td"), (cell) => Number(cell.dataset["clauses"])),
    })),
  );
  expect(read.length).toBeGreaterThan(0);
  const columns = documents.map(({ id }) => clausesIn(site.data<DocumentRecord>(`documents/${id}.json`).provisions));
  for (const { theme, counts } of read)
    expect(counts, theme).toEqual(columns.map((own) => own.filter(({ themes }) => themes.includes(theme)).length));
  const last = documents.at(-1);
  await rows.first().locator("td").last().getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`#${last?.id}$`));
  await expect(page.locator(":target")).toBeInViewport();
});

test("a theme shows each of its clauses once, in its own words", async ({ page, site }) => {
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  await page.goto(site.url("themes/green/"));
  for (const { id } of documents) {
    const texts = textsOf(site, id);
    const own = clausesIn(site.data<DocumentRecord>(`documents/${id}.json`).provisions);
    const wanted = own.filter(({ themes }) => themes.includes("green")).map(({ eId }) => texts.get(eId));
    const shown = await page.locator(`[id="${id}"] .stops:not(.chapter-dropped *) .words`).allTextContents();
    expect(shown.sort()).toEqual(wanted.sort());
  }
});

interface TargetRecord {
  readonly document: string;
  readonly eId: string;
  readonly quote: string;
}

test("the goals of a theme, and of the home page, are those of the published targets", async ({ page, site }) => {
  const targets = site.data<TargetRecord[]>("targets.json");
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  const read = () =>
    page
      .locator(".target-line a")
      .evaluateAll((all) =>
        all.map((a) => `${decodeURIComponent(new URL((a as HTMLAnchorElement).href).hash)} ${a.textContent}`),
      );
  for (const theme of ["green", "innovation"]) {
    await page.goto(site.url(`themes/${theme}/`));
    const wanted = documents.flatMap(({ id }) => {
      const own = clausesIn(site.data<DocumentRecord>(`documents/${id}.json`).provisions);
      const inTheme = new Set(own.filter(({ themes }) => themes.includes(theme)).map(({ eId }) => eId));
      return targets.filter(({ document, eId }) => document === id && inTheme.has(eId));
    });
    expect((await read()).sort(), theme).toEqual(wanted.map(({ eId, quote }) => `#${eId} ${quote}`).sort());
  }
  await page.goto(site.url(""));
  const figures = await page.locator(".move-figure").evaluateAll((all) =>
    all.map((a) => ({
      eId: decodeURIComponent(new URL((a as HTMLAnchorElement).href).hash.slice(1)),
      number: a.textContent?.match(/\d+(?:\.\d+)?/g)?.at(-1) ?? "",
    })),
  );
  expect(figures.length).toBeGreaterThan(0);
  for (const { eId, number } of figures)
    expect(
      targets.some((target) => target.eId === eId && target.quote.includes(number)),
      eId,
    ).toBe(true);
});

interface ThreadRecord {
  readonly id: string;
  readonly name: string;
  readonly clauses: readonly { readonly document: string; readonly eId: string }[];
}

test("every thread stands on its page as the data have it, and every step is a pair", async ({ page, site }) => {
  const threads = site.data<ThreadRecord[]>("threads.json");
  const alignments = new Set(
    site
      .data<Alignment[]>("alignments.json")
      .map(({ from, to }) => `${from.document} ${from.eId} ${to.document} ${to.eId}`),
  );
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  const texts = new Map(documents.map(({ id }) => [id, textsOf(site, id)]));
  await page.goto(site.url("threads/"));
  const read = await page.locator("tr.thread").evaluateAll((rows) =>
    rows.map((row) => ({
      id: row.id,
      words: Array.from(row.querySelectorAll(".stop-words"), (words) => words.textContent),
      gaps: row.querySelectorAll(".thread-gap").length,
    })),
  );
  expect(read.map(({ id }) => id)).toEqual(threads.map(({ id }) => id));
  threads.forEach(({ clauses }, i) => {
    expect(read[i]?.words).toEqual(clauses.map(({ document, eId }) => texts.get(document)?.get(eId)));
    expect(read[i]?.gaps).toBe(documents.length - clauses.length);
    for (const [k, to] of clauses.slice(1).entries()) {
      const from = clauses[k];
      expect(alignments.has(`${from?.document} ${from?.eId} ${to.document} ${to.eId}`)).toBe(true);
    }
  });
});

test("a thread opens and marks what changed, and its link comes back to it", async ({ page, site }) => {
  await page.goto(site.url("threads/"));
  const row = page.locator("tr.thread").first();
  const mark = row.locator("ins").first();
  const line = () => mark.evaluate((node) => getComputedStyle(node).textDecorationLine);
  expect(await line()).toBe("none");
  await row.locator("summary").click();
  expect(await line()).toBe("underline");
  await row.getByRole("link", { name: "此线索的链接" }).click();
  await expect(page.locator("tr.thread:target")).toBeInViewport();
  await row.getByRole("link", { name: "对照" }).first().click();
  await expect(page.locator(":target")).toBeInViewport();
});
