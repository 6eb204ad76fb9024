import type { Problem } from "../text/model.ts";
import { byPlace, problemsIn } from "../text/problems/problem.ts";
import { readTerms, type Terms } from "../text/terms/terms.ts";
import { readText } from "./text-file.ts";

const TERMS = "content/terms.yaml";
const NONE: Terms = { followed: [], ignored: [] };

/** A corpus without this file follows no terms. */
export async function readTermsFile(root: string): Promise<{ terms: Terms; problems: readonly Problem[] }> {
  const { file, problem } = await readText(root, TERMS);
  if (!file) return { terms: NONE, problems: problem.rule === "file-missing" ? [] : [problem] };
  const { terms, faults } = readTerms(file.text);
  const problems = problemsIn(TERMS, file.text, faults);
  return { terms: terms ?? NONE, problems: problems.sort(byPlace) };
}
