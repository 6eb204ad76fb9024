import { readdir } from "node:fs/promises";
import path from "node:path";
import type { PolicyDocument, Problem, Theme } from "../text/model.ts";
import { byPlace, placeOf } from "../text/problems/problem.ts";
import type { YamlFault } from "../text/problems/yaml.ts";
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
  const placed = (list: readonly YamlFault[], severity: Problem["severity"]): Problem[] =>
    list.map(({ offset, rule, message }) => ({ file: name, ...placeOf(file.text, offset), rule, severity, message }));
  return {
    themes: theme === null ? [] : [theme],
    problems: placed(faults, "error"),
    warnings: placed(warnings, "warning"),
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
