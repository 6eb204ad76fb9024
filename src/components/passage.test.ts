import assert from "node:assert/strict";
import { test } from "node:test";
import type { Ledger, LedgerSpan, PolicyDocument, Provision } from "../text/model.ts";
import { jumps, passage, passageWords } from "./passage.ts";

function lead(eId: string, ...texts: readonly string[]): Provision {
  const clauses = texts.map((text, i) => ({ eId: `${eId}_${i + 1}`, original: text, text }));
  const bare = { num: null, heading: null, stop: "", children: [], note: null, responsible: null };
  return { eId, kind: "lead", ...bare, paragraphs: [{ eId: `${eId}_p`, clauses }] };
}

const meta: PolicyDocument["meta"] = {
  id: "x",
  title: "x",
  shortTitle: "x",
  number: null,
  issuers: [],
  issued: "2020-01",
  horizon: [2025],
  level: "national",
  follows: [],
  script: "Hans",
  source: { name: "", url: null },
  supplied: [],
  readings: [],
  accepted: [],
};
const document: PolicyDocument = { meta, provisions: [lead("a", "天地玄黄。", "宇宙洪荒。"), lead("b", "日月盈昃。")] };

const kept = (eId: string, start: number, end: number): LedgerSpan => ({ start, end, fate: "kept", eId });

function ledger(...spans: readonly LedgerSpan[]): Ledger {
  return { seed: "seeds/x.txt", sha256: "", length: spans.at(-1)?.end ?? 0, spans };
}

test("what follows on in both is one ribbon, however often lines end in it", () => {
  const made = passage(
    document,
    ledger(kept("a_1", 0, 2), { start: 2, end: 3, fate: "space" }, kept("a_1", 3, 6), kept("a_2", 6, 11)),
  );
  assert.deepEqual(made.ribbons, [{ fate: "kept", from: { start: 0, end: 11 }, to: { start: 0, end: 10 } }]);
  assert.equal(jumps(made), 0);
});

test("a jump back and a repeat are seen and said", () => {
  const repeat: LedgerSpan = { start: 15, end: 20, fate: "duplicate", of: "a_1" };
  const shuffled = ledger(kept("b_1", 0, 5), kept("a_1", 5, 10), kept("a_2", 10, 15), repeat);
  const made = passage(document, shuffled);
  assert.equal(jumps(made), 1);
  assert.deepEqual(made.ribbons.at(-1), { fate: "duplicate", from: { start: 15, end: 20 }, to: { start: 0, end: 5 } });
  assert.equal(passageWords(made, shuffled), "抓取的次序是乱的：1 处跳回了前文；5 个码元是重复。");
});

test("title and date have a place of their own in front, and a date at the end is no jump", () => {
  const made = passage(document, ledger(kept("a_1", 0, 5), kept("front", 5, 9)));
  assert.equal(made.textStart, 4);
  assert.equal(jumps(made), 0);
});

test("a ledger that names what the document lacks is refused", () => {
  assert.throws(() => passage(document, ledger(kept("c_1", 0, 5))), /c_1/);
});
