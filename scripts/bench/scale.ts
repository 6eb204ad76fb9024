import { execFileSync } from "node:child_process";
import type { Concepts } from "../../src/text/collation/concepts.ts";
import { pairsToCompare } from "../../src/text/collation/neighbours.ts";
import { prepare } from "../../src/text/collation/prepare.ts";
import { propose, type Weights } from "../../src/text/collation/propose.ts";
import type { PolicyDocument } from "../../src/text/model.ts";
import { madeDocuments } from "./made.ts";

/** What alignment costs as a corpus grows: documents made of the real clauses, shaken together. */

export const SIZES = [5, 50, 500];
const CHARACTERS = 10_000;
const NEAREST = 10;

/** A heap that keeps the whole below 1 GB, and room enough for what is soon forgotten. */
const MEMORY = ["--max-old-space-size=760", "--max-semi-space-size=64"];

/** One line of the table: a corpus of `size` documents, compared. */
export function scaleLine(
  size: number,
  documents: readonly PolicyDocument[],
  concepts: Concepts,
  weights: Weights,
): string {
  const corpus = madeDocuments(size, documents, CHARACTERS);
  const began = performance.now();
  const prepared = prepare(corpus, concepts);
  const pairs = pairsToCompare(prepared, NEAREST);
  let found = 0;
  for (const [i, j] of pairs) {
    const [a, b] = [prepared[i], prepared[j]];
    if (a && b) found += propose(a, b, weights).length;
  }
  const seconds = (performance.now() - began) / 1000;
  const clauses = prepared.reduce((sum, { statements }) => sum + statements.length, 0);
  const cells = [size, clauses, pairs.length, found, seconds.toFixed(1), ((1000 * seconds) / pairs.length).toFixed(1)];
  const memory = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  return [...cells, memory].map((cell) => String(cell).padStart(11)).join("");
}

/** Each size in a process of its own, so that the memory is its own. */
export function benchScale(script: string): void {
  console.log(
    `scale: documents of ${CHARACTERS} characters made of ours, each against its nearest ${NEAREST}; one core\n`,
  );
  const heads = ["documents", "clauses", "pairs", "proposals", "seconds", "ms a pair", "peak MB"];
  console.log(heads.map((head) => head.padStart(11)).join(""));
  for (const size of SIZES)
    execFileSync(process.execPath, [...MEMORY, script, `scale-of-${size}`], { stdio: "inherit" });
}
