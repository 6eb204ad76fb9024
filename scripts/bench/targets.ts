import { readFile } from "node:fs/promises";
import path from "node:path";
import { everyStatement } from "../../src/text/collation/statement.ts";
import { tokenize } from "../../src/text/diff/tokens.ts";
import type { PolicyDocument, Target } from "../../src/text/model.ts";
import { extractTargets } from "../../src/text/targets/extract.ts";
import { f1, readReviewed, score } from "../../src/text/targets/fixtures/score.ts";
import { partsOf } from "../../src/text/targets/mask.ts";

/** How well the machine reads the targets that careful readers wrote down, with a number and with a deadline only. */

const REVIEWED = "src/text/targets/fixtures/reviewed.txt";

type Extract = (document: PolicyDocument) => readonly Target[];

const NONE = { kind: "target", valueMax: null, change: "level", baselineYear: null, origin: "auto" } as const;

/** Every number token is a target: what stands before it in its part of the sentence is its indicator. */
const everyNumber: Extract = (document) =>
  everyStatement(document).flatMap(({ clause: { eId, text } }) =>
    partsOf(text).flatMap(({ start, end }): Target[] => {
      const part = text.slice(start, end);
      return tokenize(part)
        .filter(({ kind }) => kind === "number")
        .flatMap((token): Target[] => {
          const digits = /\d+(?:\.\d+)?/u.exec(token.text)?.[0];
          if (digits === undefined) return [];
          const comparator = /以上|不低于|至少/u.test(token.text) ? ">=" : "=";
          const unit = /\d[\d.]*([^\d.]*?)(?:以上|以下|左右)?$/u.exec(token.text)?.[1] || null;
          const fields = {
            indicator: part.slice(0, token.start),
            quote: part,
            comparator,
            unit,
            targetYear: null,
          } as const;
          return [{ ...NONE, ...fields, document: document.meta.id, eId, value: Number(digits) }];
        });
    }),
  );

/** Every part of a clause that names 到…年 is a goal by that year. */
const everyPart: Extract = (document) =>
  everyStatement(document).flatMap(({ clause: { eId, text } }) => {
    const year = /到(20\d\d)年/u.exec(text)?.[1];
    if (year === undefined) return [];
    return partsOf(text)
      .map(({ start, end }) => text.slice(start, end))
      .filter((part) => !/\d/u.test(part))
      .map((part): Target => {
        const fields = { indicator: part, quote: part, comparator: "none", unit: null, value: null } as const;
        return { ...NONE, ...fields, document: document.meta.id, eId, targetYear: Number(year) };
      });
  });

export async function benchTargets(root: string, documents: readonly PolicyDocument[]): Promise<void> {
  const reviewed = readReviewed(await readFile(path.join(root, REVIEWED), "utf8"));
  const groups = [
    { name: "with a number", baseline: "every number token", extract: everyNumber, numeric: true },
    { name: "with a deadline only", baseline: "every part beside 到…年", extract: everyPart, numeric: false },
  ];
  console.log(
    `targets: ${reviewed.length} entries that two readers agree on; whole: every field right, of all wanted\n`,
  );
  const heads = ["wanted", "precision", "recall", "F1", "whole", "ms"];
  console.log(`${"".padEnd(46)}${heads.map((head) => head.padStart(10)).join("")}`);
  for (const { name, baseline, extract, numeric } of groups) {
    const wanted = reviewed.filter(({ value }) => (value !== null) === numeric);
    for (const [label, way] of [
      [`ours, ${name}`, extractTargets],
      [baseline, extract],
    ] as const) {
      const began = performance.now();
      const got = documents.flatMap(way).filter(({ value }) => (value !== null) === numeric);
      const milliseconds = performance.now() - began;
      const result = score(got, wanted);
      const { hits, found, whole } = result;
      const shares = [hits / found, hits / wanted.length, f1(result), whole / wanted.length];
      const cells = [String(wanted.length), ...shares.map((share) => share.toFixed(3)), milliseconds.toFixed(0)];
      console.log(`${label.padEnd(46)}${cells.map((cell) => cell.padStart(10)).join("")}`);
    }
  }
}
