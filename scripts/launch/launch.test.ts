import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isAtLeast } from "./node.mjs";
import { withPath } from "./say.mjs";

describe("the launcher", () => {
  test("compares versions by number", () => {
    const cases: readonly (readonly [string, boolean])[] = [
      ["22.19.0", true],
      ["22.23.2", true],
      ["24.1.0", true],
      ["22.18.9", false],
      ["20.20.2", false],
      ["9.99.99", false],
    ];
    for (const [version, expected] of cases) assert.equal(isAtLeast(version, "22.19.0"), expected, version);
  });

  test("puts folders first on the path, however the system spells it", () => {
    assert.equal(withPath(["/a"], { Path: "/b" }).Path?.startsWith("/a"), true);
    assert.equal(withPath(["/a"], {}).PATH?.startsWith("/a"), true);
  });
});
