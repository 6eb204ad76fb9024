import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Fault } from "../text/ingest/fault.ts";
import { type Ingested, ingest } from "../text/ingest/ingest.ts";
import { parseRecipe, type Recipe } from "../text/ingest/recipe.ts";
import type { Ledger, Problem } from "../text/model.ts";
import { byPlace, placeOf } from "../text/problems/problem.ts";
import { readText } from "./text-file.ts";

/** A seed that its recipe has turned into a document. */
export interface ReadSeed extends Ingested {
  readonly recipe: Recipe;
  /** Both from the project's root. */
  readonly recipeFile: string;
  readonly seedFile: string;
  readonly raw: string;
  readonly ledger: Ledger;
  readonly warnings: readonly Problem[];
}

export interface Seeds {
  readonly seeds: readonly ReadSeed[];
  readonly problems: readonly Problem[];
}

interface Named {
  readonly file: string;
  readonly text: string;
}

/** A fault at its place in the file that has it. */
function problem(
  { rule, message, offset }: Omit<Fault, "in">,
  { file, text }: Named,
  severity: Problem["severity"],
): Problem {
  return { file, ...placeOf(text, offset), rule, severity, message };
}

async function readSeed(root: string, recipeFile: string): Promise<ReadSeed | Problem[]> {
  const yaml = await readText(root, recipeFile);
  if (!yaml.file) return [yaml.problem];
  const inRecipe = { file: recipeFile, text: yaml.file.text };
  const { recipe, faults } = parseRecipe(yaml.file.text);
  if (!recipe) return faults.map((f) => problem(f, inRecipe, "error"));
  if (path.basename(recipeFile, ".yaml") !== recipe.id) {
    const message = `id 写的是 ${recipe.id}，与文件名不符：把文件改名为 ${recipe.id}.yaml，或改正 id`;
    return [problem({ offset: 0, rule: "recipe-id", message }, inRecipe, "error")];
  }
  const seedFile = path.posix.join(path.posix.dirname(recipeFile), recipe.seed);
  const seed = await readText(root, seedFile, recipe.encoding);
  if (!seed.file) return [seed.problem];
  const { text: raw, bytes } = seed.file;
  const outcome = ingest(raw, recipe, yaml.file.text);
  const inSeed = { file: seedFile, text: raw };
  const { ingested } = outcome;
  if (!ingested) return outcome.faults.map((f) => problem(f, f.in === "recipe" ? inRecipe : inSeed, "error"));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const ledger = { seed: seedFile, sha256, length: raw.length, spans: ingested.spans };
  const warnings = ingested.remarks.map((remark) => problem(remark, inSeed, "warning"));
  return { ...ingested, recipe, recipeFile, seedFile, raw, ledger, warnings };
}

/** A fault of the program is said as one, with the seed that brings it to light, and keeps no other problem unsaid. */
async function readGuarded(root: string, recipeFile: string): Promise<ReadSeed | Problem[]> {
  try {
    return await readSeed(root, recipeFile);
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    const message = `程序出错（${what}），不是种子的问题：请把配方和种子一起报给开发者`;
    return [{ file: recipeFile, line: 1, column: 1, rule: "internal", severity: "error", message }];
  }
}

/** Reads every recipe in seeds/ and its seed. Problems of all of them come back together, sorted by place. */
export async function readSeeds(root: string): Promise<Seeds> {
  const entries = await readdir(path.join(root, "seeds")).catch((): string[] => []);
  const names = entries.filter((name) => name.endsWith(".yaml")).sort();
  const outcomes = await Promise.all(names.map((name) => readGuarded(root, `seeds/${name}`)));
  const seeds = outcomes.flatMap((o) => (Array.isArray(o) ? [] : [o]));
  const problems = outcomes.flatMap((o) => (Array.isArray(o) ? o : []));
  return { seeds, problems: [...problems].sort(byPlace) };
}
