import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { DocumentMeta, PolicyDocument } from "../model.ts";
import { line } from "../normalize/line.ts";
import { mapped } from "../normalize/mapped.ts";
import { readPlain } from "../normalize/plain.ts";
import { type Content, type Draft, draft } from "../structure/draft.ts";
import { finish } from "../structure/finish.ts";
import { titledDocument } from "../structure/fixtures/arbitrary.ts";
import { outline } from "../structure/outline.ts";
import { structure } from "../structure/structure.ts";
import { parseDocument } from "./parse.ts";
import { serialize } from "./serialize.ts";

const META: DocumentMeta = {
  id: "test",
  title: "关于“测试”的意见: #1",
  shortTitle: "测试",
  number: null,
  issuers: ["某部", "某局"],
  issued: "2020-01",
  horizon: [2025],
  level: "national",
  follows: ["earlier"],
  script: "Hans",
  source: { name: "测试", url: null },
  supplied: [{ field: "title", why: "没有标题" }],
  readings: [],
  accepted: [],
};

/** Everything that Markdown or its directives could take for markup. */
const HOSTILE = Array.from("*_`[](){}<>&#+-=|~:!\\/\"'.、（）《》“”％%5A中药原料创新");
const phrase = (min: number, max: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...HOSTILE), { minLength: min, maxLength: max }).map((units) => units.join(""));
// A text that begins with a number or a dash would be one: what it begins with is settled before Markdown is written.
const body = phrase(0, 12).map((text) => `药${text}业。`);
const heading = phrase(0, 6).map((text) => `质${text}量`);

const paragraph = (text: string): Content => line(mapped(text));

function made(
  kind: Draft["kind"],
  num: string | null,
  value: number | null,
  title: string | null,
  stop: string,
  content: Content[],
): Draft {
  const parts = draft(kind, { num, value, heading: title, stop, title: mapped(`${num ?? ""}${title ?? ""}${stop}`) });
  parts.content.push(...content);
  return parts;
}

const paragraphs = fc.array(body, { minLength: 1, maxLength: 2 }).map((texts) => texts.map(paragraph));
const lead = fc.tuple(heading, paragraphs).map(([h, p]) => made("lead", null, null, h, "。", p));
const dash = fc
  .tuple(fc.option(heading, { nil: null }), body)
  .map(([h, t]) => made("dash", null, null, h, h === null ? "" : "。", [paragraph(t)]));
const item = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.option(heading, { nil: null }), paragraphs)
  .map(([n, h, p]) => made("item", `${n}、`, n, h, h === null ? "" : "。", p));
const gap = fc.tuple(heading, fc.array(body, { maxLength: 1 })).map(([note, texts]): Draft => {
  const g = made("gap", null, null, null, "", texts.map(paragraph));
  return { ...g, note, content: g.content };
});
const inner = fc.oneof(
  fc.array(lead, { maxLength: 3 }),
  fc.array(dash, { maxLength: 3 }),
  fc.array(item, { maxLength: 3 }),
  fc.tuple(lead, gap, lead),
);
const box = fc
  .tuple(fc.integer({ min: 1, max: 9 }), heading, inner)
  .map(([n, h, c]) => made("box", `专栏${n}`, n, h, "", [...c]));
const NUMBERS = "一二三四五六七八九";
const subsection = fc
  .tuple(
    fc.integer({ min: 1, max: 9 }),
    heading,
    fc.constantFrom("", "。"),
    fc.array(body, { maxLength: 2 }),
    inner,
    fc.option(box, { nil: null }),
    fc.array(body, { maxLength: 1 }),
  )
  .map(([n, h, stop, texts, parts, b, closing]) => {
    const children = [...parts, ...(b ? [b] : [])];
    const wrap = children.length > 0 ? closing.map(paragraph) : [];
    return made("subsection", `（${NUMBERS[n - 1]}）`, n, h, stop, [...texts.map(paragraph), ...children, ...wrap]);
  });
const condition = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.option(heading, { nil: null }), paragraphs)
  .map(([n, h, p]) => made("subsection", `（${NUMBERS[n - 1]}）`, n, h, h === null ? "" : "。", p));
const article = fc
  .tuple(fc.integer({ min: 1, max: 9 }), paragraphs, fc.array(condition, { maxLength: 3 }))
  .map(([n, p, parts]) => made("article", `第${NUMBERS[n - 1]}条`, n, null, "", [...p, ...parts]));
const section = fc
  .tuple(
    fc.integer({ min: 1, max: 9 }),
    heading,
    fc.array(body, { maxLength: 1 }),
    fc.array(fc.oneof(subsection, gap), { maxLength: 3 }),
  )
  .map(([n, h, texts, parts]) => made("section", `${NUMBERS[n - 1]}、`, n, h, "", [...texts.map(paragraph), ...parts]));

const chapter = fc
  .tuple(fc.integer({ min: 1, max: 9 }), heading, fc.array(article, { minLength: 1, maxLength: 3 }))
  .map(([n, h, parts]) => made("chapter", `第${NUMBERS[n - 1]}章`, n, h, "", parts));

const document = fc
  .tuple(
    fc.option(paragraphs, { nil: null }),
    fc.option(paragraphs, { nil: null }),
    fc.oneof(fc.array(section, { minLength: 1, maxLength: 3 }), fc.array(chapter, { minLength: 1, maxLength: 2 })),
  )
  .map(([letter, opening, sections]): PolicyDocument => {
    const drafts = [
      ...(letter ? [made("preface", null, null, null, "", letter)] : []),
      ...(opening ? [made("preamble", null, null, null, "", opening)] : []),
      ...sections,
    ];
    return { meta: META, provisions: finish(drafts, META).provisions };
  });

describe("Markdown", () => {
  test("written and read again is the same document", () => {
    fc.assert(
      fc.property(document, (original) => {
        const parsed = parseDocument(serialize(original));
        assert.deepEqual(parsed.faults, []);
        assert.deepEqual(parsed.document, original);
      }),
      { numRuns: 300 },
    );
  });

  test("is written the same from what was read", () => {
    fc.assert(
      fc.property(document, (original) => {
        const text = serialize(original, "注");
        const { document: again } = parseDocument(text);
        assert.ok(again);
        assert.equal(serialize(again, "注"), text);
      }),
    );
  });

  test("of an editor may wrap lines and use directives' colons in text", () => {
    const head = serialize({ meta: META, provisions: [] });
    const { document: read } = parseDocument(
      `${head}\n## 一、目标\n\n比例为1:abc，网址http://a.cn/x，\n折行之后 PD-1\nPD-L1。\n`,
    );
    assert.equal(
      read?.provisions[0]?.paragraphs[0]?.clauses[0]?.original,
      "比例为1:abc，网址http://a.cn/x，折行之后 PD-1 PD-L1。",
    );
  });
});

describe("a Markdown document with faults", () => {
  const faultsOf = (text: string): string[] => parseDocument(text).faults.map((f) => `${f.offset} ${f.rule}`);
  const front = serialize({ meta: META, provisions: [] });

  test("says where the front matter is wrong", () => {
    assert.deepEqual(faultsOf("## 一、目标\n"), ["0 front-matter"]);
    const late = front.replace("issued: 2020-01", "issued: 二〇二〇年");
    assert.deepEqual(faultsOf(late), [`${late.indexOf("二〇二〇年")} front-matter-schema`]);
    assert.equal(parseDocument(front.replace("id: test", "id: [")).faults[0]?.rule, "front-matter-syntax");
  });

  test("says what has no place in it", () => {
    const text = `${front}\n## 一、目标\n\n| a |\n\n\`\`\`\ncode\n\`\`\`\n\n<script>alert(1)</script>\n`;
    assert.deepEqual(faultsOf(text), [
      `${text.indexOf("```")} markdown-block`,
      `${text.indexOf("<script>")} markdown-block`,
    ]);
  });
});

/** Front matter that stands before the text of a fixture. */
const FRONT = serialize({ meta: META, provisions: [] });
const folder = path.join(import.meta.dirname, "fixtures");

for (const file of readdirSync(folder)) {
  describe(file, () => {
    const cases = readFileSync(path.join(folder, file), "utf8").split(/^# /mu).slice(1);
    for (const text of cases) {
      const [name = "", ...rest] = text.split("\n");
      const [input = "", expected = ""] = rest.join("\n").split("\n==>\n");
      test(name, () => {
        const { document: read, faults } = parseDocument(`${FRONT}\n${input}`);
        assert.deepEqual(faults, []);
        assert.equal(outline(read?.provisions ?? []).trim(), expected.trim());
        assert.deepEqual(parseDocument(serialize(read as PolicyDocument)).document, read);
      });
    }
  });
}

describe("pasted text", () => {
  test("is the same tree as a plain seed of the same lines, and so is what is written of it", () => {
    fc.assert(
      fc.property(titledDocument, ({ text }) => {
        const pieces = readPlain(text).lines.map((one) => ({ type: "line" as const, line: one }));
        const { provisions } = structure(pieces, META);
        const { document: read } = parseDocument(`${FRONT}\n${text}`);
        assert.deepEqual(read?.provisions, provisions);
        assert.deepEqual(parseDocument(serialize(read as PolicyDocument)).document, read);
      }),
    );
  });

  test("of articles alone is written so that it reads back", () => {
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 4 }), (articles) => {
        const original: PolicyDocument = { meta: META, provisions: finish(articles, META).provisions };
        assert.deepEqual(parseDocument(serialize(original)).document, original);
      }),
    );
  });

  test("of a table keeps every cell", () => {
    const table = "## 一、指标\n\n| 指标 | 目标 |\n|---|---|\n| 研发\\|投入 | 2%；预期性 |\n| 平台。 | |\n";
    const { document: read } = parseDocument(`${FRONT}\n${table}`);
    const rows = read?.provisions[0]?.children.map((c) => c.paragraphs[0]?.clauses.map((one) => one.original).join(""));
    assert.deepEqual(rows, ["指标：研发|投入，目标：2%；预期性。", "指标：平台。"]);
    const wide = `${FRONT}\n## 一、指标\n\n| 指标 |\n|---|\n| 甲 | 乙 |\n`;
    const [fault] = parseDocument(wide).faults;
    assert.match(fault?.message ?? "", /^表格第 1 行有 2 格，表头只有 1 格/);
    assert.equal(fault?.offset, wide.indexOf("| 指标"));
  });
});
