import { type Score, score } from "../../src/text/ingest/fixtures/score.ts";
import { type Damage, recipeFor, type Scrape, scrape } from "../../src/text/ingest/fixtures/scrape.ts";
import { ingest } from "../../src/text/ingest/ingest.ts";
import type { PolicyDocument, Script } from "../../src/text/model.ts";
import { readHtml } from "../../src/text/normalize/html.ts";
import { readPlain } from "../../src/text/normalize/plain.ts";
import { structure } from "../../src/text/structure/structure.ts";

/**
 * How well ingest gives back documents that were damaged on purpose, beside the plain alternative of keeping each line
 * of the scrape once, in the order in which it stands.
 */

const DAMAGES: readonly Damage[] = [
  "clean",
  "wrapped",
  "html",
  "plain html",
  "traditional",
  "glued",
  "repeated",
  "shuffled",
];
const SEEDS = [1, 2, 3];

interface Measured extends Score {
  readonly milliseconds: number;
}

/** The plain alternative: every line that the format shows, once, as it stands. */
function uniqueLines(made: Scrape, meta: PolicyDocument["meta"]): PolicyDocument {
  const { lines } = made.format === "html" ? readHtml(made.raw) : readPlain(made.raw);
  const unique = new Map(lines.map((line) => [line.text.text, line]));
  return {
    meta,
    provisions: structure(
      [...unique.values()].map((line) => ({ type: "line", line })),
      meta,
    ).provisions,
  };
}

function reassembled(made: Scrape, document: PolicyDocument, script: Script): PolicyDocument {
  const { ingested, faults } = ingest(made.raw, recipeFor(document, made, script), "");
  if (!ingested) throw new Error(faults.map((f) => f.message).join("\n"));
  return ingested.document;
}

function measure(document: PolicyDocument, damage: Damage, seed: number, plainly: boolean): Measured {
  const made = scrape(document, damage, seed);
  const script = damage === "traditional" ? "Hant" : "Hans";
  const began = performance.now();
  const given = plainly ? uniqueLines(made, document.meta) : reassembled(made, document, script);
  return { ...score(document, given), milliseconds: performance.now() - began };
}

function mean(list: readonly Measured[], field: keyof Measured): number {
  return list.reduce((sum, m) => sum + m[field], 0) / list.length;
}

function row(label: string, list: readonly Measured[]): string {
  const share = (field: keyof Measured): string => mean(list, field).toFixed(4).padStart(9);
  const cells = [share("precision"), share("recall"), share("order"), mean(list, "duplicates").toFixed(1).padStart(10)];
  return `${label.padEnd(26)}${cells.join("")}${mean(list, "milliseconds").toFixed(0).padStart(8)}`;
}

export function benchIngest(documents: readonly PolicyDocument[]): void {
  // A document that is itself full of gaps cannot tell whether ingest makes some.
  const whole = documents.filter((d) => d.meta.script === "Hans" && !JSON.stringify(d.provisions).includes('"gap"'));
  console.log(`ingest on damaged copies of ${whole.map((d) => d.meta.id).join(", ")}, ${SEEDS.length} runs each\n`);
  console.log(`${"damage".padEnd(26)}precision   recall    order  dupl. left     ms`);
  for (const damage of DAMAGES) {
    for (const plainly of [false, true]) {
      const runs = whole.flatMap((d) => SEEDS.map((seed) => measure(d, damage, seed, plainly)));
      console.log(row(plainly ? "  unique lines as found" : damage, runs));
    }
  }
}
