import path from "node:path";
import { readConceptsFile, readWeights } from "../src/node/collations.ts";
import { readDocuments } from "../src/node/documents.ts";
import { readEditions } from "../src/node/editions.ts";
import { readThemes } from "../src/node/themes.ts";
import { formatProblem } from "../src/text/problems/problem.ts";
import { benchAlignment } from "./bench/alignment.ts";
import { benchDiff } from "./bench/diff.ts";
import { benchImport } from "./bench/import.ts";
import { benchIngest } from "./bench/ingest.ts";
import { benchReaders } from "./bench/readers.ts";
import { benchScale, SIZES, scaleLine } from "./bench/scale.ts";
import { benchSearchScale, SIZES as SEARCH_SIZES } from "./bench/search/growth.ts";
import { measureSize } from "./bench/search/scale.ts";
import { benchSearch } from "./bench/search.ts";
import { benchTargets } from "./bench/targets.ts";

const USAGE = `npm run bench [-- import | ingest | alignment | readers | diff | targets | search | scale | search-scale …]
  Measures all but search-scale, which takes long and much memory, or what is named.`;

const root = path.resolve(import.meta.dirname, "..");
const { documents, problems } = await readDocuments(root);
const read = await readEditions(root, documents);
const vocabulary = await readConceptsFile(root);
const { themes, problems: faults } = await readThemes(root, documents);
const words = { concepts: vocabulary.concepts, themes };
const all = [...problems, ...read.problems, ...vocabulary.problems, ...faults];
if (all.length > 0) throw new Error(all.map(formatProblem).join("\n"));

const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  import: () => benchImport(root),
  ingest: () => benchIngest(documents),
  alignment: () => benchAlignment(documents, read.editions, vocabulary.concepts),
  readers: () => benchReaders(root, read.editions),
  diff: () => benchDiff(documents, read.editions),
  targets: () => benchTargets(root, documents),
  search: () => benchSearch(documents, words),
  scale: () => benchScale(import.meta.filename),
};
const named: typeof benches = { ...benches, "search-scale": () => benchSearchScale(import.meta.filename) };
/** What a bench runs in a process of its own. */
const parts: typeof benches = Object.fromEntries([
  ...SIZES.map((size) => [
    `scale-of-${size}`,
    async () => console.log(scaleLine(size, documents, vocabulary.concepts, await readWeights())),
  ]),
  ...SEARCH_SIZES.map((size) => [
    `search-of-${size}`,
    async () => console.log(JSON.stringify(await measureSize(size, documents, words))),
  ]),
]);
const wanted = process.argv.slice(2);
if (wanted.some((name) => !(name in named || name in parts))) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
    await (named[name] ?? parts[name])?.();
    if (name in named) console.log("");
  }
}
