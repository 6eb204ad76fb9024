import { readdir } from "node:fs/promises";
import path from "node:path";
import { type Edition, readEdition } from "../text/collation/edition.ts";
import type { PolicyDocument, Problem } from "../text/model.ts";
import { byPlace, problemsIn } from "../text/problems/problem.ts";
import { readText } from "./text-file.ts";

const FOLDER = "content/alignments";

export interface Editions {
  readonly editions: readonly Edition[];
  readonly problems: readonly Problem[];
}

async function read(root: string, name: string, corpus: readonly PolicyDocument[]): Promise<Edition | Problem[]> {
  const { file, problem } = await readText(root, name);
  if (!file) return [problem];
  const { edition, faults } = readEdition(file.text, corpus);
  if (!edition) return problemsIn(name, file.text, faults);
  const expected = `${edition.from}--${edition.to}.yaml`;
  if (path.posix.basename(name) === expected) return edition;
  const message = `文件里是 ${edition.from} 与 ${edition.to} 的配对：把文件改名为 ${expected}`;
  return [{ file: name, line: 1, column: 1, rule: "alignment-file-name", severity: "error", message }];
}

/** Reads every file of reviewed pairs. Problems of all of them come back together, sorted by place. */
export async function readEditions(root: string, corpus: readonly PolicyDocument[]): Promise<Editions> {
  const names = await readdir(path.join(root, FOLDER)).catch(() => []);
  const files = names.filter((name) => name.endsWith(".yaml")).sort();
  const outcomes = await Promise.all(files.map((name) => read(root, `${FOLDER}/${name}`, corpus)));
  return {
    editions: outcomes.flatMap((outcome) => (Array.isArray(outcome) ? [] : [outcome])),
    problems: outcomes.flatMap((outcome) => (Array.isArray(outcome) ? outcome : [])).sort(byPlace),
  };
}
