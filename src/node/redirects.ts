import type { PolicyDocument, Problem } from "../text/model.ts";
import { byPlace, problemsIn } from "../text/problems/problem.ts";
import { readRedirects } from "../text/redirects/read.ts";
import type { Redirect } from "../text/redirects/redirect.ts";
import { readText } from "./text-file.ts";

const REDIRECTS = "content/redirects.yaml";

export interface Redirects {
  readonly redirects: readonly Redirect[];
  readonly problems: readonly Problem[];
}

/** Reads the editor's table of addresses that have changed; a corpus without the file has none. */
export async function readRedirectsFile(root: string, documents: readonly PolicyDocument[]): Promise<Redirects> {
  const { file, problem } = await readText(root, REDIRECTS);
  if (!file) return { redirects: [], problems: problem.rule === "file-missing" ? [] : [problem] };
  const { redirects, faults } = readRedirects(file.text, documents);
  const problems = problemsIn(REDIRECTS, file.text, faults);
  return { redirects: redirects ?? [], problems: problems.sort(byPlace) };
}
