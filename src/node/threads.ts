import type { PolicyDocument, Problem } from "../text/model.ts";
import { byPlace, problemsIn } from "../text/problems/problem.ts";
import { readOverrides } from "../text/threads/overrides.ts";
import type { Overrides } from "../text/threads/predecessors.ts";
import { readCollations } from "./collations.ts";
import { readText } from "./text-file.ts";

const FILE = "content/threads.yaml";

/** A corpus without this file has threads as the alignments make them. */
export async function readThreadOverrides(
  root: string,
  documents: readonly PolicyDocument[],
): Promise<{ readonly overrides: Overrides; readonly problems: readonly Problem[] }> {
  const { file, problem } = await readText(root, FILE);
  if (!file) return { overrides: new Map(), problems: problem.rule === "file-missing" ? [] : [problem] };
  const { collations, problems } = await readCollations(root, documents);
  const { overrides, faults } = readOverrides(
    file.text,
    documents,
    collations.flatMap(({ alignments }) => alignments),
  );
  const own = problemsIn(FILE, file.text, faults);
  // Without pairs every override would seem to be one too many.
  return { overrides: overrides ?? new Map(), problems: problems.length > 0 ? problems : own.sort(byPlace) };
}
