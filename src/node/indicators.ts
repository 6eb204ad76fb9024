import { type Indicator, readIndicators } from "../text/indicators/indicator.ts";
import type { PolicyDocument, Problem } from "../text/model.ts";
import { byPlace, problemsIn } from "../text/problems/problem.ts";
import { readText } from "./text-file.ts";
import { readThemes } from "./themes.ts";

const INDICATORS = "content/indicators.yaml";

export interface Indicators {
  readonly indicators: readonly Indicator[];
  readonly problems: readonly Problem[];
}

/** Reads the editor's indicators; a corpus without the file has none. */
export async function readIndicatorsFile(root: string, documents: readonly PolicyDocument[]): Promise<Indicators> {
  const { file, problem } = await readText(root, INDICATORS);
  if (!file) return { indicators: [], problems: problem.rule === "file-missing" ? [] : [problem] };
  // What is wrong with a theme is said where themes are read.
  const { themes } = await readThemes(root, documents);
  const ids = themes.map(({ id }) => id);
  const { indicators, faults } = readIndicators(file.text, documents, ids);
  const problems = problemsIn(INDICATORS, file.text, faults);
  return { indicators: indicators ?? [], problems: problems.sort(byPlace) };
}
