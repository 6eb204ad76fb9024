import { readdir } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { writeText } from "../src/node/text-file.ts";
import { type Answers, type Question, questionsFor } from "../src/text/import/questions.ts";
import { skeleton } from "../src/text/import/skeleton.ts";
import { runCommand, UsageError } from "./command.ts";

const USAGE = `npm run new -- <代号> [--title <标题>] [--issued <日期>] …
  逐项询问文件信息，写出 content/documents/<代号>.md：开头的信息填好，正文附写法的例子。
  <代号>         小写字母、数字、连字符，如 2021-plan；已有的不覆盖
  --title --short-title --number --issuers --issued --horizon --level --script
  --source-name --source-url --follows
                 写了的不再问；几个机关、年份、代号之间用顿号
  --root         在另一个项目文件夹里进行
  不在终端里运行时，按询问的次序从标准输入逐行读取回答；空行取默认值。`;

const FOLDER = "content/documents";
/** Flags that answer all that has no default: nothing need be read then. */
const REQUIRED = ["title", "issuers", "issued", "horizon"] as const;

/** What is wrong with an answer that nobody is there to correct. */
class AnswerError extends Error {}

type Next = (prompt: string) => Promise<string | null>;

/** Asks until the answer is good; where nobody can answer again, the first bad one ends it. */
async function answerTo(question: Question, given: Answers, next: Next, isTerminal: boolean): Promise<string> {
  const otherwise = question.otherwise(given);
  for (;;) {
    const typed = await next(`${question.ask}${otherwise ? `［${otherwise}］` : ""}：`);
    const answer = typed?.trim() || otherwise;
    const fault = answer === null ? "不能空着" : question.fault(answer);
    if (answer !== null && fault === null) return answer;
    const message = `${question.ask}：${fault}${typed ? `（写的是“${typed.trim()}”）` : ""}`;
    if (!isTerminal || typed === null) throw new AnswerError(`${message}；或用 --${question.option} 给出`);
    console.error(message);
  }
}

/** Answers come from options first, then from the terminal or, line by line, from the standard input. */
async function collect(questions: readonly Question[], options: Readonly<Record<string, unknown>>): Promise<Answers> {
  const isTerminal = process.stdin.isTTY === true;
  const isComplete = REQUIRED.every((option) => options[option] !== undefined);
  const terminal = isComplete
    ? null
    : createInterface({ input: process.stdin, output: isTerminal ? process.stdout : undefined });
  const lines = terminal && !isTerminal ? terminal[Symbol.asyncIterator]() : null;
  const next: Next = async (prompt) => {
    if (!terminal) return "";
    if (!lines) return terminal.question(prompt);
    const { value, done } = await lines.next();
    return done ? null : value;
  };
  const answers: Record<string, string> = {};
  try {
    for (const question of questions) {
      const option = options[question.option];
      const fault = typeof option === "string" ? question.fault(option) : null;
      if (fault !== null) throw new UsageError(`--${question.option} ${String(option)}：${fault}`);
      answers[question.option] =
        typeof option === "string" ? option : await answerTo(question, answers, next, isTerminal);
    }
  } finally {
    terminal?.close();
  }
  return answers;
}

const namesIn = (root: string, folder: string): Promise<readonly string[]> =>
  readdir(path.join(root, folder)).catch((): string[] => []);

async function main(args: readonly string[]): Promise<number> {
  const names = questionsFor([]).map(({ option }) => option);
  const asked = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...asked, root: { type: "string" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values["help"] === true) {
    console.log(USAGE);
    return 0;
  }
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0) throw new UsageError("请给出一个代号，如 2021-plan");
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id))
    throw new UsageError(`${id}：代号只能用小写字母、数字、连字符，以字母或数字开头`);
  const root = typeof values["root"] === "string" ? values["root"] : path.resolve(import.meta.dirname, "..");
  const files = await namesIn(root, FOLDER);
  const known = files.filter((name) => name.endsWith(".md")).map((name) => name.slice(0, -".md".length));
  if (known.includes(id)) throw new AnswerError(`${FOLDER}/${id}.md 已经有了，不覆盖：换一个代号`);
  if ((await namesIn(root, "seeds")).includes(`${id}.yaml`))
    throw new AnswerError(`seeds/${id}.yaml 会生成同名的文件：换一个代号`);
  const answers = await collect(questionsFor(known.sort()), values);
  const name = `${FOLDER}/${id}.md`;
  await writeText(root, name, skeleton(id, answers));
  console.log(`已写 ${name}`);
  console.log("接着：npm run dev，边写边看；写完运行 npm run check，再用 npm run themes 看有没有漏掉的话题");
  return 0;
}

await runCommand(main, USAGE, (error) => {
  const isGone = error instanceof Error && "code" in error && error.code === "ABORT_ERR";
  if (isGone) return { said: "没有写完，什么也没有留下", code: 1 };
  return error instanceof AnswerError ? { said: error.message, code: 1 } : null;
});
