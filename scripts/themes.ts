import path from "node:path";
import { parseArgs } from "node:util";
import { readDocuments } from "../src/node/documents.ts";
import { readThemes } from "../src/node/themes.ts";
import type { Theme } from "../src/text/model.ts";
import { aligned, alignedLeft } from "../src/text/problems/columns.ts";
import { formatProblem } from "../src/text/problems/problem.ts";
import { type Coverage, coverage } from "../src/text/themes/coverage.ts";
import { runCommand } from "./command.ts";

const USAGE = "用法：npm run themes [-- --root <文件夹>]\n  检查主题，数出各主题的句数，列出不属于任何主题的句子。";

/** How much of a clause is printed: enough to know it by. */
const BEGINNING = 30;

function table(themes: readonly Theme[], { counts, documents }: Coverage): string[] {
  const width = (id: string): number => Math.max(id.length, 5) + 2;
  const line = (name: string, cells: readonly (string | number)[]): string =>
    alignedLeft(name, 16) + cells.map((cell, i) => aligned(String(cell), width(documents[i]?.id ?? ""))).join("");
  const sum = (of: (document: Coverage["documents"][number]) => number): number =>
    documents.reduce((total, document) => total + of(document), 0);
  const share = (covered: number, clauses: number): string =>
    clauses === 0 ? "" : `${((100 * covered) / clauses).toFixed(1)}%`;
  const [clauses, covered] = [sum((d) => d.clauses), sum((d) => d.covered)];
  return [
    line("", [...documents.map(({ id }) => id), "合计"]),
    ...themes.map(({ id, title }) => {
      const own = counts.get(id) ?? [];
      return `${line(id, [...own, own.reduce((a, b) => a + b, 0)])}   ${title}`;
    }),
    line("有主题的句子", [...documents.map((d) => d.covered), covered]),
    line("全部句子", [...documents.map((d) => d.clauses), clauses]),
    line("", [...documents.map((d) => share(d.covered, d.clauses)), share(covered, clauses)]),
  ];
}

/** Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { root: { type: "string" }, help: { type: "boolean" } } });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const root = values.root ?? path.resolve(import.meta.dirname, "..");
  const { documents, problems } = await readDocuments(root);
  const read = problems.length > 0 ? null : await readThemes(root, documents);
  const all = [...problems, ...(read?.problems ?? [])];
  for (const problem of [...all, ...(read?.warnings ?? [])]) console.error(formatProblem(problem));
  if (read === null || all.length > 0) {
    console.error(`共 ${all.length} 个错误`);
    return 1;
  }
  const found = coverage(documents, read.themes);
  for (const line of table(read.themes, found)) console.log(line);
  console.log(`\n不属于任何主题的句子：${found.left.length}`);
  for (const { document, clause } of found.left)
    console.log(`${document}#${clause.eId}\t${clause.text.slice(0, BEGINNING)}`);
  return 0;
}

await runCommand(main, USAGE);
