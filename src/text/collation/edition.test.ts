import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Alignment } from "../model.ts";
import { placeOf } from "../problems/problem.ts";
import { readEdition } from "./edition.ts";
import { earlier, later } from "./fixtures/documents.ts";
import { merge } from "./merge.ts";

const corpus = [earlier, later];

const HEAD = "from: guide\nto: plan\n";
const pair = (
  from: string,
  to: string,
  quotes = "{from: 研发投入强度, to: 研发投入年均}",
  relation = "reworded",
): string => `  - {from: ${from}, to: ${to}, relation: ${relation}, quotes: [${quotes}]}\n`;
const [A, B] = ["sec_1__p_1__cl_1", "sec_1__p_1__cl_1"];

/** `line:column rule: message` of every fault, in the order of the file. */
function faults(yaml: string): string[] {
  return readEdition(yaml, corpus)
    .faults.toSorted((x, y) => x.offset - y.offset)
    .map(({ offset, rule, message }) => {
      const { line, column } = placeOf(yaml, offset);
      return `${line}:${column} ${rule}: ${message}`;
    });
}

describe("an editor's pairs", () => {
  test("are alignments, with the quoted places as evidence", () => {
    const { edition } = readEdition(`${HEAD}complete: true\npairs:\n${pair(A, B)}`, corpus);
    assert.equal(edition?.complete, true);
    assert.deepEqual(edition?.pairs, [
      {
        from: { document: "guide", eId: A },
        to: { document: "plan", eId: B },
        relation: "reworded",
        score: 1,
        origin: "reviewed",
        evidence: [{ from: { start: 13, end: 19 }, to: { start: 10, end: 16 } }],
        reasons: [],
        note: null,
      },
    ]);
  });
  test("may quote with other blanks, width, dashes and quotation marks", () => {
    const yaml = `${HEAD}pairs:\n${pair("sec_1__p_2__cl_1", "sec_1__p_2__cl_1", '{from: "建设 3–5 个化学原料药", to: "推动原料药生产集群发展,建设"}')}`;
    assert.deepEqual(readEdition(yaml, corpus).edition?.pairs[0]?.evidence, [
      { from: { start: 0, end: 11 }, to: { start: 0, end: 14 } },
    ]);
  });
});

describe("bad input", () => {
  test("an unknown document", () => {
    assert.deepEqual(faults("from: guide\nto: plam\n"), [
      "2:5 alignment-unknown-document: 没有 plam 这份文件，多半是 plan：改成 guide、plan 之一",
    ]);
  });
  test("documents in the wrong order, and one paired with itself", () => {
    assert.match(faults("from: plan\nto: guide\n")[0] ?? "", /^1:7 alignment-order: plan（2021-12-22）晚于 guide/);
    assert.match(faults("from: plan\nto: plan\n")[0] ?? "", /^1:7 alignment-order: plan 与自己配对/);
  });
  test("an unknown clause: the nearest one is named", () => {
    assert.deepEqual(faults(`${HEAD}pairs:\n${pair("sec_9__p_1__cl_1", B)}`), [
      "4:12 alignment-unknown-clause: guide 里没有 sec_9__p_1__cl_1 这一句：现在最像的是 " +
        "sec_1__p_1__cl_1：“到2020年，规模以上企业研发投入强度达到2%以上。”",
    ]);
  });
  test("a quote that is not in its clause: the nearest clause is named", () => {
    const yaml = `${HEAD}pairs:\n${pair(A, B, "{from: 完善医药储备体系, to: 研发投入}")}`;
    assert.deepEqual(faults(yaml), [
      "4:88 alignment-stale-quote: guide 的 sec_1__p_1__cl_1 里没有“完善医药储备体系”：现在最像的是 " +
        "sec_2__p_2__cl_1：“完善医药储备体系，提高应急保障能力。”",
    ]);
  });
  test("a quote that stands nowhere", () => {
    const yaml = `${HEAD}pairs:\n${pair(A, B, "{from: 深海采矿, to: 研发投入}")}`;
    assert.match(faults(yaml)[0] ?? "", /：照原句抄，或删去这一条$/);
  });
  test("a missing quote and an unknown key", () => {
    const yaml = `${HEAD}pairs:\n  - {from: ${A}, to: ${B}, relation: related, quotes: []}\nnotes: []\n`;
    assert.deepEqual(
      faults(yaml).map((line) => line.split(": ")[0]),
      ["4:79 alignment-schema", "5:1 alignment-schema"],
    );
  });
  test("all that an entry can get wrong, in one run", () => {
    const entries = [
      pair(A, B, "{from: 研发, to: 研发}", "rewordet"),
      pair(A, "sec_7__p_1__cl_1"),
      pair(A, "sec_1__p_2__cl_1", "{from: 完善医药储备体系, to: 推动原料药}"),
      pair(A, B, "{from: 研发, to: 研发}", "related"),
    ];
    assert.deepEqual(
      faults(`from: guide\nto: plan\npairs:\n${entries.join("")}`).map((line) => line.split(": ")[0]),
      [
        "4:62 alignment-relation",
        "5:34 alignment-unknown-clause",
        "6:88 alignment-stale-quote",
        "7:5 alignment-contradiction",
      ],
    );
  });
  test("the same entry twice, and two editors who disagree", () => {
    const yaml = `${HEAD}pairs:\n${pair(A, B)}${pair(A, B)}${pair(A, B, "{from: 研发, to: 研发}", "related")}rejected:\n  - {from: ${A}, to: ${B}}\n`;
    assert.deepEqual(faults(yaml), [
      `5:5 alignment-duplicate: ${A} 与 ${B} 写了两次：删去一条`,
      `6:5 alignment-contradiction: ${A} 与 ${B} 这里写的是 related，前面写的是 reworded：只留对的一条`,
      `8:5 alignment-contradiction: ${A} 与 ${B} 这里写的是 rejected，前面写的是 reworded：只留对的一条`,
    ]);
  });
  test("no YAML", () => {
    assert.match(faults("from: [guide\n")[0] ?? "", /^\d+:\d+ alignment-syntax: 这里的括号或引号没有关上/);
  });
});

describe("the editor's word before the machine's", () => {
  const proposal = (from: string, to: string): Alignment => ({
    from: { document: "guide", eId: from },
    to: { document: "plan", eId: to },
    relation: "reworded",
    score: 0.5,
    origin: "auto",
    evidence: [],
    reasons: [],
    note: null,
  });
  const said = (list: readonly Alignment[]): string[] => list.map((a) => `${a.origin} ${a.from.eId} ${a.to.eId}`);
  const edition = {
    from: "guide",
    to: "plan",
    complete: false,
    pairs: [{ ...proposal("a", "b"), origin: "reviewed" as const }],
    rejected: [{ from: "c", to: "d" }],
  };
  test("without an editor all proposals stand", () => {
    assert.deepEqual(said(merge(null, [proposal("a", "b")])), ["auto a b"]);
  });
  test("a reviewed pair replaces every proposal for either of its clauses; what was rejected is gone", () => {
    const proposals = [
      proposal("a", "b"),
      proposal("a", "x"),
      proposal("x", "b"),
      proposal("c", "d"),
      proposal("c", "e"),
    ];
    assert.deepEqual(said(merge(edition, proposals)), ["reviewed a b", "auto c e"]);
  });
  test("where both texts were read through the machine has no say", () => {
    assert.deepEqual(said(merge({ ...edition, complete: true }, [proposal("c", "e")])), ["reviewed a b"]);
  });
});
