import { randomBytes } from "node:crypto";
import path from "node:path";
import { parseArgs } from "node:util";
import { dev } from "astro";
import { review } from "../src/integrations/review.ts";
import { readDocuments } from "../src/node/documents.ts";
import { formatProblem } from "../src/text/problems/problem.ts";
import { type Explained, wrongUse } from "./command.ts";

const USAGE = `npm run review -- <文件代号> [--root <文件夹>] [--port <端口>]
  打开校订页：逐个判断程序为这份文件提出的配对和目标。Ctrl-C 结束。`;

const HOST = "127.0.0.1";
const PORT = 4321;

/** What is wrong with the arguments; null if they are right. */
function misuse(id: string | undefined, port: number, known: readonly string[]): string | null {
  if (id === undefined) return `没有写文件代号：写 ${known.join("、")} 之一`;
  if (!known.includes(id)) return `没有文件 ${id}：写 ${known.join("、")} 之一`;
  return Number.isInteger(port) && port > 0 && port < 65536 ? null : "端口须为 1 到 65535 的整数";
}

/** Returns the exit code of what has failed, or null while the server runs. */
async function main(args: readonly string[]): Promise<number | null> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { root: { type: "string" }, port: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const root = path.resolve(values.root ?? path.resolve(import.meta.dirname, ".."));
  const { documents, problems } = await readDocuments(root);
  for (const problem of problems) console.error(formatProblem(problem));
  if (problems.length > 0) return 1;
  const [id] = positionals;
  const known = documents.map(({ meta }) => meta.id);
  const wrong = misuse(id, Number(values.port ?? PORT), known);
  if (wrong !== null) {
    console.error(`${wrong}\n${USAGE}`);
    return 2;
  }
  const token = randomBytes(24).toString("base64url");
  const server = { host: HOST, port: Number(values.port ?? PORT) };
  process.env.ASTRO_TELEMETRY_DISABLED ??= "1";
  const { address } = await dev({ root, server, logLevel: "warn", integrations: [review(token)] });
  console.log(`\n  校订 ${id}：http://${HOST}:${address.port}/review/${id}/?token=${token}`);
  console.log("  地址里的令牌只在这一次运行中有效。每判一条即写入 content/；Ctrl-C 结束。\n");
  return null;
}

/** What stands behind a server that would not start, for an editor; null for a fault of the program. */
function explained(error: unknown): Explained | null {
  if (!(error instanceof Error)) return null;
  // Astro loads the project's modules anew, so that its errors are of other classes of the same name.
  if (error.name === "ProblemsError") return { said: error.message, code: 1 };
  return wrongUse(error, USAGE);
}

try {
  const code = await main(process.argv.slice(2));
  if (code !== null) process.exitCode = code;
} catch (error) {
  const known = explained(error);
  if (known === null) throw error;
  console.error(known.said);
  // The server that would not start still watches.
  process.exit(known.code);
}
