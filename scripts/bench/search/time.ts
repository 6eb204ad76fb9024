import { build as bundle } from "esbuild";
import { scan } from "../../../src/text/search/lookup.ts";
import { readQuery } from "../../../src/text/search/query.ts";
import { ranked } from "../../../src/text/search/rank.ts";
import { hitsFor, nearFor, type Sources } from "../../../src/text/search/search.ts";
import { type Built, kilobytes, type Size, sizeOf, sumOf } from "./built.ts";
import { LIBRARIES, type Library } from "./others.ts";
import type { Page } from "./page.ts";
import { type Answer, answerOf, foldedTexts, libraryAnswer } from "./ways.ts";

/** What a reader waits for, and what is sent, before the first result and with every key. */

const FIRST = "原料药";
const TYPED = [
  "原料药绿色生产",
  "药品质量安全",
  "创新能力显著增强",
  "高端医疗器械",
  "VOCs治理",
  "CAR-T",
  "2025年",
  "8%以上",
  "短缺药品 供应",
  "中药材规范化种植",
  "抗体药物",
  "知识产权保护",
];
/** So many results a dialog shows. */
const SHOWN = 12;
const OPENINGS = 7;
const ROUNDS = 5;

/** 原, 原料, 原料药: what stands in the field with each key. */
const KEYS = TYPED.flatMap((typed) => Array.from(typed, (_, i) => typed.slice(0, i + 1)));

interface Way {
  readonly name: string;
  /** From nothing but the files to an answer to the first query, and what answers from then on. */
  readonly open: () => Promise<Answer>;
  readonly sent: readonly (readonly [string, Size])[];
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly made: T }> {
  const began = performance.now();
  const made = await work();
  return { ms: performance.now() - began, made };
}

/** Reads all texts, as a page does whose index is damaged. */
export async function openScan(page: Page): Promise<Sources> {
  const session = await page.open();
  const documents = session.table.documents.map(async (document, i) => ({
    ...document,
    records: await session.texts(i),
  }));
  return { ...session, lookup: scan(await Promise.all(documents), session.alike) };
}

/** The texts of the results that are shown first. */
export async function showFirst(typed: string, sources: Sources): Promise<void> {
  const hits = await hitsFor(readQuery(typed, sources.alike), sources);
  await Promise.all(
    ranked(hits, "best")
      .slice(0, SHOWN)
      .map(({ document }) => sources.texts(document)),
  );
}

function withNear(sources: Sources): Answer {
  return async (typed) => {
    const query = readQuery(typed, sources.alike);
    const hits = await hitsFor(query, sources);
    const near = await nearFor(query, hits, sources, SHOWN);
    return [...hits, ...near].map(({ record }) => record);
  };
}

async function ours(built: Built): Promise<readonly Way[]> {
  const page = built.open();
  await showFirst(FIRST, await page.open());
  const part = (name: string, pattern: RegExp): readonly [string, Size] => [
    name,
    built.sizes(page.loaded.filter((file) => pattern.test(file))),
  ];
  const sent = [
    ["engine", built.engine],
    part("table", /^table/),
    part("chunks", /^index\//),
    part("texts shown", /^texts\//),
  ] as const;
  const open = (answer: (sources: Sources) => Answer) => async () => {
    const session = await built.open().open();
    await showFirst(FIRST, session);
    return answer(session);
  };
  return [
    { name: "ours", open: open(answerOf), sent },
    { name: "ours, with what is near", open: open(withNear), sent: [] },
  ];
}

function scanning(built: Built): Way {
  const names = [...built.files.keys()].filter((name) => name.startsWith("texts/"));
  return {
    name: "plain scan",
    sent: [
      ["engine", built.engine],
      ["all texts", built.sizes(names)],
    ],
    open: async () => {
      const sources = await openScan(built.open());
      await showFirst(FIRST, sources);
      return answerOf(sources);
    },
  };
}

async function codeOf(module: string): Promise<Size> {
  const stdin = { contents: `export { default } from ${JSON.stringify(module)}`, resolveDir: import.meta.dirname };
  const { outputFiles } = await bundle({ stdin, bundle: true, minify: true, platform: "browser", write: false });
  return sizeOf(outputFiles[0]?.text ?? "");
}

async function libraryWay({ name, module, make, load }: Library, built: Built, shown: Size): Promise<Way> {
  const saved = make(foldedTexts(built.corpus)).save();
  return {
    name,
    sent: [
      ["engine", built.engine],
      ["library", await codeOf(module)],
      ["index", sizeOf(saved)],
      ["texts shown", shown],
    ],
    open: async () => {
      const answer = libraryAnswer(load(saved), built.corpus);
      await answer(FIRST);
      return answer;
    },
  };
}

async function measure(way: Way) {
  const openings: number[] = [];
  const keys: number[] = [];
  for (let i = 0; i < OPENINGS; i += 1) openings.push((await timed(way.open)).ms);
  const answer = await way.open();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const typed of KEYS) keys.push((await timed(() => answer(typed))).ms);
  return { open: quantile(openings, 0.5), median: quantile(keys, 0.5), most: quantile(keys, 0.95) };
}

export async function benchTime(built: Built): Promise<void> {
  const own = await ours(built);
  const shown = new Map(own[0]?.sent).get("texts shown") as Size;
  const others = await Promise.all(LIBRARIES.map((library) => libraryWay(library, built, shown)));
  const plain = scanning(built);
  const ways = [plain, ...own, ...others];
  console.log(`search, time: ms in Node from nothing to the first ${SHOWN} results for ${FIRST}, and with each of`);
  console.log(`${KEYS.length} keys of ${TYPED.length} queries as they are typed; times as long as the plain scan\n`);
  const heads = ["first", "key", "key p95", "first ×", "key ×", "p95 ×"];
  console.log("".padEnd(28) + heads.map((head) => head.padStart(10)).join(""));
  const base = await measure(plain);
  for (const way of ways) {
    const { open, median, most } = way === plain ? base : await measure(way);
    const cells = [open.toFixed(1), median.toFixed(3), most.toFixed(3)];
    const ratios = [open / base.open, median / base.median, most / base.most].map((ratio) => ratio.toFixed(2));
    console.log(way.name.padEnd(28) + [...cells, ...ratios].map((cell) => cell.padStart(10)).join(""));
  }
  console.log("\nsearch, KB before the first result: as files, and as a host sends them with gzip\n");
  for (const { name, sent } of ways.filter(({ sent }) => sent.length > 0)) {
    const whole = sumOf(sent.map(([, size]) => size));
    const parts = sent.map(([part, { gzip }]) => `${part} ${kilobytes(gzip)}`).join(", ");
    console.log(
      `${name.padEnd(28)}${kilobytes(whole.raw).padStart(10)}${kilobytes(whole.gzip).padStart(10)}   ${parts}`,
    );
  }
}
