import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { policy } from "../collation/fixtures/documents.ts";
import type { Alignment, PolicyDocument, Target, Theme } from "../model.ts";
import { nameOf } from "../redirects/redirect.ts";
import { piecesOf, shortened } from "./inline.ts";
import { previewOf } from "./preview.ts";
import type { Snapshot } from "./snapshot.ts";

const CHAIN = "推动原料药生产集群发展，建设一批生产基地。";
const STOCK = "健全医药储备体系，提高应急保障能力。";
const TALENT = "培养国际化人才。";

const snapshot = (documents: readonly PolicyDocument[], more: Partial<Snapshot> = {}): Snapshot => ({
  documents,
  unread: [],
  redirects: [],
  alignments: [],
  targets: [],
  themes: [],
  threads: [],
  ...more,
});

const plan = (...sections: (readonly [string, ...string[]])[]) => policy("plan", "2021-12-22", sections);
const before = plan(["目标", CHAIN], ["供应", STOCK, TALENT]);

function changed(after: PolicyDocument, more: Partial<Snapshot> = {}) {
  const preview = previewOf(snapshot([before]), snapshot([after], more));
  const [change] = preview.documents.edited;
  assert.ok(change);
  return { preview, change };
}

describe("what a change does to documents", () => {
  test("nothing, where nothing changed", () => {
    const { documents, redirects } = previewOf(snapshot([before]), snapshot([before]));
    assert.deepEqual(documents, { added: [], removed: [], renamed: [], unread: [], edited: [] });
    assert.deepEqual(redirects, []);
  });
  test("a clause reworded in its place keeps its link", () => {
    const { change, preview } = changed(plan(["目标", CHAIN.replace("一批", "五个")], ["供应", STOCK, TALENT]));
    assert.deepEqual(
      change.reworded.map(({ eId }) => eId),
      ["sec_1__p_1__cl_1"],
    );
    assert.deepEqual([change.added, change.gone, change.moved, preview.redirects], [[], [], [], []]);
  });
  test("a paragraph put before another takes its eId: no redirect helps, and it is said", () => {
    const { change } = changed(plan(["目标", CHAIN], ["供应", "开展短缺药品监测预警。", STOCK, TALENT]));
    assert.deepEqual(
      change.added.map(({ eId }) => eId),
      ["sec_2__p_1__cl_1"],
    );
    assert.deepEqual(
      change.moved.filter(({ text }) => text !== null).map(({ from, to, fate }) => [from, to, fate]),
      [
        ["sec_2__p_1__cl_1", "sec_2__p_2__cl_1", "taken"],
        ["sec_2__p_2__cl_1", "sec_2__p_3__cl_1", "taken"],
      ],
    );
  });
  test("a section that went elsewhere is followed, with what holds its clauses", () => {
    const { preview } = changed(plan(["供应", STOCK, TALENT, CHAIN]));
    assert.deepEqual(
      preview.redirects.map(({ from, to }) => [nameOf(from), nameOf(to)]),
      [
        ["plan#sec_2__p_1__cl_1", "plan#sec_1__p_1__cl_1"],
        ["plan#sec_2__p_2__cl_1", "plan#sec_1__p_2__cl_1"],
        ["plan#sec_2__p_1", "plan#sec_1__p_1"],
        ["plan#sec_2", "plan#sec_1"],
        ["plan#sec_2__p_2", "plan#sec_1__p_2"],
      ],
    );
  });
  test("what the table of old addresses catches is not asked for again", () => {
    const [one] = changed(plan(["供应", STOCK, TALENT, CHAIN])).preview.redirects;
    assert.ok(one);
    const { preview, change } = changed(plan(["供应", STOCK, TALENT, CHAIN]), { redirects: [one] });
    assert.equal(preview.redirects.length, 4);
    assert.ok(change.moved.some(({ fate }) => fate === "kept"));
  });
  test("headings and particulars are compared too", () => {
    const { change } = changed(
      policy("plan", "2021-12-23", [
        ["目标", CHAIN],
        ["保障", STOCK, TALENT],
      ]),
    );
    assert.deepEqual(change.headings, [{ eId: "sec_2", before: "二、供应", after: "二、保障" }]);
    assert.deepEqual(change.facts, [{ field: "issued", before: "2021-12-22", after: "2021-12-23" }]);
  });
  test("a document with another id and the same clauses was renamed; others came or went", () => {
    const renamed = policy("plan-2021", "2021-12-22", [
      ["目标", CHAIN],
      ["供应", STOCK, TALENT],
    ]);
    const other = policy("other", "2022-01-01", [["甲", "另一件事情。"]]);
    const { documents, redirects } = previewOf(snapshot([before, other]), snapshot([renamed]));
    assert.deepEqual(documents.renamed, [{ from: "plan", to: "plan-2021", title: "plan-2021" }]);
    assert.deepEqual(documents.removed, [{ id: "other", title: "other" }]);
    assert.deepEqual(
      redirects.map(({ from, to }) => [nameOf(from), nameOf(to)]),
      [["plan", "plan-2021"]],
    );
  });
  test("a document that could not be read neither came nor went", () => {
    const { documents } = previewOf(snapshot([], { unread: ["plan"] }), snapshot([before]));
    assert.deepEqual(documents, { added: [], removed: [], renamed: [], unread: ["plan"], edited: [] });
  });
});

describe("what a change does to the rest", () => {
  const after = plan(["供应", STOCK, TALENT, CHAIN]);
  const guide = policy("guide", "2016-10-26", [["储备", STOCK]]);
  const pair = (eId: string, relation: Alignment["relation"]): Alignment => ({
    from: { document: "guide", eId: "sec_1__p_1__cl_1" },
    to: { document: "plan", eId },
    relation,
    score: 1,
    origin: "auto",
    evidence: [],
    reasons: [],
    note: null,
  });
  const look = (a: Partial<Snapshot>, b: Partial<Snapshot>) =>
    previewOf(snapshot([guide, before], a), snapshot([guide, after], b));

  test("a pair goes along with its clause", () => {
    const [old, now] = ["sec_2__p_1__cl_1", "sec_1__p_1__cl_1"];
    const same = look({ alignments: [pair(old, "verbatim")] }, { alignments: [pair(now, "verbatim")] });
    assert.deepEqual(same.pairs, { gained: [], lost: [], changed: [] });
    const weaker = look({ alignments: [pair(old, "verbatim")] }, { alignments: [pair(now, "related")] });
    assert.deepEqual(
      weaker.pairs?.changed.map(({ before, relation }) => [before, relation]),
      [["verbatim", "related"]],
    );
    const other = look({ alignments: [pair(old, "verbatim")] }, { alignments: [pair("sec_1__p_2__cl_1", "verbatim")] });
    assert.deepEqual([other.pairs?.gained.length, other.pairs?.lost[0]?.to.text], [1, STOCK]);
  });
  test("a target is the same one while its words or what it counts are", () => {
    const target: Target = {
      document: "plan",
      eId: "sec_2__p_1__cl_1",
      quote: "储备10种",
      kind: "target",
      indicator: "储备",
      comparator: "=",
      value: 10,
      valueMax: null,
      unit: "种",
      change: "level",
      baselineYear: null,
      targetYear: 2025,
      origin: "auto",
    };
    const now = { ...target, eId: "sec_1__p_1__cl_1" };
    const counts = (b: readonly Target[]) => {
      const { targets } = look({ targets: [target] }, { targets: b });
      return [targets?.gained.length, targets?.lost.length, targets?.changed.length];
    };
    assert.deepEqual(counts([now]), [0, 0, 0]);
    assert.deepEqual(counts([{ ...now, quote: "储备12种", value: 12 }]), [0, 0, 1]);
    assert.deepEqual(counts([{ ...now, quote: "轮换5次", indicator: "轮换", value: 5 }]), [1, 1, 0]);
  });
  test("themes count the clauses that came and went", () => {
    const theme: Theme = {
      id: "stock",
      order: null,
      title: "储备",
      about: "",
      terms: ["储备"],
      pinned: [],
      excluded: [],
    };
    const { themes } = look({ themes: [theme] }, { themes: [{ ...theme, terms: ["人才"] }] });
    assert.deepEqual(themes, [{ id: "stock", title: "储备", is: "kept", gained: 1, lost: 2, retold: false }]);
    assert.deepEqual(
      look({ themes: [] }, { themes: [theme] }).themes?.map(({ is }) => is),
      ["added"],
    );
  });
  test("threads go along with their clauses", () => {
    const thread = (eId: string) => ({
      id: `plan--${eId}`,
      name: "储备",
      theme: null,
      stations: [
        { document: "guide", eId: "sec_1__p_1__cl_1", after: null },
        { document: "plan", eId, after: pair(eId, "verbatim") },
      ],
    });
    const same = look({ threads: [thread("sec_2__p_1__cl_1")] }, { threads: [thread("sec_1__p_1__cl_1")] });
    assert.deepEqual(same.threads, { gained: 0, lost: 0, changed: 0 });
  });
  test("a redirect that was taken away lets its links break again", () => {
    const one = { from: { document: "plan", eId: "sec_9" }, to: { document: "plan", eId: "sec_1" }, why: null };
    assert.deepEqual(look({ redirects: [one] }, {}).table, { gained: [], lost: [one] });
    assert.deepEqual(look({}, { redirects: [one] }).table, { gained: [one], lost: [] });
    const later = { ...one, to: { document: "plan", eId: "sec_1__p_1" } };
    assert.deepEqual(look({ redirects: [one] }, { redirects: [later] }).table, { gained: [], lost: [] });
  });
  test("what faults keep from being known is not compared", () => {
    assert.equal(look({ alignments: null }, {}).pairs, null);
    assert.equal(look({}, { themes: null }).themes, null);
  });
});

describe("a small difference", () => {
  test("goes by words, and by signs where only signs changed", () => {
    assert.deepEqual(piecesOf("到2020年达到2%。", "到2025年达到2%。"), [
      { kind: "kept", text: "到" },
      { kind: "gone", text: "2020年" },
      { kind: "new", text: "2025年" },
      { kind: "kept", text: "达到2%。" },
    ]);
    assert.deepEqual(
      piecesOf("规模、质量。", "规模，质量。").map(({ kind, text }) => `${kind} ${text}`),
      ["kept 规模", "gone 、", "new ，", "kept 质量。"],
    );
  });
  test("shows of what stayed only what stands next to a change", () => {
    const long = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十";
    const pieces = shortened([
      { kind: "kept", text: long },
      { kind: "gone", text: "甲" },
      { kind: "kept", text: long },
    ]);
    assert.deepEqual(
      pieces.map(({ text }) => text),
      ["…九十一二三四五六七八九十", "甲", "一二三四五六七八九十一二…"],
    );
  });
});
