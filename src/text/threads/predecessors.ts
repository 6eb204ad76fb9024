import { grams } from "../collation/terms.ts";
import type { Alignment, ClauseRef, Relation } from "../model.ts";
import { keyOf } from "../structure/key.ts";

/** Whom a clause comes from: of all the earlier clauses that it carries on, the one that tells its story. */

export interface Corpus {
  /** Document ids in date order. */
  readonly order: readonly string[];
  /** The text of each clause by key, in reading order. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A clause and its main predecessor. */
export interface Step {
  readonly alignment: Alignment;
  /** Orders the steps from one clause. */
  readonly strength: number;
}

/** An editor's word: the main predecessor of a clause by key, or none. */
export type Overrides = ReadonlyMap<string, ClauseRef | null>;

const RANK: Readonly<Record<Relation, number>> = { verbatim: 1, reworded: 0.5, related: 0 };

/** What another candidate counts that the predecessor itself comes from: a line that holds both tells more. */
const SUPPORT = 0.2;

/** 0–1: of the pairs of characters of both, how many are in both (L. R. Dice, 1945). */
function likeness(a: string, b: string): number {
  const [x, y] = [new Set(grams(a, 2)), new Set(grams(b, 2))];
  const both = [...x].filter((pair) => y.has(pair)).length;
  return x.size + y.size === 0 ? 0 : (2 * both) / (x.size + y.size);
}

/**
 * The main predecessor of every clause that restates an earlier one. Relation and likeness decide, and whether the other
 * candidates stand on the predecessor's own line; so documents are gone through in date order. What is merely related
 * continues nothing, unless an editor says so.
 *
 * @param alignments of all documents
 * @returns steps by the key of the later clause, in date order
 */
export function predecessors(
  { order, texts }: Corpus,
  alignments: readonly Alignment[],
  overrides: Overrides = new Map(),
): ReadonlyMap<string, Step> {
  const at = new Map(order.map((id, i) => [id, i]));
  const position = (ref: ClauseRef): number => at.get(ref.document) ?? -1;
  const textOf = (ref: ClauseRef): string => texts.get(keyOf(ref)) ?? "";
  const main = new Map<string, Step>();
  const clauses = [...Map.groupBy(alignments, ({ to }) => keyOf(to)).values()];
  for (const all of clauses.sort(([x], [y]) => (x && y ? position(x.to) - position(y.to) : 0))) {
    const steps = candidatesOf(all, overrides).map((alignment): Step => {
      const line = lineOf(alignment.from, main);
      const support = all.filter(({ from }) => line.has(keyOf(from))).length;
      const alike = likeness(textOf(alignment.from), textOf(alignment.to));
      return { alignment, strength: RANK[alignment.relation] + alike + SUPPORT * support };
    });
    steps.sort((x, y) => y.strength - x.strength || position(y.alignment.from) - position(x.alignment.from));
    if (steps[0]) main.set(keyOf(steps[0].alignment.to), steps[0]);
  }
  return main;
}

/** @param all alignments to one clause */
function candidatesOf(all: readonly Alignment[], overrides: Overrides): Alignment[] {
  const said = overrides.get(keyOf(all[0]?.to ?? { document: "", eId: "" }));
  if (said === undefined) return all.filter(({ relation }) => relation !== "related");
  return said === null ? [] : all.filter(({ from }) => keyOf(from) === keyOf(said));
}

/** The clauses that a clause comes from, by key. */
function lineOf(ref: ClauseRef, main: ReadonlyMap<string, Step>): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let step = main.get(keyOf(ref)); step; step = main.get(keyOf(step.alignment.from)))
    keys.add(keyOf(step.alignment.from));
  return keys;
}
