import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { placeOf } from "../text/problems/problem.ts";
import { checkAll } from "./check.ts";
import { BODY, FRONT, makeCorpus, put, RECIPE, SEED, withKeys } from "./fixtures/corpus.ts";

const project = path.resolve(import.meta.dirname, "../..");
const guide = readFileSync(path.join(project, "content/RULES.md"), "utf8");

interface Shown {
  readonly file: string;
  readonly language: string;
  readonly text: string;
}

/** The files that one example shows; the last has the mark. */
type Example = readonly Shown[];

const MARK = "▶";

/** They need a file of megabytes, bytes of another encoding, a page nested by the thousand, or a fault of the program. */
const WITHOUT_EXAMPLE = ["file-missing", "file-too-large", "html-too-deep", "internal", "not-utf8", "order-unproven"];

function examplesIn(section: string): Example[] {
  const examples: Shown[][] = [[]];
  for (const [, language = "", file = "", text = ""] of section.matchAll(/^```(\w+) (\S+)\n(.*?)^```$/gmsu)) {
    const shown = text.replace(/<U\+([0-9A-F]{4})>/gu, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
    examples.at(-1)?.push({ file, language, text: shown });
    if (shown.includes(MARK)) examples.push([]);
  }
  return examples.filter((example) => example.length > 0);
}

const sections = guide.split(/^### `/mu).slice(1);
const rules = new Map(sections.map((section) => [section.slice(0, section.indexOf("`")), examplesIn(section)]));

/** What an example leaves out is put around it. */
function whole({ file, language, text }: Shown): string {
  if (file === "seeds/notice.yaml") return withKeys(RECIPE, text.replace(MARK, "")).replace(...marked(text));
  if (!file.startsWith("content/documents/") || text.startsWith(`${MARK}---`) || text.startsWith("---")) return text;
  if (language === "yaml")
    return `---\n${withKeys(FRONT, text.replace(MARK, "")).replace(...marked(text))}---\n${BODY}`;
  return text.trim() === MARK || text.startsWith(`${MARK}**`) ? text : `---\n${FRONT}---\n\n${text}`;
}

/** Puts the mark back into what was joined without it. */
const marked = (text: string): [string, string] => [text.replace(MARK, ""), text];

async function found({ example, rule }: { readonly example: Example; readonly rule: string }): Promise<string[]> {
  const root = makeCorpus();
  try {
    const all = example.map((shown) => ({ file: shown.file, text: whole(shown) }));
    if (all.some(({ file }) => /notice|seeds/u.test(file))) {
      put(root, "seeds/notice.yaml", RECIPE);
      put(root, "seeds/notice.txt", SEED);
    }
    for (const { file, text } of all) {
      const content = text.replace(MARK, "");
      put(root, file, content.trim() === "" ? "" : content);
    }
    const last = all.at(-1);
    const { findings } = await checkAll(root);
    return findings
      .filter(({ file }) => file === last?.file)
      .filter((one) => one.rule !== "theme-uncovered" || rule === "theme-uncovered")
      .map(({ line, column, rule: name, severity }) => `${line}:${column} ${severity} ${name}`);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Where names are no rules of content: those of drops in a proposed recipe, and of faults in a built page. */
const OTHER_NAMES = /^src\/(?:text\/import\/boilerplate\.ts|node\/offline(?:\.ts|\/))/u;

/** Names of rules in the code: those that are written out, and those of every kind of YAML. */
function rulesOfTheCode(): string[] {
  const files = ["src/text", "src/node"].flatMap((folder) =>
    readdirSync(path.join(project, folder), { recursive: true, encoding: "utf8" })
      .map((name) => path.posix.join(folder, name))
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.includes("fixtures"))
      .filter((name) => !OTHER_NAMES.test(name))
      .map((name) => readFileSync(path.join(project, name), "utf8")),
  );
  const source = files.join("\n");
  const written =
    /(?:rule: |rule = [^;]*|\b(?:warning|error|problem|fault|placeholderFaults)\([^"]*)"([a-z][a-z\d]*(?:-[a-z\d]+)*)"/gu;
  const yaml = Array.from(source.matchAll(/readYaml\([^"]*"([a-z-]+)"/gu), ([, what]) => what ?? "");
  return [
    ...Array.from(source.matchAll(written), ([, rule]) => rule ?? ""),
    ...yaml.flatMap((what) => [`${what}-syntax`, `${what}-schema`]),
  ].filter((rule) => rule.includes("-"));
}

describe("content/RULES.md", () => {
  test("has every rule that the code has", () => {
    const missing = new Set(rulesOfTheCode().filter((rule) => !rules.has(rule)));
    assert.deepEqual([...missing], []);
    const known = new Set([...rulesOfTheCode(), "internal"]);
    assert.deepEqual(
      WITHOUT_EXAMPLE.filter((rule) => !known.has(rule)),
      [],
    );
  });
  for (const [rule, examples] of rules) {
    test(`${rule} is shown`, () => {
      assert.equal(examples.length > 0, !WITHOUT_EXAMPLE.includes(rule));
    });
    examples.forEach((example, i) => {
      test(`example ${i + 1} of ${rule} has that fault, at its mark, and no other`, async () => {
        const last = example.at(-1);
        assert.ok(last);
        const text = whole(last);
        assert.ok(text.includes(MARK));
        const { line, column } = placeOf(text, text.indexOf(MARK));
        const severity = new RegExp(`### \`${rule}\`\n\n警告`, "u").test(guide) ? "warning" : "error";
        assert.deepEqual(await found({ example, rule }), [`${line}:${column} ${severity} ${rule}`]);
      });
    });
  }
});
