import { readdir } from "node:fs/promises";
import path from "node:path";
import type { PolicyDocument, Problem, Theme } from "../text/model.ts";
import { byPlace, problemsIn } from "../text/problems/problem.ts";
import { readTheme } from "../text/themes/theme.ts";
import { readText } from "./text-file.ts";

const FOLDER = "content/themes";

export interface Themes {
  /** In the editor's order. */
  readonly themes: readonly Theme[];
  readonly problems: readonly Problem[];
  /** What to look at, and what stops nothing. */
  readonly warnings: readonly Problem[];
}

async function read(root: string, name: string, corpus: readonly PolicyDocument[]): Promise<Themes> {
  const { file, problem } = await readText(root, name);
  if (!file) return { themes: [], problems: [problem], warnings: [] };
  const { theme, faults, warnings } = readTheme(name, file.text, corpus);
  return {
    themes: theme === null ? [] : [theme],
    problems: problemsIn(name, file.text, faults),
    warnings: problemsIn(name, file.text, warnings, "warning"),
  };
}

const rank = ({ order }: Theme): number => order ?? Number.POSITIVE_INFINITY;

const byOrder = (a: Theme, b: Theme): number => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.id < b.id ? -1 : 1);

/** Reads every theme of content/themes against the documents of the corpus. Problems of all of them come back together. */
export async function readThemes(root: string, corpus: readonly PolicyDocument[]): Promise<Themes> {
  const names = await readdir(path.join(root, FOLDER)).catch(() => []);
  const files = names.filter((name) => name.endsWith(".md")).sort();
  const outcomes = await Promise.all(files.map((name) => read(root, `${FOLDER}/${name}`, corpus)));
  return {
    themes: outcomes.flatMap(({ themes }) => themes).sort(byOrder),
    problems: outcomes.flatMap(({ problems }) => problems).sort(byPlace),
    warnings: outcomes.flatMap(({ warnings }) => warnings).sort(byPlace),
  };
}
