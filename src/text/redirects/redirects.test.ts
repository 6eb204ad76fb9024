import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { earlier, later } from "../collation/fixtures/documents.ts";
import { placeOf } from "../problems/problem.ts";
import { readRedirects } from "./read.ts";
import { addressOf, formerKeys, formerOf, formerRows } from "./redirect.ts";

const HERE = "guide#sec_1__p_1__cl_1";

const read = (...lines: string[]) => readRedirects(`${lines.join("\n")}\n`, [earlier, later]);
const faults = (...lines: string[]): string[] =>
  read(...lines).faults.map(({ offset, rule, message }) => {
    const { line, column } = placeOf(`${lines.join("\n")}\n`, offset);
    return `${line}:${column} ${rule}: ${message}`;
  });
const rules = (...lines: string[]): string[] => faults(...lines).map((fault) => fault.replace(/: .*/u, ""));

describe("the table of old addresses", () => {
  test("says what became of a clause, a provision and a document", () => {
    const { redirects } = read(
      `- {from: guide#sec_9__p_1__cl_1, to: ${HERE}, why: 拆成两段}`,
      "- {from: guide#lead_ab12, to: guide#sec_2}",
      "- {from: old-guide, to: guide}",
    );
    assert.deepEqual(redirects, [
      { from: addressOf("guide#sec_9__p_1__cl_1"), to: addressOf(HERE), why: "拆成两段" },
      { from: addressOf("guide#lead_ab12"), to: addressOf("guide#sec_2"), why: null },
      { from: addressOf("old-guide"), to: addressOf("guide"), why: null },
    ]);
  });
  test("may be empty, or hold nothing but comments", () => {
    assert.deepEqual(read("[]").redirects, []);
    assert.deepEqual(read("# 还没有").redirects, []);
  });
  test("is held to what there is, every slip at once", () => {
    assert.deepEqual(
      faults(
        `- {from: ${HERE}, to: guide#sec_1}`,
        `- {from: guide#sec_9, to: guide#sec_8}`,
        `- {from: guide#sec_9, to: guide#sec_1}`,
        `- {from: guide, to: nowhere}`,
        `- {from: gone#sec_1, to: gone#sec_2}`,
      ),
      [
        `1:10 redirect-still-there: ${HERE} 还在，旧链接仍然有效：删去这一条，或写成已经不在的那个`,
        "2:27 redirect-unknown: guide 里没有 sec_8：从网页上该句链接 # 之后抄来",
        "3:10 redirect-duplicate: guide#sec_9 前面已写过：只留一条，删去另一条",
        "4:10 redirect-still-there: guide 还在，旧链接仍然有效：删去这一条，或写成已经不在的那个",
        "4:21 redirect-unknown: 没有文件 nowhere：写成 guide、plan 之一",
        "5:10 redirect-unknown-document: 没有文件 gone：写成现有文件里的一处，如 guide#sec_1",
      ],
    );
  });
  test("goes in one step: a chain is told its end, a circle that it has none", () => {
    assert.deepEqual(
      faults(
        "- {from: guide#sec_7, to: guide#sec_8}",
        "- {from: guide#sec_8, to: guide#sec_9}",
        `- {from: guide#sec_9, to: ${HERE}}`,
      ),
      [
        `1:27 redirect-chain: guide#sec_8 自己又转到 ${HERE}：把 to 直接写成 ${HERE}`,
        `2:27 redirect-chain: guide#sec_9 自己又转到 ${HERE}：把 to 直接写成 ${HERE}`,
      ],
    );
    assert.deepEqual(rules("- {from: a, to: b}", "- {from: b, to: a}", "- {from: c, to: c}"), [
      "1:17 redirect-cycle",
      "2:17 redirect-cycle",
      "3:17 redirect-cycle",
    ]);
  });
  test("names the new document where an old one was renamed", () => {
    assert.deepEqual(
      faults("- {from: old#sec_9, to: old#sec_1}", "- {from: old, to: guide}")[0],
      "1:10 redirect-unknown-document: old 已改名为 guide：写成 guide#sec_9，两步会接起来",
    );
  });
  test("stays within a document, and does not mix documents and clauses", () => {
    assert.deepEqual(rules("- {from: guide#sec_9, to: plan#sec_1}", "- {from: guide#sec_8, to: guide}"), [
      "1:27 redirect-across",
      "2:27 redirect-uneven",
    ]);
  });
  test("takes only what can be an address", () => {
    assert.deepEqual(
      rules(
        "- {from: guide#main, to: guide#sec_1}",
        "- {from: ../x, to: guide}",
        "- {from: old}",
        "- {from: 1, to: guide, wy: x}",
      ),
      [
        "1:10 redirect-schema",
        "2:10 redirect-schema",
        "3:3 redirect-schema",
        "4:10 redirect-schema",
        "4:24 redirect-schema",
      ],
    );
    assert.deepEqual(rules("from: a"), ["1:1 redirect-schema"]);
  });
});

describe("former names", () => {
  const former = formerOf(
    read(
      `- {from: guide#sec_9__p_1__cl_1, to: ${HERE}}`,
      `- {from: guide#sec_8__p_1__cl_1, to: ${HERE}}`,
      "- {from: plan#sec_9__p_1__cl_1, to: plan#sec_1__p_1__cl_1}",
      "- {from: old-plan, to: plan}",
    ).redirects ?? [],
  );
  const [from, to] = [
    { document: "guide", eId: "sec_1__p_1__cl_1" },
    { document: "plan", eId: "sec_1__p_1__cl_1" },
  ];
  test("of a clause and of a document", () => {
    assert.deepEqual(former.eIds("guide", "sec_1__p_1__cl_1"), ["sec_9__p_1__cl_1", "sec_8__p_1__cl_1"]);
    assert.deepEqual(former.eIds("guide", "sec_2"), []);
    assert.deepEqual(former.documents("plan"), ["old-plan"]);
    assert.deepEqual(former.documents("guide"), []);
  });
  test("of a row are all that its clauses make", () => {
    assert.deepEqual(formerRows(former, null, to), ["--sec_9__p_1__cl_1"]);
    assert.equal(formerRows(former, from, to).length, 5);
    assert.deepEqual(formerRows(former, { document: "guide", eId: "sec_2" }, null), []);
  });
  test("of a thread are those of its second clause", () => {
    assert.deepEqual(formerKeys(former, to), [
      "plan--sec_9__p_1__cl_1",
      "old-plan--sec_1__p_1__cl_1",
      "old-plan--sec_9__p_1__cl_1",
    ]);
  });
});
