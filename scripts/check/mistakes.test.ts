import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import type { Finding } from "../../src/node/check.ts";
import { makeCorpus, put, snapshot } from "../../src/node/fixtures/corpus.ts";
import { placeOf } from "../../src/text/problems/problem.ts";
import { IN_A_NEW_DOCUMENT, IN_THE_PROJECT, type Mistake } from "./mistakes.ts";
import { run } from "./run.ts";

const project = path.resolve(import.meta.dirname, "../..");

const said = ({ file, line, column, severity, rule }: Finding): string =>
  `${file}:${line}:${column} ${severity} ${rule}`;

async function check(root: string): Promise<{ readonly code: number; readonly findings: readonly Finding[] }> {
  const { code, lines } = await run(["--json", "--root", root]);
  return { code, findings: JSON.parse(lines.join("\n")) as Finding[] };
}

function copyOfTheProject(): string {
  const root = mkdtempSync(path.join(tmpdir(), "yange-"));
  for (const folder of ["content", "seeds"])
    cpSync(path.join(project, folder), path.join(root, folder), { recursive: true });
  return root;
}

/** Makes the mistake; returns how it must be reported. */
function make(root: string, { file, from, to, rule, severity }: Mistake): string {
  const text = from === null ? to : readFileSync(path.join(root, file), "utf8").replace(from, () => to);
  const { line, column } = placeOf(text, Math.max(0, text.indexOf("▶")));
  put(root, file, text.replace("▶", ""));
  return `${file}:${line}:${column} ${severity} ${rule}`;
}

/** A mistake is reported by one line, whose message says what to do; nothing is written. */
async function assertNamed(root: string, mistake: Mistake): Promise<void> {
  const file = path.join(root, mistake.file);
  const before = existsSync(file) ? readFileSync(file) : null;
  const expected = make(root, mistake);
  try {
    const written = snapshot(root);
    const { code, findings } = await check(root);
    const found = findings.filter(({ rule }) => rule !== "theme-uncovered");
    assert.deepEqual(found.map(said), [expected], found[0]?.message);
    assert.match(found[0]?.message ?? "", /\p{Script=Han}.*：/u);
    assert.equal(code, mistake.severity === "error" ? 1 : 0);
    assert.deepEqual(snapshot(root), written);
  } finally {
    if (before === null) rmSync(file);
    else put(root, mistake.file, before);
  }
}

for (const [where, makeRoot, mistakes] of [
  ["a new document", makeCorpus, IN_A_NEW_DOCUMENT],
  ["the project", copyOfTheProject, IN_THE_PROJECT],
] as const)
  describe(`a mistake in ${where} is named at its place`, () => {
    let root = "";
    before(() => {
      root = makeRoot();
    });
    after(() => rmSync(root, { recursive: true }));

    test("without one there are no faults", async () => {
      const { code, findings } = await check(root);
      assert.deepEqual([code, ...findings.map(({ rule }) => rule).filter((rule) => rule !== "theme-uncovered")], [0]);
    });
    for (const mistake of mistakes)
      test(`${mistake.what}: ${mistake.rule}`, async () => {
        await assertNamed(root, mistake);
      });
  });
