import assert from "node:assert/strict";
import { test } from "node:test";
import { compare } from "../text/diff/compare.ts";
import { marksOn, type Side, unmarked } from "./marks.ts";

const FROM = "到2020年，研发投入强度达到2%以上，推进绿色发展。";
const TO = "推进绿色发展,到2025年，研发投入强度达到3%以上。";

const joined = (side: Side, text: string) =>
  marksOn(side, text, compare(FROM, TO))
    .map((mark) => mark.text)
    .join("");

test("either side is its own text to the letter", () => {
  assert.equal(joined("from", FROM), FROM);
  assert.equal(joined("to", TO), TO);
});

test("what is kept has as many stretches on either side", () => {
  const kept = (side: Side, text: string) =>
    marksOn(side, text, compare(FROM, TO)).filter(({ kind }) => kind === "kept").length;
  assert.equal(kept("from", FROM), kept("to", TO));
});

test("numbers change whole", () => {
  const marks = marksOn("to", TO, compare(FROM, TO));
  assert.ok(marks.some(({ kind, text }) => kind === "changed" && text.includes("2025年")));
});

test("a text alone has no marks", () => {
  assert.deepEqual(unmarked("甲。"), [{ kind: "kept", text: "甲。" }]);
});
