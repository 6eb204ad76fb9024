import type { Alignment, ClauseRef, Target } from "../text/model.ts";
import { keyOf } from "../text/structure/key.ts";
import { type Stop, stopOf, type Told } from "./journeys.ts";
import { byStrength } from "./relations.ts";

/** What one document says on a theme, beside what came before it. */
export interface Chapter {
  readonly document: string;
  /** Goals first, what is reported as reached behind them. */
  readonly targets: readonly Target[];
  /** Clauses that carry on an earlier one, marked against it. */
  readonly carried: readonly Stop[];
  readonly fresh: readonly Stop[];
  /** Clauses of the documents that this one is held against, of which nothing is left here. */
  readonly dropped: readonly Stop[];
  /** The documents that it is held against. */
  readonly before: readonly string[];
  /** Of the clauses of the document that count, how many belong to the theme, 0–1. */
  readonly share: number;
}

/** A document of the corpus, as themes look at it. */
export interface Volume {
  readonly id: string;
  /** Keys of its clauses that count, in reading order. */
  readonly clauses: readonly ClauseRef[];
  /** The documents that it takes up: only against these is its silence, or its weight, worth a word. */
  readonly before: readonly string[];
}

export interface Library {
  /** In date order. */
  readonly volumes: readonly Volume[];
  readonly told: Told;
  readonly alignments: readonly Alignment[];
  /** What joins a clause to its main predecessor, by key. */
  readonly after: ReadonlyMap<string, Alignment>;
  readonly targets: readonly Target[];
}

/** The closest of what a clause goes back to: its main predecessor, or what it is merely related to. */
function closest(ref: ClauseRef, { alignments, after }: Library): Alignment | null {
  const main = after.get(keyOf(ref));
  if (main) return main;
  const all = alignments.filter(({ to }) => to.document === ref.document && to.eId === ref.eId);
  return all.sort(byStrength)[0] ?? null;
}

/** The chapters of a theme in date order, one for each document. */
export function chaptersOf(isOfTheme: (ref: ClauseRef) => boolean, library: Library): readonly Chapter[] {
  const { volumes, told, alignments, targets } = library;
  return volumes.map(({ id, clauses, before }): Chapter => {
    const own = clauses.filter(isOfTheme);
    const stops = own.map((ref) => stopOf({ ...ref, after: closest(ref, library) }, told));
    const kept = new Set(alignments.filter(({ to }) => to.document === id).map(({ from }) => keyOf(from)));
    const gone = volumes
      .filter((volume) => before.includes(volume.id))
      .flatMap((volume) => volume.clauses.filter((ref) => isOfTheme(ref) && !kept.has(keyOf(ref))));
    const mine = targets.filter((target) => target.document === id && isOfTheme(target));
    return {
      document: id,
      targets: [...mine.filter(({ kind }) => kind === "target"), ...mine.filter(({ kind }) => kind === "achievement")],
      carried: stops.filter(({ step }) => step !== null),
      fresh: stops.filter(({ step }) => step === null),
      before,
      dropped: gone.map((ref) => stopOf({ ...ref, after: null }, told)),
      share: clauses.length === 0 ? 0 : own.length / clauses.length,
    };
  });
}
