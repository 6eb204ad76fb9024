import path from "node:path";
import { parseArgs } from "node:util";
import { readCollations } from "../src/node/collations.ts";
import { readDocuments } from "../src/node/documents.ts";
import { readIndicatorsFile } from "../src/node/indicators.ts";
import { readRedirectsFile } from "../src/node/redirects.ts";
import { type DocumentTargets, readAllTargets } from "../src/node/targets.ts";
import { readTermsFile } from "../src/node/terms.ts";
import { readThreadOverrides } from "../src/node/threads.ts";
import type { Collation } from "../src/text/collation/collate.ts";
import type { PolicyDocument, Problem, Relation } from "../src/text/model.ts";
import { aligned, alignedLeft } from "../src/text/problems/columns.ts";
import { byPlace, formatProblem } from "../src/text/problems/problem.ts";
import { runCommand } from "./command.ts";

const USAGE = "用法：npm run align [-- --root <文件夹>]\n  检查编者对文件的说法，列出配对和目标的数目。";

const RELATIONS: readonly Relation[] = ["verbatim", "reworded", "related"];

function row({ from, to, complete, alignments, auto }: Collation): string {
  const count = (list: Collation["alignments"], relation: Relation): string =>
    String(list.filter((pair) => pair.relation === relation).length).padStart(9);
  const cells = [...RELATIONS.map((r) => count(alignments, r)), ...RELATIONS.map((r) => count(auto, r))];
  return `${`${from} → ${to}`.padEnd(34)}${aligned(complete ? "是" : "否", 5)}${cells.join("")}`;
}

/** What is wrong with the rest that editors say of the documents. */
async function otherProblems(
  root: string,
  documents: readonly PolicyDocument[],
  areAligned: boolean,
): Promise<readonly Problem[]> {
  const reading = [
    readTermsFile(root),
    readIndicatorsFile(root, documents),
    readRedirectsFile(root, documents),
    ...(areAligned ? [readThreadOverrides(root, documents)] : []),
  ];
  return (await Promise.all(reading)).flatMap(({ problems }) => problems);
}

function targetsRow({ document, targets }: DocumentTargets): string {
  const goals = targets.filter(({ kind }) => kind === "target");
  const counts = [
    goals.filter(({ value }) => value !== null).length,
    goals.filter(({ value }) => value === null).length,
    targets.length - goals.length,
    targets.filter(({ origin }) => origin === "reviewed").length,
  ];
  return `${document.padEnd(34)}${counts.map((count) => String(count).padStart(14)).join("")}`;
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
  const read = problems.length > 0 ? null : await readCollations(root, documents);
  const others = read === null ? [] : await otherProblems(root, documents, read.problems.length === 0);
  const stated = read === null ? null : await readAllTargets(root, documents);
  const all = [...problems, ...[...(read?.problems ?? []), ...(stated?.problems ?? []), ...others].sort(byPlace)];
  for (const problem of all) console.error(formatProblem(problem));
  if (all.length > 0) {
    console.error(`共 ${all.length} 个错误`);
    return 1;
  }
  const heads = ["沿用", "改写", "相关"].map((relation) => aligned(relation, 9)).join("");
  console.log(
    `${alignedLeft("配对", 34)}${aligned("通读", 5)}${heads}${heads}   （前三列是网页上的，后三列是程序单独提出的）`,
  );
  for (const collation of read?.collations ?? []) console.log(row(collation));
  const kinds = ["带数的", "只有期限的", "成绩", "编者校订的"].map((kind) => aligned(kind, 14)).join("");
  console.log(`\n${alignedLeft("目标", 34)}${kinds}`);
  for (const one of stated?.targets ?? []) console.log(targetsRow(one));
  return 0;
}

await runCommand(main, USAGE);
