import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { NO_CHOICE } from "../text/search/choice.ts";
import { readChoice, writeChoice } from "./search-address.ts";

test("what a reader asks for is in the address, and comes back from it", () => {
  const choice = { ...NO_CHOICE, query: "8% ≥1万升&q=", document: ["2021-plan", "2021-fyp"], target: ["yes"] };
  assert.equal(
    writeChoice(choice),
    "?q=8%25%20%E2%89%A51%E4%B8%87%E5%8D%87%26q%3D&document=2021-plan%2C2021-fyp&target=yes",
  );
  assert.deepEqual(readChoice(writeChoice({ ...choice, order: "newest" })), { ...choice, order: "newest" });
  assert.equal(writeChoice(NO_CHOICE), "");
  assert.deepEqual(readChoice("?order=zzz&nope=1"), NO_CHOICE);
});

test("any query makes an address that a host takes, and one of ordinary length comes back whole", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (query) => {
      assert.equal(readChoice(writeChoice({ ...NO_CHOICE, query })).query, query.replace(/\p{Cs}/gu, "\ufffd"));
    }),
  );
  assert.ok(writeChoice({ ...NO_CHOICE, query: "\ud800".repeat(20_000) }).length < 8000);
});
