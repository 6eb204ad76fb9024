import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { LedgerSpan, PolicyDocument } from "../model.ts";
import { matchKey } from "../normalize/fold.ts";
import { readPlain } from "../normalize/plain.ts";
import { titledDocument } from "../structure/fixtures/arbitrary.ts";
import { allProvisions } from "../structure/outline.ts";
import { structure } from "../structure/structure.ts";
import { score } from "./fixtures/score.ts";
import { type Damage, recipeFor, scrape } from "./fixtures/scrape.ts";
import { type Ingested, ingest, metaOf } from "./ingest.ts";
import { parseRecipe, type Recipe } from "./recipe.ts";

/** The texts that eIds name: clauses, and titles with their numbers. */
function textsOf(document: PolicyDocument): Map<string, string> {
  const provisions = allProvisions(document.provisions);
  const printed = provisions.filter((p) => p.kind !== "gap");
  const titles = printed.map((p): [string, string] => [p.eId, `${p.num ?? ""}${p.heading ?? ""}${p.stop}`]);
  const clauses = provisions.flatMap((p) =>
    p.paragraphs.flatMap((x) => x.clauses.map((c): [string, string] => [c.eId, c.original])),
  );
  return new Map([...titles, ...clauses]);
}

function assertLedger(raw: string, { document, spans }: Pick<Ingested, "document" | "spans">): void {
  const texts = textsOf(document);
  let end = 0;
  const kept = new Map<string, string>();
  for (const span of spans) {
    assert.equal(span.start, end, "spans tile the seed");
    assert.ok(span.end > span.start);
    end = span.end;
    assertSpan(raw.slice(span.start, span.end), span, texts, kept);
  }
  assert.equal(end, raw.length);
  for (const [eId, text] of texts) assert.equal(kept.get(eId) ?? "", text.replace(/\s/g, "") === "" ? "" : text, eId);
}

/** Gathers what is kept of each clause; a span of any other fate is checked at once. */
function assertSpan(
  text: string,
  span: LedgerSpan,
  texts: ReadonlyMap<string, string>,
  kept: Map<string, string>,
): void {
  if (span.fate === "space") assert.equal(text.trim(), "");
  if (span.fate === "kept" && span.eId !== "front") {
    assert.ok(texts.get(span.eId)?.includes(text), `“${text}” stands in ${span.eId}`);
    kept.set(span.eId, (kept.get(span.eId) ?? "") + text);
  }
  if (span.fate === "duplicate" && span.of !== "front") {
    assert.ok(matchKey(texts.get(span.of) ?? "").includes(matchKey(text)), `“${text}” repeats ${span.of}`);
  }
  if (span.fate === "boilerplate") assert.ok(span.rule !== "" && span.why !== "");
}

function ingested(raw: string, recipe: Recipe): Ingested {
  const { ingested: done, faults } = ingest(raw, recipe, "");
  assert.deepEqual(faults, []);
  assert.ok(done);
  return done;
}

const clean = titledDocument.map(({ text }): PolicyDocument => {
  const recipe = recipeFor(
    { meta: metaOf({} as Recipe), provisions: [] },
    { raw: text, format: "plain", shuffled: false },
  );
  const pieces = readPlain(text).lines.map((line) => ({ type: "line" as const, line }));
  return { meta: metaOf(recipe), provisions: structure(pieces, recipe).provisions };
});

describe("ingest of a damaged copy", () => {
  const lossless: readonly Damage[] = ["clean", "wrapped", "html", "plain html", "traditional"];
  for (const damage of lossless) {
    test(`${damage}: gives back every clause in order, and accounts for every unit`, () => {
      fc.assert(
        fc.property(clean, fc.integer(), (document, seed) => {
          const made = scrape(document, damage, seed);
          const done = ingested(made.raw, recipeFor(document, made, damage === "traditional" ? "Hant" : "Hans"));
          assertLedger(made.raw, done);
          assert.deepEqual(score(document, done.document), { precision: 1, recall: 1, order: 1, duplicates: 0 });
        }),
        { numRuns: 40 },
      );
    });
  }

  for (const damage of ["glued", "repeated", "shuffled"] as const) {
    test(`${damage}: accounts for every unit and leaves no duplicate`, () => {
      fc.assert(
        fc.property(clean, fc.integer(), (document, seed) => {
          const made = scrape(document, damage, seed);
          const done = ingested(made.raw, recipeFor(document, made));
          assertLedger(made.raw, done);
          assert.equal(score(document, done.document).duplicates, 0);
        }),
        { numRuns: 25, endOnFailure: true },
      );
    });
  }
});

describe("the seeds", () => {
  const folder = path.resolve(import.meta.dirname, "../../../seeds");
  for (const id of ["2016-guide", "2017-zhejiang", "2019-opinion", "2021-plan", "2021-fyp"]) {
    test(`${id}: every unit has one fate`, () => {
      const yaml = readFileSync(path.join(folder, `${id}.yaml`), "utf8");
      const { recipe, faults } = parseRecipe(yaml);
      assert.deepEqual(faults, []);
      assert.ok(recipe);
      const raw = readFileSync(path.join(folder, recipe.seed), "utf8");
      assertLedger(raw, ingested(raw, recipe));
    });
  }
});
