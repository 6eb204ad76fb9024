import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { byPlace, type Fault, placeOf } from "../text/ingest/fault.ts";
import { type Ingested, ingest } from "../text/ingest/ingest.ts";
import { parseRecipe, type Recipe } from "../text/ingest/recipe.ts";
import type { Ledger, Problem } from "../text/model.ts";
import { readText } from "./text-file.ts";

/** A seed that its recipe has turned into a document. */
export interface ReadSeed extends Ingested {
  readonly recipe: Recipe;
  /** Both from the project's root. */
  readonly recipeFile: string;
  readonly seedFile: string;
  readonly raw: string;
  readonly ledger: Ledger;
}

export interface Seeds {
  readonly seeds: readonly ReadSeed[];
  readonly problems: readonly Problem[];
}

function error(file: string, text: string, offset: number, rule: string, message: string): Problem {
  return { file, ...placeOf(text, offset), rule, severity: "error", message };
}

async function readSeed(root: string, recipeFile: string): Promise<ReadSeed | Problem[]> {
  const yaml = await readText(root, recipeFile);
  if (!yaml.file) return [yaml.problem];
  const inRecipe = (offset: number, rule: string, message: string): Problem =>
    error(recipeFile, yaml.file.text, offset, rule, message);
  const { recipe, faults } = parseRecipe(yaml.file.text);
  if (!recipe) return faults.map((f) => inRecipe(f.offset, f.rule, f.message));
  if (path.basename(recipeFile, ".yaml") !== recipe.id) {
    return [inRecipe(0, "recipe-id", `id is ${recipe.id}: name the file ${recipe.id}.yaml or correct the id`)];
  }
  const seedFile = path.posix.join(path.posix.dirname(recipeFile), recipe.seed);
  const seed = await readText(root, seedFile);
  if (!seed.file) return [seed.problem];
  const { text: raw, bytes } = seed.file;
  const outcome = ingest(raw, recipe, yaml.file.text);
  if (!outcome.ingested) {
    return outcome.faults.map((f: Fault) =>
      f.in === "recipe" ? inRecipe(f.offset, f.rule, f.message) : error(seedFile, raw, f.offset, f.rule, f.message),
    );
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const ledger = { seed: seedFile, sha256, length: raw.length, spans: outcome.ingested.spans };
  return { ...outcome.ingested, recipe, recipeFile, seedFile, raw, ledger };
}

/** A fault of the program is said as one, with the seed that brings it to light, and keeps no other problem unsaid. */
async function readGuarded(root: string, recipeFile: string): Promise<ReadSeed | Problem[]> {
  try {
    return await readSeed(root, recipeFile);
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    const message = `${what}: this is a fault of the program, not of the seed; report it with both files`;
    return [{ file: recipeFile, line: 1, column: 1, rule: "internal", severity: "error", message }];
  }
}

/** Reads every recipe in seeds/ and its seed. Problems of all of them come back together, sorted by place. */
export async function readSeeds(root: string): Promise<Seeds> {
  const names = (await readdir(path.join(root, "seeds"))).filter((name) => name.endsWith(".yaml")).sort();
  const outcomes = await Promise.all(names.map((name) => readGuarded(root, `seeds/${name}`)));
  const seeds = outcomes.flatMap((o) => (Array.isArray(o) ? [] : [o]));
  const problems = outcomes.flatMap((o) => (Array.isArray(o) ? o : []));
  return { seeds, problems: [...problems].sort(byPlace) };
}
