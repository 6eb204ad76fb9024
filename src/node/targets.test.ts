import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { before, describe, test } from "node:test";
import type { Target } from "../text/model.ts";
import { f1, readReviewed, score } from "../text/targets/fixtures/score.ts";
import { readDocuments } from "./documents.ts";
import { readAllTargets } from "./targets.ts";

const root = path.resolve(import.meta.dirname, "../..");
const reviewed = readReviewed(readFileSync(path.join(root, "src/text/targets/fixtures/reviewed.txt"), "utf8"));

describe("the targets of the corpus", () => {
  let targets: readonly Target[] = [];
  before(async () => {
    const read = await readAllTargets(root, (await readDocuments(root)).documents);
    assert.deepEqual(read.problems, []);
    targets = read.targets.flatMap((one) => one.targets);
  });
  for (const [name, numeric] of [
    ["with a number", true],
    ["with a deadline only", false],
  ] as const) {
    test(`${name} are those that careful readers found`, () => {
      const wanted = reviewed.filter(({ value }) => (value !== null) === numeric);
      const result = score(
        targets.filter(({ value }) => (value !== null) === numeric),
        wanted,
      );
      assert.ok(f1(result) >= 0.97 && result.whole / wanted.length >= 0.95, result.wrong.join("\n"));
    });
  }
});
