import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Alignment, ClauseRef, Relation } from "../model.ts";
import { keyOf } from "../structure/key.ts";
import { nameOf } from "./name.ts";
import { type Corpus, predecessors } from "./predecessors.ts";
import { threadsOf } from "./threads.ts";

const ORDER = ["a", "b", "c", "d"];

const ref = (name: string): ClauseRef => ({ document: name.charAt(0), eId: name.slice(1) });

const pair = (from: string, to: string, relation: Relation = "reworded"): Alignment => ({
  from: ref(from),
  to: ref(to),
  relation,
  score: 1,
  origin: "reviewed",
  evidence: [],
  reasons: [],
  note: null,
});

const corpus = (texts: Readonly<Record<string, string>>): Corpus => ({
  order: ORDER,
  texts: new Map(Object.entries(texts).map(([name, text]) => [keyOf(ref(name)), text])),
});

const PARKS = "建设化学原料药循环经济园区";
const told = corpus({
  a1: PARKS,
  a2: "培养国际化人才",
  b1: `${PARKS}十家`,
  c1: `${PARKS}一批`,
  c2: `支持${PARKS}`,
  d1: PARKS,
});
const mainOf = (all: readonly Alignment[], overrides?: Parameters<typeof predecessors>[2]) =>
  Object.fromEntries(
    [...predecessors(told, all, overrides)].map(([key, { alignment }]) => [key, keyOf(alignment.from)]),
  );

describe("a main predecessor", () => {
  test("is the one that is most alike", () => {
    assert.deepEqual(mainOf([pair("a2", "b1"), pair("a1", "b1")]), { "b--1": "a--1" });
  });
  test("is rather one whose own line holds the others", () => {
    const all = [pair("a1", "d1"), pair("b1", "d1"), pair("a1", "b1")];
    assert.deepEqual(mainOf(all), { "b--1": "a--1", "d--1": "b--1" });
  });
  test("is never merely related", () => {
    assert.deepEqual(mainOf([pair("a1", "b1", "related")]), {});
  });
  test("is whom an editor names, or none", () => {
    const all = [pair("a1", "b1"), pair("a2", "b1", "related")];
    assert.deepEqual(mainOf(all, new Map([["b--1", ref("a2")]])), { "b--1": "a--2" });
    assert.deepEqual(mainOf(all, new Map([["b--1", null]])), {});
  });
});

describe("threads", () => {
  test("go on with the farthest-reaching follower, and each other one begins a thread", () => {
    const all = [pair("a1", "b1"), pair("b1", "c1"), pair("b1", "c2"), pair("c1", "d1")];
    const threads = threadsOf(told, all).map(({ id, stations }) => [id, stations.map(keyOf).join(" ")]);
    assert.deepEqual(threads, [
      ["b--1", "a--1 b--1 c--1 d--1"],
      ["c--2", "b--1 c--2"],
    ]);
  });
  test("have the theme that most of their clauses have", () => {
    const themes = new Map([
      ["a--1", ["green", "parks"]],
      ["b--1", ["parks"]],
    ]);
    assert.equal(threadsOf(told, [pair("a1", "b1")], themes)[0]?.theme, "parks");
    assert.equal(threadsOf(told, [pair("a1", "b1")])[0]?.theme, null);
  });
});

describe("a thread's name", () => {
  test("is what its clauses share, without words that only urge", () => {
    assert.equal(nameOf([`支持${PARKS}。`, `加快${PARKS}，提高水平。`]), "化学原料药循环经济园区");
  });
  test("is the first clause's own where they share nothing", () => {
    assert.equal(nameOf(["完善医药储备。", "培养人才。"]), "医药储备");
  });
});

describe("threads of any pairs", () => {
  const clause = fc.record({ document: fc.constantFrom(...ORDER), eId: fc.constantFrom("1", "2", "3") });
  const pairs = fc
    .uniqueArray(
      fc
        .tuple(clause, clause, fc.constantFrom<Relation>("verbatim", "reworded", "related"))
        .filter(([from, to]) => from.document < to.document),
      { selector: ([from, to]) => `${keyOf(from)} ${keyOf(to)}`, maxLength: 30 },
    )
    .map((all) => all.map(([from, to, relation]) => pair(from.document + from.eId, to.document + to.eId, relation)));
  const texts = corpus(
    Object.fromEntries(ORDER.flatMap((d) => ["1", "2", "3"].map((n) => [d + n, `${PARKS}${n}第${d}份`]))),
  );

  test("hold every step once, in date order, a clause a document", () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const threads = threadsOf(texts, all);
        const steps = threads.flatMap(({ stations }) => stations.flatMap(({ after }) => (after ? [after] : [])));
        const main = [...predecessors(texts, all).values()].map(({ alignment }) => alignment);
        assert.equal(steps.length, main.length);
        assert.deepEqual(new Set(steps), new Set(main));
        assert.equal(new Set(threads.map(({ id }) => id)).size, threads.length);
        for (const { stations } of threads)
          stations.forEach((station, i) => {
            const before = stations[i - 1];
            assert.equal(station.after === null, before === undefined);
            if (!before || !station.after) return;
            assert.ok(before.document < station.document);
            assert.equal(keyOf(station.after.from), keyOf(before));
            assert.equal(keyOf(station.after.to), keyOf(station));
          });
      }),
    );
  });
});
