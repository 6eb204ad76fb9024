import { access } from "node:fs/promises";
import path from "node:path";
import { readSheet } from "../text/check/sheet.ts";
import type { Problem, Theme } from "../text/model.ts";
import { placeOf } from "../text/problems/problem.ts";
import { coverage } from "../text/themes/coverage.ts";
import { readConceptsFile } from "./collations.ts";
import { type Documents, planDocuments, readDocuments } from "./documents.ts";
import { readEditions } from "./editions.ts";
import { readIndicatorsFile } from "./indicators.ts";
import { readRedirectsFile } from "./redirects.ts";
import { readSeeds } from "./seeds.ts";
import { readAllTargets } from "./targets.ts";
import { readTermsFile } from "./terms.ts";
import { readText } from "./text-file.ts";
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
  "redirect-chain",
  "redirect-cycle",
  "redirect-unknown",
  "redirect-unknown-document",
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

const WARNING = { rule: "theme-uncovered", severity: "warning" } as const;

/** Where each clause of a document stands in its file. */
async function placesIn(root: string, file: string): Promise<(eId: string) => ReturnType<typeof placeOf>> {
  const text = (await readText(root, file)).file?.text ?? "";
  const { places } = readSheet(text, null);
  return (eId) => placeOf(text, places.get(eId) ?? 0);
}

/** Clauses in no theme: a line for each document, and a line for each clause where all are asked for. */
async function uncovered(
  root: string,
  { documents, places }: Documents,
  themes: readonly Theme[],
  isVerbose: boolean,
): Promise<Problem[]> {
  if (themes.length === 0) return [];
  const { documents: counted, left } = coverage(documents, themes);
  const problems = counted.map(async ({ id, clauses, covered }): Promise<Problem[]> => {
    const file = places.get(id) ?? id;
    if (clauses === covered) return [];
    const message = `${clauses} 句里有 ${clauses - covered} 句不属于任何主题：看有没有漏掉的话题（--verbose 逐句列出）`;
    const whole = { file, line: 1, column: 1, ...WARNING, message };
    if (!isVerbose) return [whole];
    const place = await placesIn(root, file);
    const each = left.filter(({ document }) => document === id);
    return [
      whole,
      ...each.map(({ clause: { eId, text } }): Problem => {
        const said = `${eId} 不属于任何主题：“${text.slice(0, 30)}”`;
        return { file, ...place(eId), ...WARNING, message: said };
      }),
    ];
  });
  return (await Promise.all(problems)).flat();
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
  const [editions, concepts, targets, terms, redirects] = [
    await readEditions(root, documents),
    await readConceptsFile(root),
    await readAllTargets(root, documents),
    await readTermsFile(root),
    await readRedirectsFile(root, documents),
  ];
  const themes = await readThemes(root, documents);
  const indicators = await readIndicatorsFile(root, documents);
  // Only an editor's word on threads needs the alignments, which take the longest.
  const threads =
    !isPartial && (await isThere(path.join(root, "content/threads.yaml")))
      ? (await readThreadOverrides(root, documents)).problems
      : [];
  // A theme with a fault is there all the same.
  const areThemesRead = themes.problems.length === 0;
  const said = [editions, concepts, targets, terms, themes, indicators, redirects]
    .flatMap(({ problems }) => problems)
    .filter(({ rule }) => areThemesRead || rule !== "indicator-unknown-theme");
  const left = !areThemesRead ? [] : await uncovered(root, read, themes.themes, isVerbose);
  const all = [...seeds, ...read.problems, ...said, ...themes.warnings, ...threads, ...left];
  return { problems: isPartial ? all.filter(({ rule }) => !ABOUT_DOCUMENTS.has(rule)) : all, isPartial };
}
