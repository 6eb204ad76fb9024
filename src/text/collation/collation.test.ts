import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Alignment, PolicyDocument } from "../model.ts";
import { probability } from "./additive.ts";
import { candidates } from "./candidates.ts";
import { collate } from "./collate.ts";
import { conceptsIn, readConcepts } from "./concepts.ts";
import { FEATURES } from "./features.ts";
import { fit } from "./fit.ts";
import { background, earlier, later, policy } from "./fixtures/documents.ts";
import { pairsToCompare } from "./neighbours.ts";
import { prepare } from "./prepare.ts";
import { propose, type Weights } from "./propose.ts";
import { rows } from "./rows.ts";
import { everyStatement } from "./statement.ts";
import { tallies } from "./tally.ts";
import { tiles } from "./tiles.ts";

const weights = JSON.parse(readFileSync(path.join(import.meta.dirname, "weights.json"), "utf8")) as Weights;
const none = new Map();

const eIds = (document: PolicyDocument): string[] => everyStatement(document).map(({ clause }) => clause.eId);

function proposals(a: PolicyDocument, b: PolicyDocument): Alignment[] {
  const [x, y] = prepare([a, b, background], none);
  return x && y ? propose(x, y, weights) : [];
}

describe("tiles", () => {
  const shown = (a: string, b: string, least = 2): string[] =>
    tiles(a, b, least).map(({ from }) => a.slice(from.start, from.end));
  test("are found longest first, in whatever order they stand", () => {
    assert.deepEqual(shown("完善储备体系，提高能力", "提高能力，完善储备体系"), ["完善储备体系", "提高能力"]);
    assert.deepEqual(shown("甲乙丙丁", "乙丙甲乙", 2), ["甲乙"]);
    assert.deepEqual(shown("甲", "乙"), []);
  });
  test("are the same text on both sides, overlap nowhere and are as long as asked for", () => {
    const text = fc.string({ unit: fc.constantFrom("甲", "乙", "丙", "，"), maxLength: 30 });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 4 }), (a, b, least) => {
        const found = tiles(a, b, least);
        for (const { from, to } of found) {
          assert.equal(a.slice(from.start, from.end), b.slice(to.start, to.end));
          assert.ok(from.end - from.start >= least);
        }
        for (const side of ["from", "to"] as const) {
          const sorted = found.map((run) => run[side]).sort((x, y) => x.start - y.start);
          assert.ok(sorted.every((span, i) => i === 0 || (sorted[i - 1]?.end ?? 0) <= span.start));
        }
      }),
    );
  });
});

describe("concepts", () => {
  test("are found by any of their terms, whatever the case", () => {
    const { concepts } = readConcepts("绿色: [环保, 清洁生产]\n疫苗: [mRNA]\n");
    assert.deepEqual(conceptsIn("发展mrna疫苗，推行清洁生产和环保", concepts ?? none), ["疫苗", "绿色"]);
    assert.deepEqual(conceptsIn("清洁", concepts ?? none), []);
  });
  test("faults are named: a term said twice, one too short, no list", () => {
    assert.match(readConcepts("绿色: [环保, 环保]\n").faults[0]?.message ?? "", /“绿色”里“环保”写了两次/);
    assert.equal(readConcepts("绿色: [绿]\n").faults.length, 1);
    assert.equal(readConcepts("绿色: 环保\n").faults.length, 1);
  });
});

describe("candidates", () => {
  test("hold every clause that the other document has word for word", () => {
    const [a, b] = prepare([earlier, { ...earlier, meta: { ...earlier.meta, id: "copy" } }], none);
    assert.ok(a && b);
    const found = new Set(candidates(a, b).map((c) => `${c.a} ${c.b}`));
    assert.ok(a.statements.every((_, i) => found.has(`${i} ${i}`)));
  });
  test("are none where nothing is shared", () => {
    const [a, b] = prepare([earlier, policy("other", "2020-01-01", [["渔业", "深海采矿。"]])], none);
    assert.deepEqual(a && b ? candidates(a, b) : null, []);
  });
});

describe("a model", () => {
  const measured = (value: number) => ({
    values: FEATURES.map((_, i) => (i === 0 ? value : 0.5)),
    concepts: [],
    apart: [],
  });
  const random = [0.1, 0.7, 0.3, 0.9, 0.2, 0.8, 0.4, 0.6];
  const examples = Array.from({ length: 4000 }, (_, i) => {
    const value = (random[i % 8] as number) + (i % 13) / 130;
    return { measured: measured(value), target: value > 0.55 ? 1 : 0 };
  });
  test("learns what tells the examples apart", () => {
    const model = fit(examples);
    assert.ok(probability(model, measured(0.9)) > 0.9);
    assert.ok(probability(model, measured(0.1)) < 0.1);
  });
  test("is the same whatever the order of the examples", () => {
    const [one, other] = [fit(examples), fit(examples.toReversed())];
    assert.ok(Math.abs(probability(one, measured(0.5)) - probability(other, measured(0.5))) < 1e-6);
  });
});

describe("a proposal", () => {
  test("pairs what was reworded and leaves alone what is new", () => {
    const found = proposals(earlier, later).map(({ from, to }) => `${from.eId} ${to.eId}`);
    assert.ok(found.includes("sec_1__p_2__cl_1 sec_1__p_2__cl_1"), found.join("; "));
    assert.ok(found.includes("sec_2__p_2__cl_1 sec_2__p_1__cl_1"));
    assert.ok(!found.some((pair) => pair.endsWith("sec_2__p_2__cl_1")));
  });
  test("says what shows it and why, and is the same every time", () => {
    const once = proposals(earlier, later);
    assert.deepEqual(once, proposals(earlier, later));
    for (const { score, evidence, reasons, from, to } of once) {
      assert.ok(score > 0 && score <= 1);
      assert.ok(reasons.length > 0 && reasons.every((name) => FEATURES.some((feature) => feature === name)));
      const text = (document: PolicyDocument, eId: string): string =>
        everyStatement(document).find(({ clause }) => clause.eId === eId)?.clause.text ?? "";
      for (const run of evidence)
        assert.equal(
          text(earlier, from.eId).slice(run.from.start, run.from.end),
          text(later, to.eId).slice(run.to.start, run.to.end),
        );
    }
  });
  test("a reused run of twelve characters is verbatim", () => {
    const sentence = "推动原料药生产集群发展和园区集聚";
    const [a, b] = [
      policy("a", "2019-01-01", [["甲", `${sentence}。`]]),
      policy("b", "2020-01-01", [["乙", `${sentence}，建设基地。`]]),
    ];
    assert.deepEqual(
      proposals(a, b).map(({ relation }) => relation),
      ["verbatim"],
    );
  });
  test("does not depend on the order of the sections", () => {
    const turned: PolicyDocument = { ...later, provisions: later.provisions.toReversed() };
    const keys = (list: readonly Alignment[]): string[] => list.map((x) => `${x.from.eId} ${x.to.eId}`).sort();
    const lost = keys(proposals(earlier, later)).filter((key) => !keys(proposals(earlier, turned)).includes(key));
    assert.deepEqual(lost, []);
  });
  test("no clause has more than three partners", () => {
    const many = policy("many", "2020-01-01", [["甲", ...Array.from({ length: 6 }, () => "推动原料药生产集群发展。")]]);
    const counts = new Map<string, number>();
    for (const { from, to } of proposals(earlier, many))
      for (const key of [`a${from.eId}`, `b${to.eId}`]) counts.set(key, (counts.get(key) ?? 0) + 1);
    assert.ok(counts.size > 0 && [...counts.values()].every((count) => count <= 3));
  });
});

describe("neighbours", () => {
  test("are all pairs of a small corpus, and the most alike of a larger one", () => {
    const three = prepare([earlier, later, { ...earlier, meta: { ...earlier.meta, id: "copy" } }], none);
    assert.deepEqual(pairsToCompare(three, 10), [
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    assert.deepEqual(pairsToCompare(three, 1).at(0), [0, 1]);
    assert.ok(pairsToCompare(three, 1).some(([i, j]) => i === 0 && j === 2));
  });
  test("an editor's pair is compared even if it is no neighbour", () => {
    const edition = { from: "guide", to: "plan", complete: true, pairs: [], rejected: [] };
    const [collation] = collate([earlier, later], [edition], none, weights);
    assert.deepEqual(
      [collation?.from, collation?.to, collation?.complete, collation?.alignments],
      ["guide", "plan", true, []],
    );
    assert.ok((collation?.auto.length ?? 0) > 0);
  });
});

describe("two documents side by side", () => {
  const [from, to] = [eIds(earlier), eIds(later)];
  const some = fc.uniqueArray(fc.tuple(fc.constantFrom(...from), fc.constantFrom(...to)), {
    selector: ([a, b]) => `${a} ${b}`,
    maxLength: 10,
  });
  const aligned = (pairs: readonly (readonly [string, string])[]): Alignment[] =>
    pairs.map(([a, b]) => ({
      from: { document: "guide", eId: a },
      to: { document: "plan", eId: b },
      relation: "reworded",
      score: 1,
      origin: "reviewed",
      evidence: [],
      reasons: [],
      note: null,
    }));
  test("every clause stands once for each partner, and once if it has none", () => {
    fc.assert(
      fc.property(some, (pairs) => {
        const list = rows(earlier, later, aligned(pairs));
        const times = (side: "from" | "to", eId: string): number =>
          list.filter(
            (row) =>
              side in row && (row as Record<"from" | "to", { clause: { eId: string } }>)[side].clause.eId === eId,
          ).length;
        for (const eId of from) assert.equal(times("from", eId), Math.max(1, pairs.filter(([a]) => a === eId).length));
        for (const eId of to) assert.equal(times("to", eId), Math.max(1, pairs.filter(([, b]) => b === eId).length));
      }),
    );
  });
  test("the later document's order is kept", () => {
    fc.assert(
      fc.property(some, (pairs) => {
        const places = rows(earlier, later, aligned(pairs)).flatMap((row) =>
          row.kind === "dropped" ? [] : [to.indexOf(row.to.clause.eId)],
        );
        assert.deepEqual(
          places,
          places.toSorted((x, y) => x - y),
        );
      }),
    );
  });
  test("a pair out of order has moved, its neighbours have not", () => {
    const pairs = [
      [from[3], to[0]],
      [from[0], to[1]],
      [from[1], to[2]],
    ] as [string, string][];
    const list = rows(earlier, later, aligned(pairs));
    assert.deepEqual(
      list.flatMap((row) => (row.kind === "pair" ? [row.moved] : [])),
      [true, false, false],
    );
  });
  test("the tallies count every clause once, by its best relation", () => {
    fc.assert(
      fc.property(some, (pairs) => {
        const { from: a, to: b, pairs: counts } = tallies(rows(earlier, later, aligned(pairs)));
        assert.equal(a.clauses, from.length);
        assert.equal(b.clauses, to.length);
        assert.equal(a.verbatim + a.reworded + a.related + a.alone, a.clauses);
        assert.equal(counts.reworded, pairs.length);
      }),
    );
  });
});
