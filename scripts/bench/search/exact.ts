import type { Built } from "./built.ts";
import { LIBRARIES } from "./others.ts";
import { type Asked, type Kind, queriesOf } from "./queries.ts";
import { truthOf } from "./truth.ts";
import { type Answer, answerOf, foldedTexts, libraryAnswer, scanOf } from "./ways.ts";

/** Whether each way finds what stands in the texts, all of it and nothing else. */

interface Way {
  readonly name: readonly [string, string];
  readonly answer: Answer;
}

interface Outcome {
  readonly hits: number;
  readonly found: number;
  readonly wanted: number;
}

interface Judged extends Asked {
  readonly wanted: readonly number[];
}

/** So many queries of a kind have a page of their own, to see what each of them loads. */
const PAGES = 4;

async function waysOf(built: Built): Promise<readonly Way[]> {
  const { corpus } = built;
  const texts = foldedTexts(corpus);
  const libraries = LIBRARIES.map(({ name, make }): Way => {
    const [library = "", setting = ""] = name.split(", ");
    return { name: [library, setting], answer: libraryAnswer(make(texts), corpus) };
  });
  return [
    { name: ["ours", ""], answer: answerOf(await built.open().open()) },
    { name: ["plain scan", ""], answer: answerOf(scanOf(corpus)) },
    ...libraries,
  ];
}

async function outcome({ typed, wanted }: Judged, answer: Answer): Promise<Outcome> {
  const all = new Set(wanted);
  const found = new Set(await answer(typed));
  return { hits: [...found].filter((record) => all.has(record)).length, found: found.size, wanted: all.size };
}

const isExact = ({ hits, found, wanted }: Outcome): boolean => hits === found && hits === wanted;

const share = (part: number, whole: number): string => (whole === 0 ? "–" : (part / whole).toFixed(3)).padStart(6);

function cell(outcomes: readonly Outcome[]): string {
  const sum = (field: keyof Outcome): number => outcomes.reduce((total, one) => total + one[field], 0);
  return `${share(sum("hits"), sum("wanted"))}${share(sum("hits"), sum("found"))}`.padStart(14);
}

const row = (name: string, count: string, cells: readonly string[]): string =>
  name.padEnd(30) + count.padStart(8) + cells.map((one) => one.padStart(14)).join("");

/** What a query loads of the index on a page that has loaded nothing, in KB as a host sends it. */
async function chunksOf({ asked }: Kind, built: Built): Promise<number> {
  const some = asked.slice(0, PAGES);
  let bytes = 0;
  for (const { typed } of some) {
    const page = built.open();
    await answerOf(await page.open())(typed);
    bytes += built.sizes(page.loaded.filter((name) => name.startsWith("index/"))).gzip;
  }
  return bytes / Math.max(1, some.length) / 1024;
}

/** The queries that ours does not answer as it should, and where a query does not find what it was cut out of. */
function faults(queries: readonly Judged[], ours: readonly Outcome[]): readonly string[] {
  const wrong = queries.filter((_, i) => !isExact(ours[i] as Outcome)).map(({ typed }) => JSON.stringify(typed));
  const cut = queries.filter(({ home }) => home !== null);
  const lost = cut.filter(({ home, wanted }) => !wanted.includes(home as number));
  return [
    ...(wrong.length === 0 ? [] : [`ours fails at ${wrong.join(" ")}`]),
    `${cut.length - lost.length} of ${cut.length} queries that were cut out of a record find that record again`,
    ...lost.map(({ typed }) => `  not ${JSON.stringify(typed)}`),
  ];
}

export async function benchExact(built: Built): Promise<void> {
  const truth = truthOf(built.corpus);
  const kinds = queriesOf(built.corpus, truth);
  const ways = await waysOf(built);
  const judged = kinds.map(({ asked }) => asked.map((one): Judged => ({ ...one, wanted: truth(one.typed) })));
  const queries = judged.flat();
  console.log(`search, exactness: ${queries.length} queries cut out of the records by chance; of each way recall and`);
  console.log("precision against a plain scan of its own folding; – where there is nothing to find, or nothing found;");
  console.log(
    "KB: what a query loads of the index, gzip. MiniSearch and FlexSearch get texts and queries folded by ours.\n",
  );
  for (const i of [0, 1] as const)
    console.log(row("", i === 1 ? "queries" : "", [...ways.map(({ name }) => name[i]), i === 1 ? "KB" : ""]));
  const outcomes: Outcome[][] = ways.map(() => []);
  for (const [i, kind] of kinds.entries()) {
    const cells: string[] = [];
    for (const [way, { answer }] of ways.entries()) {
      const own: Outcome[] = [];
      for (const query of judged[i] ?? []) own.push(await outcome(query, answer));
      outcomes[way]?.push(...own);
      cells.push(cell(own));
    }
    console.log(row(kind.name, String(kind.asked.length), [...cells, (await chunksOf(kind, built)).toFixed(0)]));
  }
  console.log(row("all", String(queries.length), outcomes.map(cell)));
  const exact = outcomes.map((own) => share(own.filter(isExact).length, own.length));
  console.log(row("answered exactly", "", exact));
  console.log(`\n${faults(queries, outcomes[0] ?? []).join("\n")}`);
}
