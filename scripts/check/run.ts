import path from "node:path";
import { parseArgs } from "node:util";
import { checkAll, fixAll } from "../../src/node/check.ts";
import { wrongUse } from "../command.ts";
import { report } from "./report.ts";

const USAGE = `用法：npm run check [-- 选项]
  检查编者写的一切：文件、配方、配对、目标、主题、指标、说法、概念、线索、旧链接。规则见 content/RULES.md。
  --fix             先改掉可以放心改的（半角标点、多余的空格、CRLF 等），只改手写的 Markdown 和 YAML
  --verbose         不属于任何主题的句子逐句列出
  --json            输出 JSON
  --github          输出 GitHub Actions 的注解
  --root <文件夹>   检查另一个文件夹
有错误时以 1 退出；只有警告时以 0 退出。`;

const OPTIONS = {
  fix: { type: "boolean" },
  verbose: { type: "boolean" },
  json: { type: "boolean" },
  github: { type: "boolean" },
  root: { type: "string" },
  help: { type: "boolean" },
} as const;

export interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly lines: readonly string[];
}

/** What the command does: the lines that it prints, and the code that it exits with. */
export async function run(args: readonly string[]): Promise<Outcome> {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    if (values.help) return { code: 0, lines: [USAGE] };
    const root = values.root ?? path.resolve(import.meta.dirname, "../..");
    const mended = values.fix ? await fixAll(root) : [];
    const checked = await checkAll(root, values.verbose);
    const form = values.json ? "json" : values.github ? "github" : "text";
    const isWrong = checked.findings.some(({ severity }) => severity === "error");
    return { code: isWrong ? 1 : 0, lines: report(checked, mended, form) };
  } catch (error) {
    const wrong = wrongUse(error, USAGE);
    if (wrong === null) throw error;
    return { code: wrong.code, lines: wrong.said.split("\n") };
  }
}
