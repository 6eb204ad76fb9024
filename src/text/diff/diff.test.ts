import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Change, Span } from "../model.ts";
import { compare } from "./compare.ts";
import { tokenize } from "./tokens.ts";

const cut = (text: string, { start, end }: Span): string => text.slice(start, end);

/** jsdiff's compact notation; kept text is the later one's. */
function marked(from: string, to: string): string {
  const show = (change: Change): string => {
    if (change.kind === "kept") return cut(to, change.to);
    if (change.kind === "deleted") return `<del>${cut(from, change.from)}</del>`;
    if (change.kind === "inserted") return `<ins>${cut(to, change.to)}</ins>`;
    return change.kind === "movedAway"
      ? `<moved-away>${cut(from, change.from)}</moved-away>`
      : `<moved-here>${cut(to, change.to)}</moved-here>`;
  };
  return compare(from, to).map(show).join("");
}

const rebuilt = (text: string, changes: readonly Change[], side: "from" | "to"): string =>
  changes
    .filter(({ kind }) => !(side === "from" ? ["inserted", "movedHere"] : ["deleted", "movedAway"]).includes(kind))
    .map((change) => cut(text, (change as { readonly from: Span; readonly to: Span })[side]))
    .join("");

describe("changes.txt", () => {
  const file = path.join(import.meta.dirname, "fixtures", "changes.txt");
  const cases = readFileSync(file, "utf8").split(/^# /mu).slice(1);
  assert.ok(cases.length > 10);
  for (const text of cases) {
    const [name = "", from = "", to = "", arrow, expected] = text.split("\n");
    test(name, () => {
      assert.equal(arrow, "==>");
      assert.equal(marked(from, to), expected);
    });
  }
});

/** Text as policies have it: words, numbers, names and signs in any order. */
const policyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "推动",
        "发展",
        "的",
        "和",
        "产业",
        "提高",
        "质量",
        "，",
        "；",
        "。",
        "、",
        "“十四五”",
        "《药品管理法》",
        " ",
      ),
      fc.constantFrom("8%以上", "10—15项", "2025年", "3–5个", "不低于3.5亿元", "CAR-T", "VOCs", "１", "（", "）", "%"),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(""));

describe("properties", () => {
  test("kept and deleted rebuild the earlier text, kept and inserted the later, unit for unit", () => {
    fc.assert(
      fc.property(policyText, policyText, (from, to) => {
        const changes = compare(from, to);
        assert.equal(rebuilt(from, changes, "from"), from);
        assert.equal(rebuilt(to, changes, "to"), to);
      }),
      { numRuns: 500 },
    );
  });
  test("a text differs from itself in nothing", () => {
    fc.assert(fc.property(policyText, (text) => compare(text, text).every(({ kind }) => kind === "kept")));
  });
  test("a moved run stands in both texts, and both marks name both places", () => {
    fc.assert(
      fc.property(policyText, policyText, (from, to) => {
        const changes = compare(from, to);
        const away = changes.filter(({ kind }) => kind === "movedAway");
        const here = changes.filter(({ kind }) => kind === "movedHere");
        const places = (list: readonly Change[]) => list.map((c) => JSON.stringify({ ...c, kind: null })).toSorted();
        assert.deepEqual(places(away), places(here));
      }),
      { numRuns: 500 },
    );
  });
  test("tokens tile the text", () => {
    fc.assert(
      fc.property(policyText, (text) => {
        assert.equal(
          tokenize(text)
            .map((token) => token.text)
            .join(""),
          text,
        );
      }),
    );
  });
  test("no change begins or ends inside a number", () => {
    const number = /\d+(?:[.,]\d+)*/gu;
    fc.assert(
      fc.property(policyText, policyText, (from, to) => {
        const edges = new Set(compare(from, to).flatMap((c) => ("from" in c ? [c.from.start, c.from.end] : [])));
        for (const match of from.matchAll(number))
          for (let i = match.index + 1; i < match.index + match[0].length; i++) assert.ok(!edges.has(i));
      }),
      { numRuns: 500 },
    );
  });
});
