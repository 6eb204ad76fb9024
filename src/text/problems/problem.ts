import type { Problem } from "../model.ts";

/** Every problem of a run, as one error: what a build stops with. */
export class ProblemsError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.name = "ProblemsError";
    this.problems = problems;
  }
}

/** Line and column, from 1, of an offset in code units. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - lineStart + 1 };
}

/** Faults at offsets of a text as problems of its file. */
export function problemsIn(
  file: string,
  text: string,
  faults: readonly { readonly offset: number; readonly rule: string; readonly message: string }[],
  severity: Problem["severity"] = "error",
): Problem[] {
  return faults.map(({ offset, rule, message }) => ({ file, ...placeOf(text, offset), rule, severity, message }));
}

export function formatProblem(p: Problem): string {
  return `${p.file}:${p.line}:${p.column} ${p.severity === "warning" ? "警告 " : ""}${p.rule}: ${p.message}`;
}

export function byPlace(a: Problem, b: Problem): number {
  return a.file < b.file
    ? -1
    : a.file > b.file
      ? 1
      : a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1);
}
