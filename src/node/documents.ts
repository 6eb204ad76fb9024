import { readdir } from "node:fs/promises";
import path from "node:path";
import { parseDocument } from "../text/markdown/parse.ts";
import { serialize } from "../text/markdown/serialize.ts";
import type { PolicyDocument, Problem } from "../text/model.ts";
import { byPlace, placeOf, problemsIn } from "../text/problems/problem.ts";
import type { ReadSeed } from "./seeds.ts";
import { readText } from "./text-file.ts";

const FOLDER = "content/documents";

/** How a generated file tells whoever opens it, and this program, that it is one. */
const generatedNote = (recipeFile: string): string =>
  `由 ${recipeFile} 生成：请改配方后运行 npm run ingest，勿直接修改本文件`;
const GENERATED = /^---\n# 由 (\S+) 生成/;

export interface Output {
  readonly name: string;
  readonly text: string;
  readonly changes: "created" | "changed" | null;
  /** What to look at in it. */
  readonly warnings: readonly Problem[];
}

export interface Plan {
  readonly outputs: readonly Output[];
  readonly problems: readonly Problem[];
}

async function markdownFiles(root: string): Promise<string[]> {
  const names = await readdir(path.join(root, FOLDER)).catch(() => []);
  return names
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => `${FOLDER}/${name}`);
}

/** What the seeds make of content/documents, beside what stands there. A hand-written document is never replaced. */
export async function planDocuments(root: string, seeds: readonly ReadSeed[]): Promise<Plan> {
  const existing = new Map<string, string>();
  for (const name of await markdownFiles(root)) existing.set(name, (await readText(root, name)).file?.text ?? "");
  const problems: Problem[] = [];
  const outputs = seeds.flatMap(({ recipe, recipeFile, document, warnings }): Output[] => {
    const name = `${FOLDER}/${recipe.id}.md`;
    const text = serialize(document, generatedNote(recipeFile));
    const before = existing.get(name);
    if (before !== undefined && before !== "" && !GENERATED.test(before)) {
      const message = `written by hand, while ${recipeFile} makes a document of the same name: rename one of them`;
      problems.push({ file: name, line: 1, column: 1, rule: "document-hand-written", severity: "error", message });
      return [];
    }
    return [{ name, text, changes: before === undefined ? "created" : before === text ? null : "changed", warnings }];
  });
  const recipes = new Set(seeds.map((s) => s.recipeFile));
  for (const [name, text] of existing) {
    const recipe = GENERATED.exec(text)?.[1];
    if (recipe === undefined || recipes.has(recipe)) continue;
    const message = `made from ${recipe}, which is gone: remove this file, or its second line to go on by hand`;
    problems.push({ file: name, line: 2, column: 1, rule: "document-orphaned", severity: "error", message });
  }
  return { outputs, problems: problems.sort(byPlace) };
}

export interface Documents {
  readonly documents: readonly PolicyDocument[];
  readonly problems: readonly Problem[];
}

/** Documents that follow one that is not there, or that is not older. */
function unknownPredecessors(read: readonly { document: PolicyDocument; file: string; text: string }[]): Problem[] {
  const issued = new Map(read.map(({ document: { meta } }) => [meta.id, meta.issued]));
  return read.flatMap(({ document: { meta }, file, text }) =>
    meta.follows
      .filter((id) => (issued.get(id) ?? "9999") >= meta.issued)
      .map((id): Problem => {
        const older = [...issued].filter(([, date]) => date < meta.issued).map(([name]) => name);
        const message = `follows ${id}, which is no older document: put one of ${older.join(", ")}, or remove it`;
        const place = placeOf(text, Math.max(0, text.search(/^follows:/m)));
        return { file, ...place, rule: "document-follows", severity: "error", message };
      }),
  );
}

/** Reads every document in content/documents, in date order. */
export async function readDocuments(root: string): Promise<Documents> {
  const read: { document: PolicyDocument; file: string; text: string }[] = [];
  const problems: Problem[] = [];
  for (const name of await markdownFiles(root)) {
    const { file, problem } = await readText(root, name);
    if (!file) {
      problems.push(problem);
      continue;
    }
    const { document, faults } = parseDocument(file.text);
    problems.push(...problemsIn(name, file.text, faults));
    if (!document) continue;
    if (`${FOLDER}/${document.meta.id}.md` !== name) {
      const message = `id is ${document.meta.id}: name the file ${document.meta.id}.md or correct the id`;
      problems.push({ file: name, line: 1, column: 1, rule: "document-id", severity: "error", message });
    }
    read.push({ document, file: name, text: file.text });
  }
  problems.push(...unknownPredecessors(read));
  const documents = read.map(({ document }) => document);
  documents.sort((a, b) =>
    a.meta.issued < b.meta.issued ? -1 : a.meta.issued > b.meta.issued ? 1 : a.meta.id < b.meta.id ? -1 : 1,
  );
  return { documents, problems: problems.sort(byPlace) };
}
