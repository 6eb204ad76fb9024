import { readdir } from "node:fs/promises";
import path from "node:path";
import { readText } from "../../src/node/text-file.ts";
import type { Edition } from "../../src/text/collation/edition.ts";
import { isRestating } from "../../src/text/collation/kin.ts";

/**
 * How far readers agree who worked alone, and each of them with the edition: verbatim and reworded pairs of clauses, F1.
 * A reading is a table: earlier document, its clause, later document, its clause, relation.
 */

const FOLDER = "content/alignments/readings";

type Reading = ReadonlyMap<string, ReadonlySet<string>>;

function byDocuments(lines: readonly (readonly string[])[]): Reading {
  const reading = new Map<string, Set<string>>();
  for (const [from = "", a = "", to = "", b = "", relation = ""] of lines) {
    const key = `${from} → ${to}`;
    const pairs = reading.get(key) ?? new Set<string>();
    if (isRestating(relation)) pairs.add(`${a} ${b}`);
    reading.set(key, pairs);
  }
  return reading;
}

async function readReading(root: string, name: string): Promise<Reading> {
  const { file, problem } = await readText(root, `${FOLDER}/${name}`);
  if (!file) throw new Error(problem.message);
  const [, ...lines] = file.text.trim().split("\n");
  return byDocuments(lines.map((line) => line.split(",")));
}

/** Only what both have read. */
function agreement(a: Reading, b: Reading, documents: readonly string[]): string {
  let [same, all] = [0, 0];
  for (const key of documents) {
    const [x, y] = [a.get(key), b.get(key)];
    if (!x || !y) continue;
    same += 2 * [...x].filter((pair) => y.has(pair)).length;
    all += x.size + y.size;
  }
  return all === 0 ? "-" : (same / all).toFixed(3);
}

export async function benchReaders(root: string, editions: readonly Edition[]): Promise<void> {
  const files = (await readdir(path.join(root, FOLDER)).catch(() => [])).filter((name) => name.endsWith(".csv")).sort();
  const named = new Map<string, Reading>();
  for (const name of files) named.set(path.basename(name, ".csv"), await readReading(root, name));
  const lines = editions.flatMap(({ pairs }) =>
    pairs.map((pair) => [pair.from.document, pair.from.eId, pair.to.document, pair.to.eId, pair.relation]),
  );
  named.set("edition", byDocuments(lines));
  const names = [...named.keys()];
  const couples = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));
  const documents = editions.map(({ from, to }) => `${from} → ${to}`);
  console.log("readers: agreement of independent readings, and of each with the edition (F1, verbatim and reworded)\n");
  console.log(`${"".padEnd(34)}${couples.map((couple) => couple.join("/").padStart(16)).join("")}`);
  const row = (label: string, keys: readonly string[]): string =>
    label.padEnd(34) +
    couples.map(([a, b]) => agreement(named.get(a) as Reading, named.get(b) as Reading, keys).padStart(16)).join("");
  for (const key of documents) console.log(row(key, [key]));
  console.log(row("all", documents));
}
