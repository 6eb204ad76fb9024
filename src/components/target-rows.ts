import type { Indicator } from "../text/indicators/indicator.ts";
import { matchOf } from "../text/indicators/match.ts";
import type { Target } from "../text/model.ts";

/** A line of the table of all targets. */
export interface TargetRow {
  readonly target: Target;
  /** The indicator that its figure belongs to. */
  readonly indicator: Indicator | null;
  /** `number` or `deadline`: whether it has a number or only a year. */
  readonly form: "number" | "deadline";
}

export function targetRows(targets: readonly Target[], indicators: readonly Indicator[]): readonly TargetRow[] {
  return targets.map((target) => ({
    target,
    indicator: matchOf(target, indicators)?.indicator ?? null,
    form: target.value === null ? "deadline" : "number",
  }));
}

/** How many rows are what, for the filters. */
export function countRows(rows: readonly TargetRow[]) {
  const count = (holds: (row: TargetRow) => boolean): number => rows.filter(holds).length;
  return {
    rows: rows.length,
    document: (id: string): number => count(({ target }) => target.document === id),
    kind: (kind: Target["kind"]): number => count(({ target }) => target.kind === kind),
    form: (form: TargetRow["form"]): number => count((row) => row.form === form),
    theme: (theme: string): number => count(({ indicator }) => indicator?.theme === theme),
  };
}
