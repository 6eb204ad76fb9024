import assert from "node:assert/strict";
import { test } from "node:test";
import { hasPage } from "./which-pairs.ts";

const unread = { complete: false, alignments: [{ origin: "auto" as const }] };

test("few documents are compared each with each, many only where it was read or follows on", () => {
  assert.equal(hasPage(unread, 5, 8), true);
  assert.equal(hasPage(unread, 5, 9), false);
  assert.equal(hasPage(unread, 1, 9), true);
  assert.equal(hasPage({ ...unread, complete: true }, 5, 9), true);
  assert.equal(hasPage({ complete: false, alignments: [{ origin: "reviewed" }] }, 5, 9), true);
});
