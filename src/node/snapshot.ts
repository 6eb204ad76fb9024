import { readdir } from "node:fs/promises";
import path from "node:path";
import { everyStatement } from "../text/collation/statement.ts";
import type { Alignment, PolicyDocument, Problem, Theme } from "../text/model.ts";
import type { Snapshot } from "../text/preview/snapshot.ts";
import { byPlace } from "../text/problems/problem.ts";
import { keyOf } from "../text/structure/key.ts";
import { themesOf } from "../text/themes/assign.ts";
import type { Overrides } from "../text/threads/predecessors.ts";
import { threadsOf } from "../text/threads/threads.ts";
import { readCollations } from "./collations.ts";
import { readDocuments } from "./documents.ts";
import { readIndicatorsFile } from "./indicators.ts";
import { readRedirectsFile } from "./redirects.ts";
import { readAllTargets } from "./targets.ts";
import { readTermsFile } from "./terms.ts";
import { readThemes } from "./themes.ts";
import { readThreadOverrides } from "./threads.ts";

export interface Snapshots {
  readonly snapshot: Snapshot;
  readonly problems: readonly Problem[];
}

async function unreadDocuments(root: string, documents: readonly PolicyDocument[]): Promise<readonly string[]> {
  const names = await readdir(path.join(root, "content/documents")).catch(() => []);
  const read = new Set(documents.map(({ meta }) => meta.id));
  return names.filter((name) => name.endsWith(".md") && !read.has(name.slice(0, -3))).map((name) => name.slice(0, -3));
}

function threadsIn(
  documents: readonly PolicyDocument[],
  alignments: readonly Alignment[],
  themes: readonly Theme[],
  overrides: Overrides,
) {
  const texts = documents.flatMap((document) =>
    everyStatement(document).map(
      ({ clause: { eId, text } }) => [keyOf({ document: document.meta.id, eId }), text] as const,
    ),
  );
  const order = documents.map(({ meta }) => meta.id);
  return threadsOf({ order, texts: new Map(texts) }, alignments, themesOf(documents, themes), overrides);
}

/** All that the site says of the content in a folder, as far as its faults let it be known; with all of its faults. */
export async function readSnapshot(root: string): Promise<Snapshots> {
  const { documents, problems } = await readDocuments(root);
  const unread = await unreadDocuments(root, documents);
  // Every file that names what could not be read would be at fault.
  const whole = unread.length === 0;
  const [collations, targets, themes, redirects, ...rest] = await Promise.all([
    readCollations(root, documents),
    readAllTargets(root, documents),
    readThemes(root, documents),
    readRedirectsFile(root, documents),
    readIndicatorsFile(root, documents),
    readTermsFile(root),
  ]);
  const paired = collations.problems.length === 0 ? collations.collations.flatMap((one) => one.alignments) : null;
  const { overrides, problems: strays } =
    paired === null ? { overrides: null, problems: [] } : await readThreadOverrides(root, documents);
  const topics = themes.problems.length === 0 ? themes.themes : null;
  const others = [collations, targets, themes, redirects, ...rest].flatMap((read) => read.problems);
  return {
    snapshot: {
      documents,
      unread,
      redirects: redirects.redirects,
      alignments: paired,
      targets: targets.problems.length === 0 ? targets.targets.flatMap((one) => one.targets) : null,
      themes: topics,
      threads:
        paired === null || topics === null || overrides === null || strays.length > 0
          ? null
          : threadsIn(documents, paired, topics, overrides),
    },
    problems: [...problems, ...(whole ? [...others, ...strays] : [])].sort(byPlace),
  };
}
