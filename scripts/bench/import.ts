import { readSeeds } from "../../src/node/seeds.ts";
import { propose } from "../../src/text/import/propose.ts";
import type { Recipe } from "../../src/text/ingest/recipe.ts";

/** How many facts of the editors' recipes a first look at their seeds finds, those apart that no seed states. */

type Facts = Readonly<Record<string, unknown>>;

const FIELDS = ["title", "number", "issuers", "issued", "horizon", "level", "script", "format", "shuffled"] as const;

function proposed(raw: string): Facts {
  const p = propose(raw);
  return {
    title: p.title?.value,
    number: p.number?.value ?? null,
    issuers: p.issuers?.value,
    issued: p.issued?.value.date,
    horizon: p.horizon.map(({ value }) => value),
    level: p.level?.value,
    script: p.script.script,
    format: p.format,
    shuffled: p.repeats.shuffled,
  };
}

function cell(recipe: Recipe, facts: Facts, field: (typeof FIELDS)[number]): string {
  if (JSON.stringify(facts[field]) === JSON.stringify(recipe[field])) return "yes";
  return recipe.supplied.some((s) => s.field === field) ? "not in seed" : "no";
}

export async function benchImport(root: string): Promise<void> {
  const { seeds } = await readSeeds(root);
  console.log("facts of the recipes that import finds in the seeds alone\n");
  console.log(`${"".padEnd(16)}${FIELDS.map((field) => field.padStart(12)).join("")}          ms`);
  let found = 0;
  let stated = 0;
  for (const { recipe, raw } of seeds) {
    const began = performance.now();
    const facts = proposed(raw);
    const time = performance.now() - began;
    const cells = FIELDS.map((field) => cell(recipe, facts, field));
    found += cells.filter((c) => c === "yes").length;
    stated += cells.filter((c) => c !== "not in seed").length;
    console.log(`${recipe.id.padEnd(16)}${cells.map((c) => c.padStart(12)).join("")}${time.toFixed(0).padStart(12)}`);
  }
  console.log(`\n${found} of ${stated} facts that the seeds state`);
}
