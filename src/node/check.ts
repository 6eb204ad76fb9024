import { readdir } from "node:fs/promises";
import path from "node:path";
import { characterFaults } from "../text/check/characters.ts";
import { checkDocument, linesOf } from "../text/check/check.ts";
import { applyEdits, type Edit, error, type Fault } from "../text/check/fault.ts";
import { readSheet } from "../text/check/sheet.ts";
import type { Problem } from "../text/model.ts";
import { byPlace, placeOf } from "../text/problems/problem.ts";
import { corpusProblems } from "./check-corpus.ts";
import { recipeOf } from "./documents.ts";
import { readText, writeText } from "./text-file.ts";

/** A problem as the check prints it. */
export interface Finding extends Problem {
  readonly endLine: number;
  /** Whether `--fix` mends it. */
  readonly fixable: boolean;
}

export interface Checked {
  /** Errors and warnings, in order of place. */
  readonly findings: readonly Finding[];
  /** How many files were looked at. */
  readonly files: number;
  /** What could not be checked, since documents that it speaks of cannot be read. */
  readonly isPartial: boolean;
}

/** What an editor writes, beside what the program makes. */
export interface EditorsFile {
  readonly name: string;
  readonly text: string;
  readonly recipe: string | null;
}

async function filesIn(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
    .sort();
}

const isGuide = (name: string): boolean => /^[A-Z]+\.md$/u.test(path.posix.basename(name));

/** Every Markdown and YAML file of content/ and seeds/ that can be read; what cannot be is said where it is used. */
async function editorsFiles(root: string): Promise<EditorsFile[]> {
  const names = [...(await filesIn(root, "content")), ...(await filesIn(root, "seeds"))].filter(
    (name) => /\.(?:md|yaml)$/u.test(name) && !isGuide(name),
  );
  const read = await Promise.all(names.map(async (name) => ({ name, text: (await readText(root, name)).file?.text })));
  return read.flatMap(({ name, text }) => (text === undefined ? [] : [{ name, text, recipe: recipeOf(text) }]));
}

/** What the project reads, by folder; another file lies there in vain. */
const READ: readonly RegExp[] = [
  /^content\/(?:documents|themes)\/[^/]+\.md$/u,
  /^content\/(?:alignments|targets)\/[^/]+\.yaml$/u,
  /^content\/alignments\/readings\/[^/]+$/u,
  /^content\/(?:concepts|indicators|terms|threads|redirects)\.yaml$/u,
  // What the guide shows.
  /^content\/pictures\/[^/]+\.png$/u,
  /^seeds\/[^/]+\.yaml$/u,
];

async function ignoredFiles(root: string): Promise<Problem[]> {
  const seeds = (await editorsFiles(root)).filter(({ name }) => name.startsWith("seeds/"));
  const named = new Set(
    seeds.flatMap(({ text }) => Array.from(text.matchAll(/^seed:\s*["']?([^"'\s#]+)/gmu), (m) => `seeds/${m[1]}`)),
  );
  const names = [...(await filesIn(root, "content")), ...(await filesIn(root, "seeds"))];
  return names
    .filter((name) => !isGuide(name) && !named.has(name) && !/(?:^|\/)\./u.test(name))
    .filter((name) => !READ.some((form) => form.test(name)))
    .map((file) => {
      const isSeed = file.startsWith("seeds/");
      const remedy = isSeed
        ? "没有配方用到它：写一份配方，或移走"
        : "网站不读这个文件：检查文件夹、文件名和扩展名（.md、.yaml）";
      return { file, line: 1, column: 1, rule: "file-ignored", severity: "warning", message: remedy };
    });
}

const isDocument = (name: string): boolean => name.startsWith("content/documents/");

/** What a recipe makes is mended in the recipe. */
function inRecipe(faults: readonly Fault[], { recipe }: EditorsFile): readonly Fault[] {
  if (recipe === null) return faults;
  return faults.map((fault) => {
    const message = `${fault.message.replace("（可用 --fix）", "")}（本文件由 ${recipe} 生成，请改配方）`;
    return { ...fault, message, edits: [] };
  });
}

interface Read {
  readonly file: EditorsFile;
  readonly faults: readonly Fault[];
}

function faultsOf(file: EditorsFile): readonly Fault[] {
  if (!isDocument(file.name)) return characterFaults(file.text);
  return inRecipe(checkDocument(readSheet(file.text, file.recipe)), file);
}

/** A fault of the program is said as one, with the file that brings it to light, and keeps no other problem unsaid. */
function readOne(file: EditorsFile): Read {
  try {
    return { file, faults: faultsOf(file) };
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    const message = `程序出错（${what}），不是文件的问题：请把文件报给开发者`;
    return { file, faults: [error("internal", 0, message)] };
  }
}

function findingsIn({ file: { name, text }, faults }: Read): Finding[] {
  return faults.map((fault) => ({
    file: name,
    ...placeOf(text, fault.offset),
    endLine: linesOf(text, fault).endLine,
    rule: fault.rule,
    severity: fault.severity,
    message: fault.message,
    fixable: fault.edits.length > 0,
  }));
}

/** The same said twice, by the reader of a file and by a rule, is said once. */
function once(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ file, line, column, rule }) => {
    const key = `${file}:${line}:${column} ${rule}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Everything that an editor can get wrong, in all files at once. Nothing is written. */
export async function checkAll(root: string, isVerbose = false): Promise<Checked> {
  const files = await editorsFiles(root);
  const own = files.map(readOne);
  const corpus = await corpusProblems(root, isVerbose);
  const others = [...corpus.problems, ...(await ignoredFiles(root))];
  const plain = others.map((problem): Finding => ({ ...problem, endLine: problem.line, fixable: false }));
  const findings = once([...plain, ...own.flatMap(findingsIn)].sort(byPlace));
  return { findings, files: files.length, isPartial: corpus.isPartial };
}

export interface Mended {
  readonly name: string;
  /** How often each rule was followed. */
  readonly counts: ReadonlyMap<string, number>;
}

/** One mend can make room for another: a blank beside a sign is stray once the sign is Chinese. */
const PASSES = 5;

function mend(file: EditorsFile): { readonly text: string; readonly counts: ReadonlyMap<string, number> } {
  const counts = new Map<string, number>();
  let { text } = file;
  for (let pass = 0; pass < PASSES; pass++) {
    const fixable = readOne({ ...file, text }).faults.filter(({ edits }) => edits.length > 0);
    if (fixable.length === 0) break;
    for (const { rule, edits } of fixable) counts.set(rule, (counts.get(rule) ?? 0) + edits.length);
    text = applyEdits(
      text,
      fixable.flatMap(({ edits }): readonly Edit[] => edits),
    );
  }
  return { text, counts };
}

/** Mends what can be mended without a doubt, in what editors write: seeds and generated documents stay as they are. */
export async function fixAll(root: string): Promise<Mended[]> {
  const mended: Mended[] = [];
  for (const file of await editorsFiles(root)) {
    if (file.recipe !== null) continue;
    const { text, counts } = mend(file);
    if (text === file.text) continue;
    await writeText(root, file.name, text);
    mended.push({ name: file.name, counts });
  }
  return mended;
}
