import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  compareTargets,
  narrowsTargets,
  readTargetChoice,
  showsTarget,
  type TargetFacts,
  writeTargetChoice,
} from "./target-choice.ts";

const row = (given: Partial<TargetFacts>): TargetFacts => ({
  document: "a",
  kind: "target",
  form: "number",
  theme: undefined,
  year: "2020",
  indicator: "能耗",
  ...given,
});

describe("what a reader wants of the targets", () => {
  test("is the same when it is read from the address that it was written to", () => {
    const query = "?document=a,b&kind=target&form=deadline&theme=green&sort=deadline";
    assert.equal(writeTargetChoice(readTargetChoice(query)), query);
    assert.equal(writeTargetChoice(readTargetChoice("?document=&other=1")), "");
  });

  test("shows what fits every filter, and a sort hides nothing", () => {
    const shows = (query: string, given: Partial<TargetFacts>) => showsTarget(readTargetChoice(query), row(given));
    assert.equal(shows("", {}), true);
    assert.equal(shows("?document=a,b", { document: "b" }), true);
    assert.equal(shows("?document=b&kind=target", {}), false);
    assert.equal(shows("?form=deadline", {}), false);
    assert.equal(shows("?theme=green", {}), false);
    assert.equal(shows("?theme=green", { theme: "green" }), true);
    assert.equal(narrowsTargets(readTargetChoice("?sort=deadline")), false);
    assert.equal(narrowsTargets(readTargetChoice("?theme=green")), true);
  });

  test("puts rows in order, those without a deadline last", () => {
    assert.ok(compareTargets("deadline", row({}), row({ year: "2025" })) < 0);
    assert.ok(compareTargets("deadline", row({ year: undefined }), row({ year: "2035" })) > 0);
    assert.ok(compareTargets("indicator", row({ indicator: "出口" }), row({ indicator: "能耗" })) < 0);
    assert.equal(compareTargets("", row({}), row({ year: "2025" })), 0);
  });
});
