import path from "node:path";
import { parseArgs } from "node:util";
import { ENCODINGS, type Encoding } from "../src/node/encoding.ts";
import { decodeBytes, ImportError, planImport, readBytes } from "../src/node/importing.ts";
import { writeText } from "../src/node/text-file.ts";
import { formatProblem } from "../src/text/problems/problem.ts";
import { runCommand, UsageError } from "./command.ts";
import { report } from "./import/report.ts";

const USAGE = `npm run import -- <文件> [--id <代号>] [--dry-run]
  从抓取或复制的文本（纯文本、网页、PDF 里复制出的文字）拟出配方，试读一遍，写出
  seeds/ 里的种子和配方；没有问题的，再写出 content/documents/<代号>.md。已有的文件从不覆盖。
  <文件>         写 - 则读标准输入
  --id           代号，小写字母、数字、连字符；不写则由年份和文种拟定
  --encoding     ${ENCODINGS.join("、")}；不写则自动判断
  --source-name  文本来自哪里，如 工业和信息化部网站
  --source-url   网址
  --dry-run      什么也不写，只打印配方
  --root         在另一个项目文件夹里进行`;

const OPTIONS = {
  id: { type: "string" },
  encoding: { type: "string" },
  "source-name": { type: "string" },
  "source-url": { type: "string" },
  "dry-run": { type: "boolean" },
  root: { type: "string" },
  help: { type: "boolean" },
} as const;

function encodingOf(name: string | undefined): Encoding | null {
  if (name === undefined) return null;
  const known = ENCODINGS.find((encoding) => encoding === name.toLowerCase());
  if (!known) throw new UsageError(`--encoding ${name}：只认 ${ENCODINGS.join("、")}`);
  return known;
}

/** Says what is being done once the whole takes longer than a second. */
function progress(): (what: string) => void {
  const began = performance.now();
  return (what) => {
    const seconds = (performance.now() - began) / 1000;
    if (seconds > 1) console.error(`${what} … 已用 ${seconds.toFixed(1)} 秒`);
  };
}

/** Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0) throw new UsageError("请给出一个文件，或写 - 从标准输入读");
  const { id = null, "source-name": sourceName = null, "source-url": sourceUrl = null } = values;
  if (id !== null && !/^[a-z0-9][a-z0-9-]*$/.test(id)) throw new UsageError(`--id ${id}：只能用小写字母、数字、连字符`);
  if (sourceUrl !== null && !URL.canParse(sourceUrl)) throw new UsageError(`--source-url ${sourceUrl}：不是网址`);
  const encoding = encodingOf(values.encoding);
  const root = values.root ?? path.resolve(import.meta.dirname, "..");
  const step = progress();
  const bytes = await readBytes(name);
  const decoded = decodeBytes(bytes, encoding);
  const plan = await planImport(root, bytes, decoded, { name, id, sourceName, sourceUrl }, step);
  step("完成");
  if (values["dry-run"]) console.log(plan.recipe);
  console.log(report(name, bytes.length, decoded, plan));
  for (const problem of plan.problems) console.error(formatProblem(problem));
  if (values["dry-run"]) {
    console.log("\n--dry-run：什么也没有写");
    return plan.problems.length > 0 ? 1 : 0;
  }
  await writeText(root, plan.seedFile, bytes);
  await writeText(root, plan.recipeFile, plan.recipe);
  if (plan.markdown !== null) await writeText(root, plan.documentFile, plan.markdown);
  const written = [plan.seedFile, plan.recipeFile, ...(plan.markdown === null ? [] : [plan.documentFile])];
  console.log(`\n已写 ${written.join("、")}`);
  console.log(
    plan.markdown === null
      ? `还有 ${plan.problems.length} 处要改：改 ${plan.recipeFile}，再运行 npm run ingest，没有问题就会写出 ${plan.documentFile}`
      : `核对 ${plan.recipeFile} 里的各项；改了就运行 npm run ingest。npm run dev 看网页`,
  );
  return plan.markdown === null ? 1 : 0;
}

await runCommand(main, USAGE, (error) => (error instanceof ImportError ? { said: error.message, code: 1 } : null));
