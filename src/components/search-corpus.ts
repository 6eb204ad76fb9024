import { getCollection } from "astro:content";
import { alikeOf } from "../text/search/fold.ts";
import type { SearchCorpus, SearchDocument } from "../text/search/record.ts";
import { keyOf } from "../text/structure/key.ts";
import { type Comparison, comparisons } from "./comparisons.ts";
import { corpus, type Member } from "./corpus.ts";
import { corpusIndicators } from "./indicators.ts";
import { searchRecords } from "./search-records.ts";
import { corpusTargets } from "./targets.ts";
import { corpusThemes } from "./themes.ts";

/** The clauses of a document that carry on earlier ones, and those that no earlier document has. */
function descent(id: string, all: readonly Comparison[]) {
  const rows = all.filter(({ to }) => to.document.meta.id === id).flatMap((comparison) => comparison.rows);
  const pairs = rows.flatMap((row) => (row.kind === "pair" ? [row] : []));
  const paired = new Set(pairs.map(({ to }) => to.clause.eId));
  const kept = pairs.filter(({ alignment }) => alignment.relation !== "related").map(({ to }) => to.clause.eId);
  const alone = rows.flatMap((row) => (row.kind === "new" && !row.aside ? [row.to.clause.eId] : []));
  return { kept: new Set(kept), isNew: new Set(alone.filter((eId) => !paired.has(eId))) };
}

async function documentOf({ document, printed, colour }: Member): Promise<SearchDocument> {
  const { meta, provisions } = document;
  const [all, targets, { of }] = await Promise.all([comparisons(), corpusTargets(), corpusThemes()]);
  const { kept, isNew } = descent(meta.id, all);
  const goals = targets.filter((target) => target.document === meta.id && target.kind === "target");
  const aimed = new Set(goals.map(({ eId }) => eId));
  const known = {
    themes: (eId: string) => of.get(keyOf({ document: meta.id, eId })) ?? [],
    isNew: (eId: string) => isNew.has(eId),
    isKept: (eId: string) => kept.has(eId),
    isGoal: (eId: string) => aimed.has(eId),
  };
  const { id, title, shortTitle, issued, level, script } = meta;
  const records = searchRecords({ meta: printed, provisions }, known);
  return { id, title, shortTitle, issued, level, script, colour, records };
}

/** Everything that can be searched, with what a search can be narrowed by. */
export async function searchCorpus(): Promise<SearchCorpus> {
  const [members, { themes }, indicators, concepts] = await Promise.all([
    corpus(),
    corpusThemes(),
    corpusIndicators(),
    getCollection("concepts"),
  ]);
  return {
    documents: await Promise.all(members.map(documentOf)),
    themes: themes.map(({ id, title, about, terms }) => ({ id, title, about, terms })),
    synonyms: concepts.map(({ data }) => data.words),
    indicators: indicators.map(({ id, name, note, mentions }) => ({ id, name, note: note ?? "", mentions })),
    alike: [...alikeOf(members.flatMap(({ document }) => document.meta.readings))],
  };
}
