import { type Alignment, textsOf } from "./support/alignments.ts";
import { type CorpusEntry, expect, test } from "./support/site.ts";

interface ReadKin {
  readonly own: string;
  readonly other: string;
  readonly text: string;
  readonly row: string;
}

test("beside each clause stand all the clauses that it goes with, in their own words", async ({ page, site }) => {
  const alignments = site.data<Alignment[]>("alignments.json");
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  const texts = new Map(documents.map(({ id }) => [id, textsOf(site, id)]));
  for (const { id } of documents) {
    await page.goto(site.url(`documents/${id}/`));
    const read = await page.locator(".kin-card > li").evaluateAll((cards): ReadKin[] =>
      cards.map((card) => {
        const [row, other] = Array.from(card.querySelectorAll("a"), (a) => new URL(a.href));
        return {
          own: card.closest(".annotated")?.querySelector(":scope p[id]")?.id ?? "",
          other: `${other?.pathname.split("/").at(-2)} ${decodeURIComponent(other?.hash.slice(1) ?? "")}`,
          text: card.querySelector(".words")?.textContent ?? "",
          row: decodeURIComponent(row?.hash.slice(1) ?? ""),
        };
      }),
    );
    const wanted = alignments.flatMap(({ from, to }) => {
      if (from.document !== id && to.document !== id) return [];
      const [own, other] = from.document === id ? [from, to] : [to, from];
      return [
        {
          own: own.eId.replace(/__cl_\d+$/, ""),
          other: `${other.document} ${other.eId}`,
          text: texts.get(other.document)?.get(other.eId) ?? "",
          row: `${from.eId}--${to.eId}`,
        },
      ];
    });
    const order = (a: ReadKin, b: ReadKin): number => (a.row + a.other < b.row + b.other ? -1 : 1);
    expect(read.sort(order), id).toEqual(wanted.sort(order));
  }
});

test("a note opens, and leads to the row and to the clause", async ({ page, site }) => {
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  await page.goto(site.url(`documents/${documents.at(-1)?.id}/`));
  const note = page.locator(".kin-family").first();
  await expect(note.locator(".words").first()).toBeHidden();
  await note.locator("summary").click();
  await expect(note.locator(".words").first()).toBeVisible();
  const text = await note.locator(".words").first().textContent();
  await note.getByRole("link", { name: "对照" }).first().click();
  await expect(page.locator(":target")).toBeInViewport();
  await expect(page.locator(':target [data-side="from"]')).toHaveText(text ?? "");
  await page.goBack();
  await note.locator("summary").click();
  const there = page.locator(".kin-family[open] .kin-links a").nth(1);
  if (!(await there.isVisible())) await note.locator("summary").click();
  await there.click();
  await expect(page.locator(":target")).toBeInViewport();
});

test("what is new in a document, or did not last, is said as often as it is so", async ({ page, site }) => {
  const alignments = site.data<Alignment[]>("alignments.json");
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  const last = documents.at(-1)?.id ?? "";
  await page.goto(site.url(`documents/${last}/`));
  const inherited = new Set(alignments.filter(({ to }) => to.document === last).map(({ to }) => to.eId));
  const isNew = await page.locator(".kin-none").filter({ hasText: "新增" }).count();
  await expect(page.locator(".kin-map figcaption")).toContainText(`${inherited.size} 句在前文有来历，${isNew} 句新增`);
});

test("neighbouring documents lead to their comparison", async ({ page, site }) => {
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  const [first, second] = documents;
  await page.goto(site.url(`documents/${second?.id}/`));
  await page.getByRole("link", { name: "与上一份逐句对照" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`从${first?.shortTitle}到${second?.shortTitle}`);
});
