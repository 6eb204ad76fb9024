import { access } from "node:fs/promises";
import path from "node:path";
import type { PolicyDocument, Problem, Theme } from "../text/model.ts";
import { coverage } from "../text/themes/coverage.ts";
import { readConceptsFile } from "./collations.ts";
import { type Documents, planDocuments, readDocuments } from "./documents.ts";
import { readEditions } from "./editions.ts";
import { readIndicatorsFile } from "./indicators.ts";
import { readSeeds } from "./seeds.ts";
import { readAllTargets } from "./targets.ts";
import { readTermsFile } from "./terms.ts";
import { readThemes } from "./themes.ts";
import { readThreadOverrides } from "./threads.ts";

export interface CorpusProblems {
  readonly problems: readonly Problem[];
  readonly isPartial: boolean;
}

/** What holds only if all documents can be read: without one, whatever speaks of it would seem wrong. */
const ABOUT_DOCUMENTS: ReadonlySet<string> = new Set([
  "alignment-unknown-document",
  "document-follows",
  "indicator-stale",
  "indicator-unknown-theme",
  "target-unknown-document",
  "theme-idle-term",
  "theme-uncovered",
  "theme-unknown-clause",
  "thread-no-pair",
  "thread-unknown-clause",
]);

/** Seeds and recipes, and whether the documents are what they make. */
async function seedProblems(root: string): Promise<Problem[]> {
  const { seeds, problems } = await readSeeds(root);
  const plan = await planDocuments(root, seeds);
  const failed = new Set(problems.map(({ file }) => file));
  const outdated = plan.outputs
    .filter(({ changes }) => changes !== null)
    .map(({ name, changes }): Problem => {
      const message =
        changes === "created"
          ? "配方还没有生成这份文件：运行 npm run ingest"
          : "与种子和配方生成的不一致（直接改过，或配方改了没有重新生成）：要改的写进配方，再运行 npm run ingest";
      return { file: name, line: 1, column: 1, rule: "document-outdated", severity: "error", message };
    });
  // A recipe that cannot be read is not gone.
  const own = plan.problems.filter(({ rule }) => rule !== "document-orphaned" || failed.size === 0);
  // What ingest remarks on once is no fault of the files; numbers that go back are found in the documents.
  return [...problems, ...own, ...outdated];
}

/** Clauses in no theme: a line for each document, and a line for each clause where all are asked for. */
function uncovered(
  { places }: Documents,
  documents: readonly PolicyDocument[],
  themes: readonly Theme[],
  isVerbose: boolean,
): Problem[] {
  if (themes.length === 0) return [];
  const found = coverage(documents, themes);
  return found.documents.flatMap(({ id, clauses, covered }): Problem[] => {
    const file = places.get(id) ?? id;
    const problem = (message: string): Problem => ({
      file,
      line: 1,
      column: 1,
      rule: "theme-uncovered",
      severity: "warning",
      message,
    });
    if (clauses === covered) return [];
    const message = `${clauses} 句里有 ${clauses - covered} 句不属于任何主题：看有没有漏掉的话题（npm run themes 逐句列出）`;
    const each = found.left.filter(({ document }) => document === id);
    return [
      problem(message),
      ...(isVerbose
        ? each.map(({ clause }) => problem(`${clause.eId} 不属于任何主题：“${clause.text.slice(0, 30)}”`))
        : []),
    ];
  });
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** What is wrong with the files one beside another: what editors say of documents, and the documents they are made of. */
export async function corpusProblems(root: string, isVerbose: boolean): Promise<CorpusProblems> {
  const seeds = await seedProblems(root);
  const read = await readDocuments(root);
  const { documents } = read;
  const isPartial = read.problems.some(({ rule }) => rule !== "document-follows");
  const [editions, concepts, targets, terms] = [
    await readEditions(root, documents),
    await readConceptsFile(root),
    await readAllTargets(root, documents),
    await readTermsFile(root),
  ];
  const themes = await readThemes(root, documents);
  const indicators = await readIndicatorsFile(root, documents);
  // Only an editor's word on threads needs the alignments, which take the longest.
  const threads =
    !isPartial && (await isThere(path.join(root, "content/threads.yaml")))
      ? (await readThreadOverrides(root, documents)).problems
      : [];
  const said = [editions, concepts, targets, terms, themes, indicators].flatMap(({ problems }) => problems);
  const left = themes.problems.length > 0 ? [] : uncovered(read, documents, themes.themes, isVerbose);
  const all = [...seeds, ...read.problems, ...said, ...themes.warnings, ...threads, ...left];
  return { problems: isPartial ? all.filter(({ rule }) => !ABOUT_DOCUMENTS.has(rule)) : all, isPartial };
}
