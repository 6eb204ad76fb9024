import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { earlier, later, policy } from "../collation/fixtures/documents.ts";
import { parseDocument } from "../markdown/parse.ts";
import { serialize } from "../markdown/serialize.ts";
import type { ClauseRef, Theme } from "../model.ts";
import { placeOf } from "../problems/problem.ts";
import { keyOf } from "../structure/key.ts";
import { subjects, themesOf } from "./assign.ts";
import { coverage } from "./coverage.ts";
import { readTheme } from "./theme.ts";

const corpus = [earlier, later];
const [RESEARCH, PARKS, LEADERSHIP] = ["sec_1__p_1__cl_1", "sec_1__p_2__cl_1", "sec_2__p_1__cl_1"];
const BODY = "---\n\n讲研发投入。\n";

const theme = (id: string, terms: readonly string[], more: Partial<Theme> = {}): Theme => ({
  id,
  order: null,
  title: id,
  about: "",
  terms,
  pinned: [],
  excluded: [],
  ...more,
});

const guide = (eId: string): ClauseRef => ({ document: "guide", eId });

/** `line:column rule: message` of everything that was found, in the order of the file. */
function said(source: string, list: "faults" | "warnings" = "faults", file = "content/themes/research.md"): string[] {
  return readTheme(file, source, corpus)
    [list].toSorted((a, b) => a.offset - b.offset)
    .map(({ offset, rule, message }) => {
      const { line, column } = placeOf(source, offset);
      return `${line}:${column} ${rule}: ${message}`;
    });
}

describe("a theme's file", () => {
  test("is a theme, named by its file", () => {
    const source = `---\ntitle: 研发\norder: 2\nterms: [研发投入]\npinned: [guide#${PARKS}]\nexcluded: [plan#${RESEARCH}]\n---\n\n讲研发投入，\n从低到高。\n`;
    const read = readTheme("content/themes/research.md", source, corpus);
    assert.deepEqual(read.faults, []);
    assert.deepEqual(read.theme, {
      id: "research",
      order: 2,
      title: "研发",
      about: "讲研发投入，从低到高。",
      terms: ["研发投入"],
      pinned: [guide(PARKS)],
      excluded: [{ document: "plan", eId: RESEARCH }],
    });
  });
  test("keeps its paragraph as it stands", () => {
    const source = "---\ntitle: 研发\nterms: [研发]\n---\n\n投入 <b> & 5 < 6，见:note。\n";
    assert.deepEqual(said(source), ["6:4 theme-body: 段落里有HTML 标记：只写文字，不用标记"]);
    const { theme: read } = readTheme("a.md", source.replace("<b>", "b"), corpus);
    assert.equal(read?.about, "投入 b & 5 < 6，见:note。");
  });
});

describe("faults in a theme's file", () => {
  test("no front matter", () => {
    assert.deepEqual(said("讲研发投入。\n"), [
      "1:1 theme-front-matter: 开头没有文件信息：以一行 --- 开头，写 title 和 terms，再以一行 --- 结束",
    ]);
  });
  test("an unknown key, no terms, a term too short, a reference of the wrong form", () => {
    assert.deepEqual(said(`---\ntitle: 研发\nterm: [研发]\nterms: []\npinned: [guide]\n${BODY}`), [
      "3:1 theme-schema: 没有“term”这个字段，多半是 terms：改正或删去，可用的有 title、order、terms、pinned、excluded",
      "4:8 theme-schema: terms：至少写一个用词：补上",
      "5:10 theme-schema: pinned 第 1 条：句子写成“文件代号#句子代号”：改正",
    ]);
    assert.match(
      said(`---\ntitle: 研发\nterms: [税]\n${BODY}`)[0] ?? "",
      /^3:9 theme-schema: terms 第 1 条：至少写两个字/,
    );
  });
  test("no YAML", () => {
    assert.match(
      said(`---\ntitle: 研发\nterms: [研发\n${BODY}`)[0] ?? "",
      /^\d:\d+ theme-syntax: 这里的括号或引号没有关上/,
    );
  });
  test("a term twice, whatever its case and width", () => {
    assert.deepEqual(said(`---\ntitle: 研发\nterms: [研发投入, GMP, ＧmP]\n${BODY}`), [
      "3:20 theme-duplicate-term: 用词“ＧmP”写了两次：删去一个",
    ]);
  });
  test("pins and exclusions that name no clause", () => {
    const source = `---\ntitle: 研发\nterms: [研发]\npinned: [guid#${PARKS}]\nexcluded: [guide#sec_1__p_1__cl_9, guide#sec_9__p_1__cl_1]\n${BODY}`;
    assert.deepEqual(said(source), [
      "4:10 theme-unknown-clause: 没有 guid 这份文件，多半是 guide：改成 guide、plan 之一",
      "5:12 theme-unknown-clause: guide 里没有 sec_1__p_1__cl_9 这一句：那一条里有 sec_1__p_1__cl_1、sec_1__p_2__cl_1，改成其中一句",
      "5:36 theme-unknown-clause: guide 里没有 sec_9__p_1__cl_1 这一句：改正代号，或删去这一条",
    ]);
  });
  test("a clause listed twice, or pinned and excluded", () => {
    const source = `---\ntitle: 研发\nterms: [研发]\npinned: [guide#${PARKS}, guide#${PARKS}]\nexcluded: [guide#${PARKS}]\n${BODY}`;
    assert.deepEqual(said(source), [
      `4:34 theme-duplicate-clause: guide#${PARKS} 写了两次：删去一条`,
      `5:12 theme-contradiction: guide#${PARKS} 既列入又排除：只留对的一条`,
    ]);
  });
  test("a body that is missing, too long or no plain text", () => {
    const head = "---\ntitle: 研发\nterms: [研发]\n---\n";
    assert.match(said(head)[0] ?? "", /^4:4 theme-body: 文件信息下面没有正文/);
    assert.deepEqual(said(`${head}\n# 研发\n`), [
      "6:1 theme-body: 正文是标题（以 # 开头的行）：只写一段文字，不用标记",
    ]);
    assert.deepEqual(said(`${head}\n讲**研发**。\n\n再讲。\n`), [
      "6:2 theme-body: 段落里有粗体：只写文字，不用标记",
      "8:1 theme-body: 正文不止一段：合成一段",
    ]);
  });
  test("a name that no address can hold", () => {
    assert.match(
      said(`---\ntitle: 研发\nterms: [研发]\n${BODY}`, "faults", "研发.md")[0] ?? "",
      /^1:1 theme-file-name/,
    );
  });
  test("a term that stands nowhere is only a warning", () => {
    const source = `---\ntitle: 研发\nterms: [研发, 深海采矿]\n${BODY}`;
    assert.deepEqual(said(source), []);
    assert.deepEqual(said(source, "warnings"), [
      "3:13 theme-idle-term: 没有一句或一个标题含有“深海采矿”：改正，或删去",
    ]);
  });
});

describe("the themes of a clause", () => {
  const of = (themes: readonly Theme[], eId: string, documents = corpus): readonly string[] =>
    themesOf(documents, themes).get(keyOf(guide(eId))) ?? [];

  test("by its text or by the nearest heading", () => {
    const themes = [theme("research", ["研发投入"]), theme("measures", ["保障措施"]), theme("goals", ["发展目标"])];
    assert.deepEqual(of(themes, RESEARCH), ["research", "goals"]);
    assert.deepEqual(of(themes, LEADERSHIP), ["measures"]);
    assert.deepEqual(of(themes, PARKS), ["goals"]);
  });
  test("whatever the case and width of its letters", () => {
    const document = policy("guide", "2016-10-26", [["目标", "提高GMP水平。"]]);
    assert.deepEqual(of([theme("gmp", ["ｇmp"])], RESEARCH, [document]), ["gmp"]);
  });
  test("best matching first: words of the text before those of the heading, then in the editor's order", () => {
    const themes = [theme("heading", ["发展目标"]), theme("once", ["企业"]), theme("twice", ["研发", "企业"])];
    assert.deepEqual(of(themes, RESEARCH), ["twice", "once", "heading"]);
    assert.deepEqual(of([theme("b", ["研发"]), theme("a", ["企业"])], RESEARCH), ["b", "a"]);
  });
  test("a heading of a Traditional document is read as Simplified", () => {
    const { document } = parseDocument(
      serialize(policy("guide", "2016-10-26", [["產業創新", "推動發展。"]]), "测试").replace(
        "script: Hans",
        "script: Hant",
      ),
    );
    assert.ok(document);
    assert.deepEqual(of([theme("innovation", ["产业创新"])], RESEARCH, [document]), ["innovation"]);
  });
  test("a responsible body's clause has none, and cannot be pinned", () => {
    const document = policy("guide", "2016-10-26", [["目标", "推动研发。（责任单位：研发局牵头）"]]);
    const aside = "sec_1__p_1__cl_2";
    assert.deepEqual(
      subjects([document]).map(({ clause }) => clause.eId),
      [RESEARCH],
    );
    assert.deepEqual(of([theme("research", ["研发"])], aside, [document]), []);
    const source = `---\ntitle: 研发\nterms: [研发]\npinned: [guide#${aside}]\n${BODY}`;
    assert.match(readTheme("a.md", source, [document]).faults[0]?.message ?? "", /不属于任何主题/);
  });
});

describe("coverage", () => {
  test("counts the clauses of each theme and lists those of none", () => {
    const { counts, documents, left } = coverage(corpus, [theme("stock", ["储备"]), theme("research", ["研发"])]);
    assert.deepEqual(
      [...counts],
      [
        ["stock", [1, 1]],
        ["research", [1, 1]],
      ],
    );
    assert.deepEqual(documents, [
      { id: "guide", clauses: 4, covered: 2 },
      { id: "plan", clauses: 4, covered: 2 },
    ]);
    assert.deepEqual(
      left.map(({ document, clause }) => `${document} ${clause.eId}`),
      ["guide sec_1__p_2__cl_1", "guide sec_2__p_1__cl_1", "plan sec_1__p_2__cl_1", "plan sec_2__p_2__cl_1"],
    );
  });
});

describe("any themes", () => {
  const refs = subjects(corpus).map(({ document, clause }) => ({ document, eId: clause.eId }));
  const terms = fc.uniqueArray(fc.constantFrom("研发", "储备", "原料药", "目标", "供应", "人才", "深海"), {
    minLength: 1,
  });
  const one = fc.record({ terms, fates: fc.array(fc.constantFrom("pinned", "excluded", null), { maxLength: 8 }) });
  const themes = fc.array(one, { maxLength: 5 }).map((list) =>
    list.map(({ terms: words, fates }, i) =>
      theme(`t${i}`, words, {
        pinned: refs.filter((_, k) => fates[k] === "pinned"),
        excluded: refs.filter((_, k) => fates[k] === "excluded"),
      }),
    ),
  );

  test("hold what is pinned and never what is excluded", () => {
    fc.assert(
      fc.property(themes, (list) => {
        const of = themesOf(corpus, list);
        for (const { id, pinned, excluded } of list) {
          for (const pin of pinned) assert.ok(of.get(keyOf(pin))?.includes(id));
          for (const exclusion of excluded) assert.ok(!of.get(keyOf(exclusion))?.includes(id));
        }
      }),
    );
  });
  test("hold the same clauses in whatever order they are given", () => {
    const asSets = (list: readonly Theme[]) =>
      new Map([...themesOf(corpus, list)].map(([key, ids]) => [key, ids.toSorted()]));
    fc.assert(
      fc.property(
        themes.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
        ),
        ([list, shuffled]) => assert.deepEqual(asSets(list), asSets(shuffled)),
      ),
    );
  });
});
