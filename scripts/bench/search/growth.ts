import { execFileSync } from "node:child_process";
import { kilobytes } from "./built.ts";
import { CHARACTERS, type Measured, type QueryCost } from "./scale.ts";

export const SIZES = [5, 500, 2000];

/** From when on a search serves no more: what comes before the first result, as a host sends it, and a key. */
const MOST_BYTES = 5 * 1024 * 1024;
const MOST_MS = 50;

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

/** A Chinese character takes the room of two letters. */
const padded = (name: string): string => name.padEnd(34 - (name.match(/\p{Script=Han}/gu) ?? []).length);

const row = (first: string, cells: readonly string[]): string =>
  padded(first) + cells.map((cell) => cell.padStart(12)).join("");

function sizeRow(measured: Measured): string {
  const { size, records, characters, files, raw, gzip, table, seconds, ownPeak, childPeak } = measured;
  const counts = [records, files].map(String);
  const sizes = [(characters / 1e6).toFixed(2), megabytes(raw), megabytes(gzip), kilobytes(table), seconds.toFixed(0)];
  const peaks = [ownPeak, childPeak].map((peak) => (peak === null ? "n/a" : megabytes(peak).replace(/\..*/, "")));
  return row(`${size} documents`, [...counts, ...sizes, ...peaks]);
}

function queryRow({ name, ...cost }: QueryCost): string {
  const { hits, same, first, firstMs, next, ms, near, nearMs, scanMs } = cost;
  const own = [String(hits), same ? "yes" : "NO", kilobytes(first), firstMs.toFixed(0), kilobytes(next), ms.toFixed(1)];
  return row(`  ${name}`, [...own, kilobytes(near), nearMs.toFixed(0), scanMs.toFixed(1)]);
}

/** A page that is pasted is no key. */
const isTyped = ({ name }: QueryCost): boolean => !name.startsWith("a page");

function verdict(name: string, bytes: number, ms: number): string {
  const serves = bytes <= MOST_BYTES && ms <= MOST_MS;
  return `  ${name} ${serves ? "serves" : "no longer serves"}: ${megabytes(bytes)} MB, ${ms.toFixed(1)} ms`;
}

function verdicts({ queries, scan }: Measured): readonly string[] {
  const typed = queries.filter(isTyped);
  const most = (of: (cost: QueryCost) => number): number => Math.max(...typed.map(of));
  return [
    verdict(
      "the plain scan",
      scan,
      most(({ scanMs }) => scanMs),
    ),
    verdict(
      "the index",
      most(({ first }) => first),
      most(({ ms }) => ms),
    ),
  ];
}

/** Each size in a process of its own, so that the memory is its own. */
export function benchSearchScale(script: string): void {
  const measured = SIZES.map((size): Measured => {
    const output = execFileSync(process.execPath, [script, `search-of-${size}`], { encoding: "utf8" });
    return JSON.parse(output) as Measured;
  });
  console.log(
    `search-scale: documents of ${CHARACTERS} characters made of ours; sizes of all files, MB; of the table, KB,`,
  );
  console.log("gzip; seconds to make the index; most memory of Node and of Pagefind, MB\n");
  console.log(row("", ["records", "files", "M char.", "raw", "gzip", "table", "seconds", "Node", "Pagefind"]));
  for (const one of measured) console.log(sizeRow(one));
  console.log(
    "\nsearch-scale, queries: KB, gzip, and ms on a page that has loaded nothing up to the first results, on one",
  );
  console.log("that was searched before, and for what is near, which comes later; beside the plain scan\n");
  const heads = ["hits", "as scan", "first KB", "first ms", "next KB", "ms", "near KB", "near ms", "scan ms"];
  console.log(row("", heads));
  for (const one of measured) {
    const loaded = `the scan loads ${kilobytes(one.scan)} KB, ready after ${one.scanMs.toFixed(0)} ms`;
    console.log(`${one.size} documents; ${loaded}`);
    for (const cost of one.queries) console.log(queryRow(cost));
  }
  console.log(
    `\nserves: at most ${megabytes(MOST_BYTES)} MB before the first result and ${MOST_MS} ms a key, whatever is typed`,
  );
  for (const one of measured) console.log([`${one.size} documents`, ...verdicts(one)].join("\n"));
}
