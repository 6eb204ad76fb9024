import assert from "node:assert/strict";
import { test } from "node:test";
import { narrows, readChoice, shows, writeChoice } from "./comparison-choice.ts";

test("a choice written into an address is read back", () => {
  for (const query of ["", "?relation=new", "?relation=verbatim,new&origin=auto&section=sec_3&view=changes"])
    assert.equal(writeChoice(readChoice(query)), query);
});

test("several values may stand in one parameter or in several", () => {
  assert.deepEqual(readChoice("?relation=new&relation=dropped").relation, ["new", "dropped"]);
  assert.deepEqual(readChoice("?relation=new%2Cdropped").relation, ["new", "dropped"]);
});

test("a row is shown where every choice fits, and text that nobody judged only where nothing is asked of it", () => {
  const row = { standing: "reworded", origin: "auto", section: "sec_1" };
  const aside = { standing: undefined, origin: undefined, section: "sec_1" };
  assert.equal(shows(readChoice("?relation=reworded,new&origin=auto&section=sec_1"), row), true);
  assert.equal(shows(readChoice("?relation=new"), row), false);
  assert.equal(shows(readChoice("?origin=reviewed"), row), false);
  assert.equal(shows(readChoice("?section=sec_2"), row), false);
  assert.equal(shows(readChoice("?section=sec_1"), aside), true);
  assert.equal(shows(readChoice("?relation=new"), aside), false);
  assert.equal(shows(readChoice(""), aside), true);
});

test("a view leaves no row out", () => {
  assert.equal(narrows(readChoice("?view=merged")), false);
  assert.equal(narrows(readChoice("?section=sec_2")), true);
});
