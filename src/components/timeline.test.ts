import assert from "node:assert/strict";
import { test } from "node:test";
import type { DocumentMeta } from "../text/model.ts";
import { axisOf, course, plans, remark, years } from "./timeline.ts";

function meta(id: string, issued: string, horizon: readonly number[], level: DocumentMeta["level"]): DocumentMeta {
  const named = { id, title: id, shortTitle: id, number: null, issuers: [] };
  return {
    ...named,
    issued,
    horizon,
    level,
    follows: [],
    script: "Hans",
    source: { name: "", url: null },
    supplied: [],
    readings: [],
    accepted: [],
  };
}

const guide = meta("guide", "2016-01-01", [2020], "national");
const province = meta("province", "2018-07", [2020], "provincial");
const plan = meta("plan", "2021-01-01", [2025, 2035], "national");
const all = [guide, province, plan];
const axis = axisOf(all);

test("the axis runs from the first issue to the end of the furthest year", () => {
  assert.deepEqual(axis, { first: 2016, last: 2035 });
  assert.deepEqual(course(axis, guide), { issued: 0, main: { start: 0, length: 25 }, outlook: null });
});

test("the outlook goes on where the main aim ends", () => {
  assert.deepEqual(course(axis, plan), {
    issued: 25,
    main: { start: 25, length: 25 },
    outlook: { start: 50, length: 50 },
  });
});

test("an unknown day stands in the middle of its month", () => {
  const { issued } = course(axis, province);
  assert.ok(issued > course(axis, { ...province, issued: "2018-07-01" }).issued);
  assert.ok(issued < course(axis, { ...province, issued: "2018-07-31" }).issued);
});

test("the plans are those of the state", () => {
  assert.deepEqual(
    plans(axis).map(({ name, years: span, start }) => `${name} ${span} ${start}`),
    ["“十三五” 2016—2020 0", "“十四五” 2021—2025 25", "“十五五” 2026—2030 50", "“十六五” 2031—2035 75"],
  );
});

test("the first year and every fifth are named", () => {
  const named = years({ first: 2017, last: 2025 }).filter((year) => year.named);
  assert.deepEqual(
    named.map(({ year }) => year),
    [2017, 2020, 2025],
  );
});

test("a remark needs something that no other document has", () => {
  assert.equal(remark(plan, all), "唯一望到2035年的一份");
  assert.equal(remark(province, all), "唯一的省级文件");
  assert.equal(remark(guide, all), null);
});
