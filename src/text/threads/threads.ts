import type { Alignment, Station, Thread } from "../model.ts";
import { keyOf } from "../structure/key.ts";
import { nameOf } from "./name.ts";
import { type Corpus, type Overrides, predecessors, type Step } from "./predecessors.ts";

/** What each further document counts when a clause has several followers and one of them goes on with the thread. */
const REACH = 0.25;

/**
 * The ways of all statements that went on from one document to another. Every clause has at most one main predecessor,
 * so they part into trees; of the followers of a clause the strongest and farthest-reaching goes on with the thread, and
 * each other one begins a thread of its own with that clause. So every step belongs to exactly one thread.
 *
 * @param themes of a clause by key, the best first
 * @returns those through most documents first, then the strongest
 */
export function threadsOf(
  corpus: Corpus,
  alignments: readonly Alignment[],
  themes: ReadonlyMap<string, readonly string[]> = new Map(),
  overrides: Overrides = new Map(),
): Thread[] {
  const steps = [...predecessors(corpus, alignments, overrides).values()];
  const followers = Map.groupBy(steps, ({ alignment }) => keyOf(alignment.from));
  const reaches = new Map<string, number>();
  // From the last document back, so that what lies ahead of a clause is known when it is asked for.
  for (const { alignment } of steps.toReversed()) {
    const [from, to] = [keyOf(alignment.from), keyOf(alignment.to)];
    reaches.set(from, Math.max(reaches.get(from) ?? 0, 1 + (reaches.get(to) ?? 0)));
  }
  const weight = ({ alignment, strength }: Step): number => strength + REACH * (reaches.get(keyOf(alignment.to)) ?? 0);
  const next = new Map(
    [...followers].flatMap(([key, all]) => {
      const best = all.reduce((x, y) => (weight(y) > weight(x) ? y : x));
      return [[key, best] as const];
    }),
  );
  const goesOn = (step: Step): boolean => next.get(keyOf(step.alignment.from)) === step;
  const isReached = new Set(steps.map(({ alignment }) => keyOf(alignment.to)));
  return steps
    .filter((step) => !goesOn(step) || !isReached.has(keyOf(step.alignment.from)))
    .map((step) => pathFrom(step, next))
    .sort((x, y) => y.length - x.length || strengthOf(y) - strengthOf(x))
    .map((path) => threadOf(path, corpus, themes));
}

const strengthOf = (path: readonly Step[]): number =>
  path.reduce((sum, { strength }) => sum + strength, 0) / path.length;

function pathFrom(first: Step, next: ReadonlyMap<string, Step>): Step[] {
  const path = [first];
  for (let step = next.get(keyOf(first.alignment.to)); step; step = next.get(keyOf(step.alignment.to))) path.push(step);
  return path;
}

function threadOf(path: readonly Step[], { texts }: Corpus, themes: ReadonlyMap<string, readonly string[]>): Thread {
  const alignments = path.map(({ alignment }) => alignment);
  const stations: Station[] = [
    ...alignments.slice(0, 1).map(({ from }) => ({ ...from, after: null })),
    ...alignments.map((after) => ({ ...after.to, after })),
  ];
  const keys = stations.map(keyOf);
  return {
    id: keys[1] ?? "",
    name: nameOf(keys.map((key) => texts.get(key) ?? "")),
    theme: mostOf(keys, themes),
    stations,
  };
}

/** The theme that most clauses have; the best one of a clause counts double. */
function mostOf(keys: readonly string[], themes: ReadonlyMap<string, readonly string[]>): string | null {
  const votes = new Map<string, number>();
  for (const key of keys)
    (themes.get(key) ?? []).forEach((theme, i) => {
      votes.set(theme, (votes.get(theme) ?? 0) + (i === 0 ? 2 : 1));
    });
  let [best, most]: [string | null, number] = [null, 0];
  for (const [theme, count] of votes) if (count > most) [best, most] = [theme, count];
  return best;
}
