import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Provision } from "../model.ts";
import { mapped } from "../normalize/mapped.ts";
import { readPlain } from "../normalize/plain.ts";
import { titledDocument } from "./fixtures/arbitrary.ts";
import { numberValue, readMarker } from "./marker.ts";
import { allProvisions, outline } from "./outline.ts";
import { readResponsible } from "./responsible.ts";
import { pairUp, sentenceEnds } from "./sentences.ts";
import { outOfSequence } from "./sequence.ts";
import { structure } from "./structure.ts";

const HANS = { script: "Hans", readings: [] } as const;

function provisionsOf(text: string): readonly Provision[] {
  return structure(
    readPlain(text).lines.map((line) => ({ type: "line", line })),
    HANS,
  ).provisions;
}

const folder = path.join(import.meta.dirname, "fixtures");

for (const file of readdirSync(folder).filter((name) => name.endsWith(".txt"))) {
  describe(file, () => {
    const cases = readFileSync(path.join(folder, file), "utf8").split(/^# /mu).slice(1);
    assert.ok(cases.length > 0, `${file} holds no case`);
    for (const text of cases) {
      const [name = "", ...rest] = text.split("\n");
      const [input, expected] = rest.join("\n").split("\n==>\n");
      test(name, () => assert.equal(outline(provisionsOf(input ?? "")).trim(), expected?.trim()));
    }
  });
}

/** A sentence a line, `|` where it is cut. */
const cutSentences = (text: string): string => {
  const ends = [0, ...sentenceEnds(text)];
  return ends
    .slice(1)
    .map((end, i) => text.slice(ends[i], end))
    .join("|");
};

describe("sentences", () => {
  test("end at 。；！？, not inside brackets and quotation marks", () => {
    assert.equal(cutSentences("结构优化；质量提升。"), "结构优化；|质量提升。");
    assert.equal(cutSentences("支持（甲；乙。）发展。完善体系；"), "支持（甲；乙。）发展。|完善体系；");
    assert.equal(cutSentences("说“保质量。”再说。"), "说“保质量。”再说。");
    assert.equal(cutSentences("见http://a.cn/?x;y 一文。"), "见http://a.cn/?x;y 一文。");
  });
  test("go on behind a bracket that never closes", () => {
    assert.equal(cutSentences("甲（乙、丙。丁。"), "甲（乙、丙。|丁。");
    assert.deepEqual(pairUp("甲（乙、丙。丁）》").unpaired, [8]);
  });
});

describe("numbers", () => {
  test("are read in every form", () => {
    assert.deepEqual(["二十三", "一百零五", "十", "２", "③", "〇"].map(numberValue), [23, 105, 10, 2, 3, 0]);
    assert.deepEqual(readMarker("（十二）加强领导"), { kind: "subsection", num: "（十二）", value: 12, length: 4 });
    assert.equal(readMarker("1.5亿元"), null);
    assert.equal(readMarker("专栏1。见上"), null);
  });
});

describe("numbers out of sequence", () => {
  test("are those that repeat or go back, boxes and articles through the document", () => {
    const task = "建设平台，支持攻关。\n";
    const text = `一、甲\n（一）子\n${task}（一）丑\n${task}三、乙\n专栏2 工程\n二、丙\n（一）寅\n${task}专栏1 计划\n`;
    const found = outOfSequence(provisionsOf(text)).map(({ eId, num, after }) => `${eId} ${num} ${after}`);
    assert.deepEqual(found, ["sec_1__sub_1-2 （一） （一）", "sec_2 二、 三、", "sec_2__sub_1__box_1 专栏1 专栏2"]);
  });
});

describe("responsible bodies", () => {
  test("are told apart by role", () => {
    assert.deepEqual(readResponsible("（责任单位：甲局、乙局牵头，丙局参与）"), {
      lead: ["甲局", "乙局"],
      participants: ["丙局"],
      cutOff: false,
    });
    assert.deepEqual(readResponsible("（责任单位：甲局，各市、县〔市、区〕政府参与）")?.participants, [
      "甲局",
      "各市、县〔市、区〕政府",
    ]);
    assert.deepEqual(readResponsible("（责任单位：甲局、乙局"), {
      lead: ["甲局", "乙局"],
      participants: [],
      cutOff: true,
    });
    assert.equal(readResponsible("加强领导。"), null);
  });
});

describe("generated documents", () => {
  test("come out as they were put in", () => {
    fc.assert(fc.property(titledDocument, ({ text, expected }) => assert.equal(outline(provisionsOf(text)), expected)));
  });

  test("have eIds that are unique, and that an inserted section does not change", () => {
    fc.assert(
      fc.property(titledDocument, ({ text }) => {
        const provisions = provisionsOf(text);
        const eIds = allProvisions(provisions).flatMap((p) => [
          p.eId,
          ...p.paragraphs.flatMap((q) => [q.eId, ...q.clauses.map((c) => c.eId)]),
        ]);
        assert.equal(new Set(eIds).size, eIds.length);
        const grown = allProvisions(
          provisionsOf(`${text}九十九、附则\n本意见自印发之日起施行，由有关部门负责解释。\n`),
        );
        const after = new Set(grown.map((p) => p.eId));
        for (const p of allProvisions(provisions)) assert.ok(after.has(p.eId), `${p.eId} is gone`);
      }),
    );
  });

  test("keep the eIds of titled provisions when a sibling is put before them", () => {
    const principles = (more: string): readonly Provision[] =>
      provisionsOf(
        `（一）基本原则\n${more}坚持创新驱动。加强创新能力建设，完善体系。\n坚持质量为先。把质量安全作为生命线。\n`,
      );
    const eIds = (provisions: readonly Provision[]): string[] => allProvisions(provisions).map((p) => p.eId);
    const before = eIds(principles(""));
    const after = eIds(principles("坚持开放合作。抓住重大机遇，推动企业走出去。\n"));
    assert.equal(before.length, 3);
    assert.deepEqual(
      before.filter((eId) => !after.includes(eId)),
      [],
    );
    assert.equal(after.length, 4);
  });

  test("keep every unit in exactly one clause or title", () => {
    fc.assert(
      fc.property(titledDocument, ({ text }) => {
        const pieces = readPlain(text).lines.map((line) => ({ type: "line" as const, line }));
        const { kept, bullets } = structure(pieces, HANS);
        const units = [...kept.flatMap((k) => k.source.at), ...bullets.flatMap((b) => b.at)].sort((a, b) => a - b);
        const expected = mapped(text).at.filter((i) => text.charAt(i).trim() !== "");
        assert.deepEqual(units, expected);
      }),
    );
  });
});
