import path from "node:path";
import { parseArgs } from "node:util";
import { GitFault, withContentAt } from "../src/node/git.ts";
import { readSnapshot, type Snapshots } from "../src/node/snapshot.ts";
import { previewOf } from "../src/text/preview/preview.ts";
import { asMarkdown, asText, type Heading } from "../src/text/preview/print.ts";
import { reportOf } from "../src/text/preview/report.ts";
import { formatProblem } from "../src/text/problems/problem.ts";
import { runCommand } from "./command.ts";

const USAGE = `npm run preview-diff -- <版本> [--markdown | --json] [--root <文件夹>]
  说明现在的内容与某个版本（分支、标签、提交，如 main）的内容相比，网站会有什么变化：文件、句子、旧链接、配对、目标、主题、线索。
  --markdown  写成合并请求里的说明
  --json      写成数据`;

/** So many faults are told; another command is there to tell them all. */
const FIRST = 20;

/** From so many milliseconds on, who waits is told for what. */
const PATIENCE = 1000;

/** The later content is read after the earlier one: each needs all of a core. */
async function readBoth(root: string, ref: string) {
  const started = performance.now();
  return withContentAt(root, ref, async ({ root: then, commit }) => {
    const before = await readSnapshot(then);
    if (performance.now() - started > PATIENCE) console.error(`${ref} 的内容读完了，再读现在的内容……`);
    const after = await readSnapshot(root);
    const faults = { before: before.problems.length, after: after.problems.length };
    return { before, after, heading: { ref, commit, faults } };
  });
}

function sayProblems(what: string, { problems }: Snapshots): void {
  if (problems.length === 0) return;
  console.error(`${what}有 ${problems.length} 处错误，只比较读得出的部分：`);
  for (const problem of problems.slice(0, FIRST)) console.error(formatProblem(problem));
  if (problems.length > FIRST) console.error(`另有 ${problems.length - FIRST} 处，npm run align 列出全部。`);
}

type Values = { readonly markdown?: boolean; readonly json?: boolean };

function printed(
  { before, after }: Readonly<Record<"before" | "after", Snapshots>>,
  heading: Heading,
  as: Values,
): string {
  const preview = previewOf(before.snapshot, after.snapshot);
  if (as.json) return `${JSON.stringify({ ...heading, ...preview }, null, 1)}\n`;
  return as.markdown ? asMarkdown(reportOf(preview), heading) : asText(reportOf(preview), heading);
}

/** Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      root: { type: "string" },
      markdown: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [ref, ...more] = positionals;
  if (ref === undefined || ref === "" || more.length > 0 || (values.markdown && values.json)) {
    console.error(USAGE);
    return 2;
  }
  const root = path.resolve(values.root ?? path.join(import.meta.dirname, ".."));
  const { before, after, heading } = await readBoth(root, ref);
  sayProblems(`${ref} 的内容`, before);
  sayProblems("现在的内容", after);
  process.stdout.write(printed({ before, after }, heading, values));
  return after.problems.length > 0 ? 1 : 0;
}

await runCommand(main, USAGE, (error) =>
  error instanceof GitFault ? { said: error.message, code: error.isUse ? 2 : 1 } : null,
);
