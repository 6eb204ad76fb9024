import { readdir } from "node:fs/promises";
import path from "node:path";
import type { PolicyDocument, Problem, Target } from "../text/model.ts";
import { byPlace, problemsIn } from "../text/problems/problem.ts";
import { readTargets } from "../text/targets/edition.ts";
import { extractTargets } from "../text/targets/extract.ts";
import { mergeTargets, type TargetsEdition } from "../text/targets/merge.ts";
import { readText } from "./text-file.ts";

const FOLDER = "content/targets";

export interface DocumentTargets {
  readonly document: string;
  readonly targets: readonly Target[];
}

export interface Targets {
  /** In the order of the documents given. */
  readonly targets: readonly DocumentTargets[];
  readonly problems: readonly Problem[];
}

async function read(
  root: string,
  name: string,
  corpus: readonly PolicyDocument[],
): Promise<TargetsEdition | Problem[]> {
  const { file, problem } = await readText(root, name);
  if (!file) return [problem];
  const { edition, faults } = readTargets(file.text, corpus);
  if (!edition) return problemsIn(name, file.text, faults);
  const expected = `${edition.document}.yaml`;
  if (path.posix.basename(name) === expected) return edition;
  const message = `文件里是 ${edition.document} 的目标：把文件改名为 ${expected}`;
  return [{ file: name, line: 1, column: 1, rule: "target-file-name", severity: "error", message }];
}

/** Reads the targets of every document, with the editor's word. Problems of all files come back together. */
export async function readAllTargets(root: string, documents: readonly PolicyDocument[]): Promise<Targets> {
  const names = await readdir(path.join(root, FOLDER)).catch(() => []);
  const files = names.filter((name) => name.endsWith(".yaml")).sort();
  const outcomes = await Promise.all(files.map((name) => read(root, `${FOLDER}/${name}`, documents)));
  const problems = outcomes.flatMap((outcome) => (Array.isArray(outcome) ? outcome : [])).sort(byPlace);
  if (problems.length > 0) return { targets: [], problems };
  const editions = outcomes.flatMap((outcome) => (Array.isArray(outcome) ? [] : [outcome]));
  const targets = documents.map((document) => {
    const { id } = document.meta;
    const edition = editions.find((one) => one.document === id) ?? null;
    return { document: id, targets: mergeTargets(document, extractTargets(document), edition) };
  });
  return { targets, problems: [] };
}
