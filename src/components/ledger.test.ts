import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Fate, Ledger, LedgerSpan } from "../text/model.ts";
import { FATES, type Run, rules, runs, shares } from "./ledger.ts";

function span(fate: Fate, start: number, end: number, name: string): LedgerSpan {
  if (fate === "kept") return { start, end, fate, eId: name };
  if (fate === "duplicate") return { start, end, fate, of: name };
  if (fate === "boilerplate") return { start, end, fate, rule: name, why: `因为${name}` };
  return { start, end, fate };
}

/** `kept a 天地|space|kept a 玄黄` → a seed and the ledger that tiles it. */
function read(notation: string): { raw: string; ledger: Ledger } {
  let raw = "";
  const spans = notation.split("|").map((part) => {
    const [fate = "", name = "", text = fate === "space" ? "\n" : name] = part.split(" ");
    const start = raw.length;
    raw += text;
    return span(fate as Fate, start, raw.length, name);
  });
  return { raw, ledger: { seed: "seeds/x.txt", sha256: "", length: raw.length, spans } };
}

const text = ({ pieces }: Run) => pieces.map((piece) => piece.text).join("");

test("a clause that line ends cut in pieces is one run", () => {
  const { raw, ledger } = read("kept a 天地|space|kept a 玄黄|space|kept b 宇宙");
  assert.deepEqual(
    runs(raw, ledger).map((run) => [run.fate, run.eId, text(run)]),
    [
      ["kept", "a", "天地\n玄黄"],
      ["space", null, "\n"],
      ["kept", "b", "宇宙"],
    ],
  );
});

test("white space shows by marks and stays as it was", () => {
  const raw = " \u3000\t\r\n";
  const ledger = { seed: "seeds/x.txt", sha256: "", length: raw.length, spans: [span("space", 0, raw.length, "")] };
  assert.deepEqual(runs(raw, ledger)[0]?.pieces, [{ text: raw, marks: "·□→␍↵" }]);
});

test("each reason has one number, in order of use", () => {
  const { raw, ledger } = read(
    "boilerplate lead 导语|kept a 正文|boilerplate sign 署名|kept b 正文|boilerplate lead 再导",
  );
  assert.deepEqual(
    rules(ledger).map(({ rule, units, passages }) => [rule, units, passages]),
    [
      ["lead", 4, 2],
      ["sign", 2, 1],
    ],
  );
  assert.deepEqual(
    runs(raw, ledger).map(({ rule }) => rule),
    [1, null, 2, null, 1],
  );
});

const ledgers = fc
  .array(fc.tuple(fc.constantFrom(...FATES), fc.constantFrom("a", "b"), fc.constantFrom("天", "地玄", "\n", "  ")), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => {
    let raw = "";
    const spans = parts.map(([fate, name, words]) => {
      const start = raw.length;
      raw += words;
      return span(fate, start, raw.length, name);
    });
    return { raw, ledger: { seed: "seeds/x.txt", sha256: "", length: raw.length, spans } };
  });

test("the runs of any ledger are the seed, verbatim and whole", () => {
  fc.assert(fc.property(ledgers, ({ raw, ledger }) => runs(raw, ledger).map(text).join("") === raw));
});

test("the shares of any ledger add up to the seed", () => {
  fc.assert(
    fc.property(ledgers, ({ raw, ledger }) => shares(ledger).reduce((sum, { units }) => sum + units, 0) === raw.length),
  );
});
