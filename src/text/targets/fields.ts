import type { Target } from "../model.ts";

/** What a target says, apart from where, in which words, and who says so; in the order of all files. */
export const STATED_FIELDS = [
  "kind",
  "indicator",
  "comparator",
  "value",
  "valueMax",
  "unit",
  "change",
  "baselineYear",
  "targetYear",
] as const satisfies readonly (keyof Target)[];
