import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Collation, collate } from "../text/collation/collate.ts";
import { type Concepts, readConcepts } from "../text/collation/concepts.ts";
import type { Weights } from "../text/collation/propose.ts";
import type { PolicyDocument, Problem } from "../text/model.ts";
import { byPlace, problemsIn } from "../text/problems/problem.ts";
import { readEditions } from "./editions.ts";
import { readText } from "./text-file.ts";

const CONCEPTS = "content/concepts.yaml";
export const WEIGHTS = "src/text/collation/weights.json";

export interface Collations {
  readonly collations: readonly Collation[];
  readonly problems: readonly Problem[];
}

/** A corpus without this file has no concepts, and is collated by its wording alone. */
export async function readConceptsFile(root: string): Promise<{ concepts: Concepts; problems: readonly Problem[] }> {
  const { file, problem } = await readText(root, CONCEPTS);
  if (!file) return { concepts: new Map(), problems: problem.rule === "file-missing" ? [] : [problem] };
  const { concepts, faults } = readConcepts(file.text);
  const problems = problemsIn(CONCEPTS, file.text, faults);
  return { concepts: concepts ?? new Map(), problems };
}

export async function readWeights(): Promise<Weights> {
  const file = path.resolve(import.meta.dirname, "../..", WEIGHTS);
  return JSON.parse(await readFile(file, "utf8")) as Weights;
}

/** Aligns the documents, given in date order, as far as they are each other's neighbours or an editor has paired them. */
export async function readCollations(root: string, documents: readonly PolicyDocument[]): Promise<Collations> {
  const [read, { concepts, problems }] = await Promise.all([readEditions(root, documents), readConceptsFile(root)]);
  const all = [...problems, ...read.problems].sort(byPlace);
  if (all.length > 0) return { collations: [], problems: all };
  return { collations: collate(documents, read.editions, concepts, await readWeights()), problems: [] };
}
