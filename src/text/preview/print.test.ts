import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { toString as textOf } from "mdast-util-to-string";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { asMarkdown, asText, escaped, type Heading } from "./print.ts";
import type { Part, Report } from "./report.ts";

const heading: Heading = { ref: "main", commit: "1234567", faults: { before: 0, after: 0 } };
const report = (items: readonly (readonly Part[])[], redirects: readonly string[] = []): Report => ({
  summary: [{ of: "句子", counts: ["改字 1"] }],
  sections: [{ title: "plan《计划》", items }],
  redirects,
});

const HOSTILE =
  "*a* _b_ `c` [d](http://e.example) <script>f</script> | # - 1. ~~g~~ \\ & &amp; ![h](i) @someone #12 </details>";

describe("printed for a terminal", () => {
  test("says what is gone and what is new", () => {
    const items: readonly Part[] = [
      { kind: "word", text: "改字 " },
      { kind: "gone", text: "甲" },
      { kind: "new", text: "乙" },
    ];
    assert.match(
      asText(report([items]), heading),
      /^与 main（1234567）相比\n {2}句子：改字 1\n\n■ plan《计划》\n {2}改字 \[-甲-\]\{\+乙\+\}\n$/u,
    );
  });
  test("lets no sign steer the terminal, nor the direction of writing", () => {
    const text = asText(report([[{ kind: "kept", text: "\u001b[2J甲\u202e乙\r" }]]), heading);
    for (const sign of ["\u001b", "\u202e", "\r"]) assert.ok(!text.includes(sign));
  });
  test("says so where nothing changed, and warns of faults", () => {
    const none: Report = { summary: [], sections: [], redirects: [] };
    assert.match(asText(none, heading), /没有变化/u);
    assert.match(asText(none, { ...heading, faults: { before: 2, after: 0 } }), /那时的内容有 2 处错误/u);
  });
});

describe("printed for a pull request", () => {
  test("no text of content becomes markup, a mention or a reference", () => {
    const tree = unified()
      .use(remarkParse)
      .parse(`- ${escaped(HOSTILE)}\n`);
    const [list] = tree.children;
    assert.equal(textOf(tree).replaceAll("\u200b", ""), HOSTILE);
    assert.ok(textOf(tree).includes("@\u200bsomeone") && textOf(tree).includes("#\u200b12"));
    const kinds = new Set<string>();
    const walk = (node: { type: string; children?: readonly { type: string }[] }): void => {
      kinds.add(node.type);
      node.children?.forEach(walk);
    };
    assert.ok(list);
    walk(list);
    assert.deepEqual([...kinds], ["list", "listItem", "paragraph", "text"]);
    assert.ok(!/[<>]/u.test(escaped(HOSTILE)));
  });
  test("redirects stand in a block that nothing in them closes", () => {
    const text = asMarkdown(report([], ["- from: a#```", "  to: b"]), heading);
    assert.match(text, /\n````yaml\n- from: a#```\n {2}to: b\n````\n/u);
  });
  test("has a length, and says what it left out", () => {
    const items = Array.from({ length: 500 }, (): Part[] => [{ kind: "new", text: "改，".repeat(400) }]);
    const { sections } = report(items);
    const many = { ...report([]), sections: Array.from({ length: 60 }, () => sections).flat() };
    const text = asMarkdown(many, heading);
    assert.ok(text.length < 65_000, String(text.length));
    assert.match(text, /另有 460 项没有列出/u);
    assert.match(text, /另有 \d+ 节没有列出/u);
    assert.equal(text.split("<details>").length, text.split("</details>").length);
  });
});
