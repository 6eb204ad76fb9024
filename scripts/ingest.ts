import path from "node:path";
import { parseArgs } from "node:util";
import { planDocuments } from "../src/node/documents.ts";
import { readSeeds } from "../src/node/seeds.ts";
import { writeText } from "../src/node/text-file.ts";
import { formatProblem } from "../src/text/problems/problem.ts";
import { runCommand } from "./command.ts";

const USAGE =
  "用法：npm run ingest [-- --check] [-- --root <文件夹>]\n  由种子和配方生成 content/documents。\n  --check  只列出会改动的文件，不写入；有改动时以 1 退出";

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
    console.error(`共 ${all.length} 个错误；没有写入任何文件`);
    return 1;
  }
  const changes = plan.outputs.filter((o) => o.changes !== null);
  for (const { name, changes: how, warnings } of changes) {
    // Once, when there is something new to look at: on every build they would only be passed over.
    for (const warning of warnings) console.warn(formatProblem(warning));
    console.log(`${values.check ? "将" : "已"}${how === "created" ? "新建" : "改写"}  ${name}`);
  }
  if (values.check) return changes.length > 0 ? 1 : 0;
  for (const { name, text } of changes) await writeText(root, name, text);
  console.log(`共 ${plan.outputs.length} 份文件，写入 ${changes.length} 份`);
  return 0;
}

await runCommand(main, USAGE);
