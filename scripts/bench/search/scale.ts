import type { PolicyDocument } from "../../../src/text/model.ts";
import { foldForSearch } from "../../../src/text/search/fold.ts";
import type { Lookup } from "../../../src/text/search/lookup.ts";
import { readQuery } from "../../../src/text/search/query.ts";
import type { SearchCorpus } from "../../../src/text/search/record.ts";
import { hitsFor, nearFor } from "../../../src/text/search/search.ts";
import { chance, madeDocuments } from "../made.ts";
import { type Built, build } from "./built.ts";
import { corpusOf, type Words } from "./corpus.ts";
import { ownPeak, withChildPeak } from "./memory.ts";
import { openScan, quantile, showFirst, timed } from "./time.ts";
import { answerOf } from "./ways.ts";

/** What the search costs as a corpus grows, beside reading through all texts. */

export const CHARACTERS = 5_000;
/** A pasted page, and the one record that holds it. */
const PAGE = 10_000;
const ROUNDS = 3;
const NEAR = 12;

/** Of one query. Bytes are as a host sends them. */
export interface QueryCost {
  readonly name: string;
  readonly hits: number;
  /** Whether the plain scan finds the same. */
  readonly same: boolean;
  /** On a page that has loaded nothing, up to the first results. */
  readonly first: number;
  readonly firstMs: number;
  /** On a page that was searched before. */
  readonly next: number;
  readonly ms: number;
  /** What is near, which comes after the results. */
  readonly near: number;
  readonly nearMs: number;
  readonly scanMs: number;
}

export interface Measured {
  readonly size: number;
  readonly records: number;
  readonly characters: number;
  readonly files: number;
  readonly raw: number;
  readonly gzip: number;
  readonly table: number;
  readonly seconds: number;
  readonly ownPeak: number;
  readonly childPeak: number | null;
  /** What the plain scan loads before its first result, and how long it then takes. */
  readonly scan: number;
  readonly scanMs: number;
  readonly queries: readonly QueryCost[];
}

/** A document that is one paragraph; by its id it comes last. */
function inOneParagraph(document: PolicyDocument): PolicyDocument {
  const [first] = document.provisions;
  const clauses = document.provisions.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.clauses));
  const meta = { ...document.meta, id: "paragraph" };
  return { meta, provisions: first ? [{ ...first, paragraphs: [{ eId: "sec_1__p_1", clauses }] }] : [] };
}

function corpusOfSize(size: number, documents: readonly PolicyDocument[], words: Words): SearchCorpus {
  const [last] = madeDocuments(1, documents, PAGE + 2000).map(inOneParagraph);
  const made = madeDocuments(size - 1, documents, CHARACTERS);
  return corpusOf(last ? [...made, last] : made, words);
}

/** Of phrases of ten characters taken by chance the one that the fewest records hold. */
async function rarePhrase({ documents, alike }: SearchCorpus, lookup: Lookup): Promise<string> {
  const random = chance(documents.length);
  const lines = documents.flatMap(({ records }) =>
    records.flatMap(({ lines }) => lines.filter((line) => line.length >= 10)),
  );
  let [rarest, least] = ["", Number.POSITIVE_INFINITY];
  for (let i = 0; i < 50; i += 1) {
    const phrase = lines[Math.floor(random() * lines.length)]?.slice(0, 10) ?? "";
    const holders = (await lookup(foldForSearch(phrase, new Map(alike)).text)).length;
    if (holders < least) [rarest, least] = [phrase, holders];
  }
  return rarest;
}

async function queriesOf(corpus: SearchCorpus, lookup: Lookup): Promise<readonly (readonly [string, string])[]> {
  const page = corpus.documents.at(-1)?.records.at(-1)?.lines.at(-1) ?? "";
  return [
    ["药", "药"],
    ["企业", "企业"],
    ["知识产权", "知识产权"],
    ["原料药 绿色", "原料药 绿色"],
    ["a rare phrase of 10", await rarePhrase(corpus, lookup)],
    [`a page of ${PAGE}`, page.slice(500, 500 + PAGE)],
    [`a page of ${PAGE}, in no text`, page.slice(500, 500 + PAGE - 1) + page.slice(0, 1)],
  ];
}

/** The median of a few times. */
async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) times.push((await timed(work)).ms);
  return quantile(times, 0.5);
}

type Scanning = Awaited<ReturnType<typeof openScan>>;

async function costOf(name: string, typed: string, built: Built, scanning: Scanning): Promise<QueryCost> {
  const fresh = built.open();
  const first = await timed(async () => showFirst(typed, await fresh.open()));
  const page = built.open();
  const session = await page.open();
  await showFirst("创新", session);
  const [opened, query] = [page.loaded.length, readQuery(typed, session.alike)];
  await showFirst(typed, session);
  const searched = page.loaded.length;
  const hits = await hitsFor(query, session);
  const near = await timed(() => nearFor(query, hits, session, NEAR));
  const [ours, scan] = [answerOf(session), answerOf(scanning)];
  const wanted = new Set(await scan(typed));
  return {
    name,
    hits: hits.length,
    same: wanted.size === hits.length && hits.every(({ record }) => wanted.has(record)),
    first: built.engine.gzip + built.sizes(fresh.loaded).gzip,
    firstMs: first.ms,
    next: built.sizes(page.loaded.slice(opened, searched)).gzip,
    ms: await median(() => ours(typed)),
    near: built.sizes(page.loaded.slice(searched)).gzip,
    nearMs: near.ms,
    scanMs: await median(() => scan(typed)),
  };
}

export async function measureSize(size: number, documents: readonly PolicyDocument[], words: Words): Promise<Measured> {
  const corpus = corpusOfSize(size, documents, words);
  const records = corpus.documents.flatMap((document) => document.records);
  const began = performance.now();
  const { made: built, peak } = await withChildPeak(() => build(corpus));
  const seconds = (performance.now() - began) / 1000;
  const own = ownPeak();
  const names = [...built.files.keys()];
  const { raw, gzip } = built.sizes(names);
  const scanPage = built.open();
  const { made: scanning, ms: scanMs } = await timed(() => openScan(scanPage));
  const queries: QueryCost[] = [];
  for (const [name, typed] of await queriesOf(corpus, scanning.lookup))
    queries.push(await costOf(name, typed, built, scanning));
  return {
    size,
    records: records.length,
    characters: records.reduce((sum, { lines }) => sum + lines.join("").length, 0),
    files: names.length,
    raw,
    gzip,
    table: built.sizes(names.filter((name) => name.startsWith("table"))).gzip,
    seconds,
    ownPeak: own,
    childPeak: peak,
    scan: built.engine.gzip + built.sizes(names.filter((name) => name.startsWith("texts/"))).gzip,
    scanMs,
    queries,
  };
}
