import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { outline } from "../text/structure/outline.ts";
import { readDocuments } from "./documents.ts";
import { readSeeds } from "./seeds.ts";

const root = path.resolve(import.meta.dirname, "../..");
const folder = path.join(root, "src/text/structure/fixtures/outlines");

/** Outlines that a reader wrote down from the seeds, knowing nothing of the machine's. */
describe("the outline that a reader finds", async () => {
  const { seeds, problems } = await readSeeds(root);
  const { documents } = await readDocuments(root);
  assert.deepEqual(problems, []);
  const files = readdirSync(folder).sort();
  assert.deepEqual(
    files,
    seeds.map((s) => `${s.recipe.id}.txt`),
  );
  for (const file of files) {
    const expected = readFileSync(path.join(folder, file), "utf8");
    const id = path.basename(file, ".txt");
    test(`${id}: is what the seed gives`, () => {
      assert.equal(outline(seeds.find((s) => s.recipe.id === id)?.document.provisions ?? []), expected);
    });
    test(`${id}: is what content/documents holds`, () => {
      assert.equal(outline(documents.find((d) => d.meta.id === id)?.provisions ?? []), expected);
    });
  }
});
