import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { earlier, later } from "../collation/fixtures/documents.ts";
import type { Alignment } from "../model.ts";
import { placeOf } from "../problems/problem.ts";
import { readOverrides } from "./overrides.ts";

const [A, B] = ["guide#sec_1__p_1__cl_1", "plan#sec_1__p_1__cl_1"];
const joined: Alignment = {
  from: { document: "guide", eId: "sec_1__p_1__cl_1" },
  to: { document: "plan", eId: "sec_1__p_1__cl_1" },
  relation: "related",
  score: 1,
  origin: "reviewed",
  evidence: [],
  reasons: [],
  note: null,
};

const read = (yaml: string) => readOverrides(yaml, [earlier, later], [joined]);
const faults = (yaml: string): string[] =>
  read(yaml).faults.map(({ offset, rule, message }) => {
    const { line, column } = placeOf(yaml, offset);
    return `${line}:${column} ${rule}: ${message}`;
  });

describe("an editor's word on threads", () => {
  test("names the clause that a clause goes on with, or none", () => {
    assert.deepEqual(
      read(`- {clause: ${B}, follows: ${A}, why: 同一目标}\n`).overrides,
      new Map([["plan--sec_1__p_1__cl_1", joined.from]]),
    );
    assert.deepEqual(
      read(`- {clause: ${B}, follows: null, why: 另起}\n`).overrides,
      new Map([["plan--sec_1__p_1__cl_1", null]]),
    );
  });
  test("is held to what there is, every slip at once", () => {
    const yaml = [
      `- {clause: ${B}, follows: guide#sec_9, why: x}`,
      `- {clause: ${B}, follows: guide#sec_2__p_1__cl_1, why: x}`,
      "",
    ].join("\n");
    assert.deepEqual(faults(yaml), [
      "1:44 thread-unknown-clause: 没有 guide#sec_9 这一句：从网页上该句的链接里抄代号",
      `2:12 thread-duplicate: ${B} 写了两次：只留对的一条`,
      `2:44 thread-no-pair: guide#sec_2__p_1__cl_1 与 ${B} 还没有配对：先写进 content/alignments`,
    ]);
  });
  test("needs a reason and a name with #", () => {
    assert.deepEqual(
      faults(`- {clause: plan, follows: null}\n`).map((fault) => fault.replace(/: .*/u, "")),
      ["1:12 thread-schema", "1:3 thread-schema"],
    );
  });
});
