import { statements } from "../text/collation/statement.ts";
import type { Alignment, ClauseRef, Theme } from "../text/model.ts";
import { keyOf } from "../text/structure/key.ts";
import { allAlignments } from "./comparisons.ts";
import { corpus, type Member } from "./corpus.ts";
import { ledBy } from "./leads.ts";
import { corpusTargets } from "./targets.ts";
import { cellsOf, type ThemeCell } from "./theme-cells.ts";
import { type Chapter, chaptersOf, type Library, type Volume } from "./theme-story.ts";
import { corpusThemes } from "./themes.ts";
import { corpusThreads, toldOf } from "./threads.ts";

/** A theme through all documents. */
export interface ThemeStory {
  readonly theme: Theme;
  readonly chapters: readonly Chapter[];
  readonly cells: readonly ThemeCell[];
}

/** A corpus in which no editor has said what takes up what is read one document after the other. */
function volumesOf(members: readonly Member[]): Volume[] {
  const isSaid = members.some(({ document }) => document.meta.follows.length > 0);
  return members.map(({ document, previous }): Volume => {
    const { id, follows } = document.meta;
    const clauses = statements(document).map(({ clause: { eId } }) => ({ document: id, eId }));
    return { id, clauses, before: isSaid || previous === null ? follows : [previous.meta.id] };
  });
}

async function library(members: readonly Member[]): Promise<Library> {
  const threads = await corpusThreads();
  const steps = threads.flatMap(({ stations }) => stations.flatMap(({ after }) => (after ? [after] : [])));
  return {
    volumes: volumesOf(members),
    told: toldOf(members),
    alignments: await allAlignments(members, "alignments"),
    after: new Map(steps.map((step): [string, Alignment] => [keyOf(step.to), step])),
    targets: await corpusTargets(),
  };
}

async function gather(): Promise<readonly ThemeStory[]> {
  const members = await corpus();
  const [{ themes, of }, shelves, threads, leads] = await Promise.all([
    corpusThemes(),
    library(members),
    corpusThreads(),
    ledBy(),
  ]);
  const reach = new Map(
    threads.toReversed().flatMap((thread) => thread.stations.map((station) => [keyOf(station), thread] as const)),
  );
  return themes.map((theme) => {
    const chapters = chaptersOf((ref) => of.get(keyOf(ref))?.includes(theme.id) ?? false, shelves);
    const isMain = (ref: ClauseRef): boolean => of.get(keyOf(ref))?.[0] === theme.id;
    return { theme, chapters, cells: cellsOf(chapters, (document) => leads(theme.id, document), isMain, reach) };
  });
}

let gathered: Promise<readonly ThemeStory[]> | null = null;

/** Every theme with what each document says on it, in the editor's order. A build asks once. */
export function themeStories(): Promise<readonly ThemeStory[]> {
  if (import.meta.env.DEV) return gather();
  gathered ??= gather();
  return gathered;
}
