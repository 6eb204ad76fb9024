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
export const generatedNote = (recipeFile: string): string =>
  `由 ${recipeFile} 生成：请改配方后运行 npm run ingest，勿直接修改本文件`;
const GENERATED = /^---\r?\n# 由 (\S+) 生成/;

/** The recipe that a document says it is made from; null for one written by hand. */
export const recipeOf = (text: string): string | null => GENERATED.exec(text)?.[1] ?? null;

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
      const message = `这是手写的文件，而 ${recipeFile} 也生成同名的文件：给其中一个改名`;
      problems.push({ file: name, line: 1, column: 1, rule: "document-hand-written", severity: "error", message });
      return [];
    }
    return [{ name, text, changes: before === undefined ? "created" : before === text ? null : "changed", warnings }];
  });
  const recipes = new Set(seeds.map((s) => s.recipeFile));
  for (const [name, text] of existing) {
    const recipe = GENERATED.exec(text)?.[1];
    if (recipe === undefined || recipes.has(recipe)) continue;
    const message = `由 ${recipe} 生成，而配方已不在：删去本文件，或删去第二行改为手写`;
    problems.push({ file: name, line: 2, column: 1, rule: "document-orphaned", severity: "error", message });
  }
  return { outputs, problems: problems.sort(byPlace) };
}

export interface Documents {
  readonly documents: readonly PolicyDocument[];
  /** The files that they stand in, by id. */
  readonly places: ReadonlyMap<string, string>;
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
        const message = `follows 写的 ${id} 不是更早的文件：改成 ${older.join("、")} 之一，或删去`;
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
      const message = `id 写的是 ${document.meta.id}，与文件名不符：把文件改名为 ${document.meta.id}.md，或改正 id`;
      problems.push({ file: name, line: 1, column: 1, rule: "document-id", severity: "error", message });
    }
    read.push({ document, file: name, text: file.text });
  }
  problems.push(...unknownPredecessors(read));
  const documents = read.map(({ document }) => document);
  documents.sort((a, b) =>
    a.meta.issued < b.meta.issued ? -1 : a.meta.issued > b.meta.issued ? 1 : a.meta.id < b.meta.id ? -1 : 1,
  );
  const places = new Map(read.map(({ document, file }) => [document.meta.id, file]));
  return { documents, places, problems: problems.sort(byPlace) };
}
