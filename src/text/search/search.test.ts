import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { choose, NO_CHOICE } from "./choice.ts";
import { directTo } from "./direct.ts";
import { excerpt } from "./excerpt.ts";
import { findAll, joined } from "./find.ts";
import { alikeOf, foldForSearch } from "./fold.ts";
import { hitsOf } from "./hit.ts";
import { scan } from "./lookup.ts";
import { readQuery } from "./query.ts";
import { ranked } from "./rank.ts";
import { FACTS, type SearchCorpus, type SearchRecord } from "./record.ts";
import { hitsFor, nearFor, type Sources } from "./search.ts";
import { spreadOf } from "./spread.ts";
import { suggestions } from "./suggest.ts";
import { tableOf, textOf } from "./table.ts";
import { tokensOf, twinOf } from "./twin.ts";

const alike = alikeOf([{ from: "著力", to: "着力" }]);
const fold = (text: string): string => foldForSearch(text, alike).text;

test("fold makes one of what a reader means by the same", () => {
  for (const [a, b] of [
    ["原料藥", "原料药"],
    ["ＶＯＣs", "vocs"],
    ["8％", "8%"],
    ["（VOCs）", "(vocs)"],
    ["3—5 家", "3-5家"],
    ["“双碳”", '"双碳"'],
    ["著力", "着力"],
    ["⽤药", "用药"],
    ["乾坤", "干坤"],
    ["㎡", "m2"],
    ["CAR\u00adT\u200b", "cart"],
  ] as const)
    assert.equal(fold(a), fold(b), `${a} and ${b}`);
  assert.notEqual(fold("≥8%"), fold("≤8%"));
  assert.notEqual(fold("1.5"), fold("15"));
});

test("fold is idempotent, and each unit names the character that it was made of", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const folded = foldForSearch(text, alike);
      assert.equal(fold(folded.text), folded.text);
      assert.equal(folded.at.length, folded.text.length);
      assert.ok(folded.at.every((offset, i) => offset < text.length && offset >= (folded.at[i - 1] ?? 0)));
    }),
    { numRuns: 2000 },
  );
});

test("every place of a term is found in the original", () => {
  const original = "原料藥 綠色生產，推動原料藥。";
  const spans = findAll(original, foldForSearch(original, alike), fold("原料药"));
  assert.deepEqual(
    spans.map(({ start, end }) => original.slice(start, end)),
    ["原料藥", "原料藥"],
  );
  const [span] = findAll(original, foldForSearch(original, alike), fold("药绿"));
  assert.equal(original.slice(span?.start, span?.end), "藥 綠");
  assert.deepEqual(
    joined([
      { start: 3, end: 5 },
      { start: 0, end: 3 },
      { start: 7, end: 8 },
    ]),
    [
      { start: 0, end: 5 },
      { start: 7, end: 8 },
    ],
  );
});

test("a query is words, and the line breaks of a page of paper part none", () => {
  const terms = (typed: string) => readQuery(typed, alike).terms;
  assert.deepEqual(terms("  绿色　原料藥 "), ["绿色", "原料药"]);
  assert.deepEqual(terms("大力推动原料\r\n药绿色"), ["大力推动原料药绿色"]);
  assert.deepEqual(terms("原料药 药"), ["原料药"]);
  assert.deepEqual(terms(" \u3000\n"), []);
  assert.deepEqual(terms("\ud800"), ["\ud800"]);
  assert.equal(readQuery(Array.from({ length: 40 }, (_, i) => `第${i}词`).join(" "), alike).left, 24);
});

/** What the index does with a twin: a phrase is found where its tokens follow one another. */
function holds(tokens: string, wanted: readonly string[]): number {
  const all = tokens.split(" ");
  return all.findIndex((_, i) => wanted.every((token, k) => all[i + k] === token));
}

test("a phrase is found in a twin exactly when its characters stand in a line", () => {
  const characters = fc.string({ unit: fc.constantFrom("药", "原", "料", "a", "8", "%", "，", "😀"), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(characters, { minLength: 1, maxLength: 3 }), characters, fc.nat(6), (lines, term, heading) => {
      if (term === "") return;
      const [first = ""] = lines;
      const headed = Math.min(heading, Array.from(first).length);
      const twin = twinOf(lines, headed);
      const at = holds(twin.tokens, tokensOf(term));
      assert.equal(
        at >= 0,
        lines.some((line) => line.includes(term)),
      );
      const place = first.indexOf(term);
      const inHeading = place >= 0 && Array.from(first.slice(0, place)).length < headed;
      assert.equal(at >= 0 && at < twin.headed, inHeading);
    }),
    { numRuns: 3000 },
  );
});

const record = (eId: string, text: string, heading = "", facts = 0, themes: string[] = []): SearchRecord => ({
  eId,
  trail: [],
  lines: [heading + text],
  heading: heading.length,
  clauses: [text.length],
  facts,
  themes,
});

const corpus: SearchCorpus = {
  documents: [
    {
      id: "old",
      title: "老文件",
      shortTitle: "老",
      issued: "2016-10",
      level: "national",
      colour: "",
      script: "Hant",
      records: [record("a", "推動原料藥綠色生產。"), record("b", "节能降耗。", "绿色发展", 0, ["green"])],
    },
    {
      id: "new",
      title: "新文件",
      shortTitle: "新",
      issued: "2021-01",
      level: "national",
      colour: "",
      script: "Hans",
      records: [
        record(
          "c",
          "原料药产业要向集中生产转变，在全国范围内优化布局，并且长期坚持走绿色的道路，不断前进，持续提高发展水平。",
          "",
          FACTS.isNew,
        ),
        record("d", "原料药绿色产品占比达到8%。", "", FACTS.isGoal | FACTS.isKept, ["green"]),
        record("e", "原料药的绿色。"),
      ],
    },
  ],
  themes: [{ id: "green", title: "绿色发展", about: "少排放", terms: ["绿色", "节能"] }],
  synonyms: [["节能", "降耗"]],
  indicators: [{ id: "share", name: "绿色产品占比", note: "", mentions: ["绿色产品"] }],
  alike: [...alike],
};
const table = tableOf(corpus, () => ({}));
const sources: Sources = {
  table,
  alike,
  lookup: scan(corpus.documents, alike),
  texts: async (document) => (corpus.documents[document]?.records ?? []).map(textOf),
};
const find = async (typed: string) => hitsFor(readQuery(typed, alike), sources);
const eIds = (hits: readonly { document: number; index: number }[]) =>
  hits.map(({ document, index }) => corpus.documents[document]?.records[index]?.eId).join("");

test("hits hold all terms, in either script", async () => {
  assert.equal(eIds(await find("原料藥")), "acde");
  assert.equal(eIds(await find("绿色 原料药")), "acde");
  assert.equal(eIds(await find("原料药 8％")), "d");
  assert.equal(eIds(await find("   ")), "");
});

test("headings and goals come first, then what stands close, then the later document", async () => {
  assert.equal(eIds(ranked(await find("绿色"), "best")), "bdcea");
  assert.equal(eIds(ranked(await find("绿色 原料药"), "best")), "deac");
  assert.equal(eIds(ranked(await find("绿色"), "newest")), "cdeab");
  assert.equal(eIds(ranked(await find("绿色"), "reading")), "abcde");
  assert.equal(spreadOf(["甲乙丙丁甲", "乙"], ["甲", "丁"], alike), 0);
});

test("counts say what each choice would leave, the others being as they are", async () => {
  const hits = await find("绿色");
  const { hits: left, counts } = choose(hits, { ...NO_CHOICE, document: ["new"], theme: ["green"] }, table);
  assert.equal(eIds(left), "d");
  assert.deepEqual(
    [...counts.document],
    [
      ["old", 1],
      ["new", 1],
    ],
  );
  assert.deepEqual([...counts.theme], [["green", 1]]);
  assert.deepEqual([...counts.target], [["yes", 1]]);
});

test("near results hold other words for it, and are no hits", async () => {
  const query = readQuery("降耗", alike);
  const hits = await hitsFor(query, sources);
  assert.equal(eIds(hits), "b");
  assert.equal(eIds(await nearFor(query, hits, sources, 9)), "");
  const several = readQuery("节能 8%", alike);
  assert.deepEqual(await hitsFor(several, sources), []);
  const near = await nearFor(several, [], sources, 9);
  assert.ok(eIds(near).startsWith("d") || eIds(near).startsWith("b"));
  assert.deepEqual(near.find(({ index, document }) => document === 0 && index === 1)?.clues.slice(0, 1), ["节能"]);
  assert.deepEqual(suggestions(fold("绿色产品比例"), table, alike)[0], "绿色产品占比");
  assert.equal(hitsOf(table)(99, false), null);
});

test("themes and indicators are named that hold the words", () => {
  const ids = (typed: string) => {
    const { themes, indicators } = directTo(readQuery(typed, alike).terms, table, alike);
    return [...themes, ...indicators].map(({ id }) => id);
  };
  assert.deepEqual(ids("綠色"), ["green", "share"]);
  assert.deepEqual(ids("排放"), ["green"]);
  assert.deepEqual(ids("绿色 占比"), ["share"]);
  assert.deepEqual(ids(""), []);
});

test("an excerpt stands around the first mark and cuts no character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.nat(299), fc.nat(20), (text, start, length) => {
      if (start >= text.length) return;
      const pieces = excerpt(text, [{ start, end: Math.min(text.length, start + length + 1) }]);
      const own = pieces.filter(({ text: piece }, i) => !(piece === "…" && (i === 0 || i === pieces.length - 1)));
      assert.ok(text.includes(own.map((piece) => piece.text).join("")));
      const [marked] = pieces.filter((piece) => piece.marked);
      assert.equal(marked?.text, text.slice(start, start + length + 1));
    }),
  );
});
