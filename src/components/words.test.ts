import assert from "node:assert/strict";
import { test } from "node:test";
import { csv } from "./csv.ts";
import { phrases } from "./phrases.ts";
import { dateName, horizonName, numeral, percent } from "./words.ts";

test("dates are read as precisely as they are known", () => {
  assert.equal(dateName("2016-10"), "2016年10月");
  assert.equal(dateName("2019-12-02"), "2019年12月2日");
});

test("the main year comes first, the others are an outlook", () => {
  assert.equal(horizonName([2025, 2035]), "2025年，展望2035年");
});

test("numerals", () => {
  const read = [0, 5, 10, 13, 20, 25, 99].map(numeral);
  assert.deepEqual(read, ["〇", "五", "十", "十三", "二十", "二十五", "九十九"]);
});

test("a share that is not zero never reads as zero", () => {
  assert.deepEqual([0, 0.0004, 0.1234, 1].map(percent), ["0.0%", "<0.1%", "12.3%", "100.0%"]);
});

test("a title breaks between words, and never before a closing or after an opening sign", () => {
  const title = "关于印发《“十四五”医药工业发展规划》的通知";
  const parts = phrases(title);
  assert.equal(parts.join(""), title);
  assert.ok(parts.length > 3);
  for (const part of parts) assert.doesNotMatch(part, /^[》”]|[《“]$/u);
});

test("cells with commas, quotes and line ends are quoted", () => {
  assert.equal(csv(["a", "b"], [['“甲”,"乙"', null]]), '\uFEFFa,b\r\n"“甲”,""乙""",\r\n');
});
