import type { Course, Goal, Stage } from "../text/indicators/course.ts";
import type { Indicator } from "../text/indicators/indicator.ts";

/** What moved most among the goals. */

export interface Move {
  readonly indicator: Indicator;
  readonly stage: Stage;
  /** The goal that moved; null where a document has words only, or nothing. */
  readonly goal: Goal | null;
}

export interface Moves {
  /** The largest first; a province's against the nation's. */
  readonly raised: readonly Move[];
  readonly lowered: readonly Move[];
  /** Goals that nobody had before, the latest first. */
  readonly fresh: readonly Move[];
  /** What the nation's documents have no more, or no more in numbers, the latest first. */
  readonly gone: readonly Move[];
}

/** How many times the bigger number is the smaller one. */
function size({ goal }: Move): number {
  const [from, to] = [goal?.before?.value ?? 0, goal?.target.value ?? 0];
  return from === 0 || to === 0 ? Number.POSITIVE_INFINITY : Math.max(from / to, to / from);
}

const bySize = (x: Move, y: Move): number => size(y) - size(x);

/** @param order ids of the documents in date order: to the first of them every goal is new, so none is worth a word */
export function movesOf(courses: readonly Course[], order: readonly string[]): Moves {
  const stages = courses.flatMap(({ indicator, stages }) => stages.map((stage) => ({ indicator, stage })));
  const goals = (verdict: Goal["verdict"]): Move[] =>
    stages.flatMap(({ indicator, stage }) =>
      stage.goals.filter((goal) => goal.verdict === verdict).map((goal) => ({ indicator, stage, goal })),
    );
  const at = ({ stage }: Move): number => order.indexOf(stage.document);
  const latest = (x: Move, y: Move): number => at(y) - at(x);
  const isGone = ({ stage: { verdict, beside } }: (typeof stages)[number]): boolean =>
    !beside && (verdict === "dropped" || verdict === "worded");
  return {
    raised: goals("raised").sort(bySize),
    lowered: goals("lowered").sort(bySize),
    fresh: [...goals("quantified"), ...goals("new")].filter((move) => at(move) > 0).sort(latest),
    gone: stages
      .filter(isGone)
      .map((one): Move => ({ ...one, goal: null }))
      .sort((x, y) => latest(x, y) || Number(y.stage.verdict === "dropped") - Number(x.stage.verdict === "dropped")),
  };
}
