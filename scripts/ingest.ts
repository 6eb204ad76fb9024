import path from "node:path";
import { parseArgs } from "node:util";
import { planDocuments } from "../src/node/documents.ts";
import { readSeeds } from "../src/node/seeds.ts";
import { writeText } from "../src/node/text-file.ts";
import { formatProblem } from "../src/text/problems/problem.ts";

const USAGE =
  "npm run ingest [-- --check] [-- --root <folder>]\n  --check  write nothing; say what would change and exit with 1 if anything would";

/** Turns the seeds into content/documents. Returns the exit code; writes all files or none. */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { check: { type: "boolean" }, root: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const root = values.root ?? path.resolve(import.meta.dirname, "..");
  const { seeds, problems } = await readSeeds(root);
  const plan = await planDocuments(root, seeds);
  const all = [...problems, ...(problems.length > 0 ? [] : plan.problems)];
  for (const problem of all) console.error(formatProblem(problem));
  if (all.length > 0) {
    console.error(`${all.length} problem${all.length === 1 ? "" : "s"}; nothing was written`);
    return 1;
  }
  const changes = plan.outputs.filter((o) => o.changes !== null);
  for (const { name, changes: how, warnings } of changes) {
    // Once, when there is something new to look at: on every build they would only be passed over.
    for (const warning of warnings) console.warn(formatProblem(warning));
    console.log(`${values.check ? "would be " : ""}${how}  ${name}`);
  }
  if (values.check) return changes.length > 0 ? 1 : 0;
  for (const { name, text } of changes) await writeText(root, name, text);
  console.log(`${plan.outputs.length} documents, ${changes.length} written`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))) throw error;
  console.error(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
