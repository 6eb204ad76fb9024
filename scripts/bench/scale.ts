import { execFileSync } from "node:child_process";
import type { Concepts } from "../../src/text/collation/concepts.ts";
import { pairsToCompare } from "../../src/text/collation/neighbours.ts";
import { prepare } from "../../src/text/collation/prepare.ts";
import { propose, type Weights } from "../../src/text/collation/propose.ts";
import { everyStatement, type Statement } from "../../src/text/collation/statement.ts";
import type { Clause, PolicyDocument, Provision } from "../../src/text/model.ts";

/** What alignment costs as a corpus grows: documents made of the real clauses, shaken together. */

export const SIZES = [5, 50, 500];
const CHARACTERS = 10_000;
const NEAREST = 10;

/** A heap that keeps the whole below 1 GB, and room enough for what is soon forgotten. */
const MEMORY = ["--max-old-space-size=760", "--max-semi-space-size=64"];

/** Park and Miller's generator: the same documents in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** One part of a sentence in seven is lost, so that no copy is quite the same. */
function shaken(text: string, random: () => number): string {
  const parts = text.split("，").filter(() => random() > 1 / 7);
  return parts.length === 0 ? text : parts.join("，");
}

function made(pool: readonly Statement[], like: PolicyDocument, id: string, random: () => number): PolicyDocument {
  const pick = (): Statement => pool[Math.floor(random() * pool.length)] as Statement;
  const provisions: Provision[] = [];
  for (let length = 0; length < CHARACTERS; ) {
    const eId = `sec_${provisions.length + 1}`;
    const clauses = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, i): Clause => {
      const text = shaken(pick().clause.text, random);
      length += text.length;
      return { eId: `${eId}__p_1__cl_${i + 1}`, text, original: text };
    });
    const paragraphs = [{ eId: `${eId}__p_1`, clauses }];
    const heading = pick().path.at(-1) ?? null;
    provisions.push({
      eId,
      kind: "section",
      num: null,
      heading,
      stop: "",
      paragraphs,
      children: [],
      note: null,
      responsible: null,
    });
  }
  return { meta: { ...like.meta, id }, provisions };
}

/** One line of the table: a corpus of `size` documents, compared. */
export function scaleLine(
  size: number,
  documents: readonly PolicyDocument[],
  concepts: Concepts,
  weights: Weights,
): string {
  const random = chance(size);
  const pool = documents.flatMap((document) => everyStatement(document));
  const corpus = Array.from({ length: size }, (_, i) =>
    made(pool, documents[0] as PolicyDocument, `made-${i}`, random),
  );
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
