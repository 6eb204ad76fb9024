import type { PolicyDocument, Target } from "../model.ts";
import { ambition, isComparable, isMet } from "./ambition.ts";
import type { Indicator, Measure } from "./indicator.ts";
import { matchOf } from "./match.ts";
import { type Mention, mentionIn } from "./mention.ts";

/**
 * What a document does with an indicator, against the one before it:
 *
 * - `raised` `lowered` `same` the ambition, between figures of the same measure
 * - `remeasured` it has figures, by other measures only: there is nothing to compare
 * - `worded` the one before has figures, this one words; `quantified` the other way round; `reworded` words both times
 * - `new` nothing before
 * - `dropped` it takes up a document that has the indicator, and is silent on it
 */
export type Verdict =
  | "raised"
  | "lowered"
  | "same"
  | "remeasured"
  | "worded"
  | "quantified"
  | "reworded"
  | "new"
  | "dropped";

/** A figure, with the definition that it is measured by. */
export interface Figure {
  readonly measure: Measure;
  readonly target: Target;
}

export interface Goal extends Figure {
  readonly verdict: Verdict;
  /** The figure that it is compared with. */
  readonly before: Target | null;
  /** What a later document reports for its year, and whether that reaches it. */
  readonly outcome: { readonly target: Target; readonly met: boolean } | null;
}

/** What one document says of an indicator. */
export interface Stage {
  readonly document: string;
  /** It speaks for a part of the country: it stands beside the nation, and nothing later is measured against it. */
  readonly beside: boolean;
  /** The document that it is judged against. */
  readonly against: string | null;
  readonly goals: readonly Goal[];
  /** Results that it reports. */
  readonly results: readonly Figure[];
  /** Where it has no figure for a goal: the words that it has. */
  readonly mention: Mention | null;
  /** The weightiest of its goals', or that of its words or its silence. */
  readonly verdict: Verdict | null;
}

/** An indicator through all documents, in date order. */
export interface Course {
  readonly indicator: Indicator;
  readonly stages: readonly Stage[];
}

/** What a document holds, before anything is judged. */
interface Holding {
  readonly document: PolicyDocument;
  readonly figures: readonly Figure[];
  readonly results: readonly Figure[];
  readonly mention: Mention | null;
}

const WEIGHT: readonly Verdict[] = ["lowered", "raised", "same", "remeasured", "quantified", "new"];

const isNational = ({ document }: Holding): boolean => document.meta.level === "national";
const has = ({ figures, mention }: Holding): boolean => figures.length > 0 || mention !== null;

function judged(better: Indicator["better"], figure: Figure, own: Holding, before: Holding | null): Goal {
  const partner = (one: Figure): Figure | undefined =>
    before?.figures.find(({ measure, target }) => measure === one.measure && isComparable(target, one.target));
  const target = partner(figure)?.target ?? null;
  if (target !== null) {
    const way = ambition(better, target, figure.target);
    return { ...figure, verdict: way > 0 ? "raised" : way < 0 ? "lowered" : "same", before: target, outcome: null };
  }
  // A figure beside one that can be compared adds to the measure; it does not replace it.
  const isAdded = own.figures.some((one) => partner(one) !== undefined);
  const inWords = before !== null && before.figures.length === 0;
  const verdict = before === null || isAdded ? "new" : inWords ? "quantified" : "remeasured";
  return { ...figure, verdict, before: null, outcome: null };
}

function withOutcome(better: Indicator["better"], goal: Goal, later: readonly Holding[]): Goal {
  const { measure, target } = goal;
  if (target.targetYear === null) return goal;
  const result = later
    .flatMap(({ results }) => results)
    .find(
      (one) =>
        one.measure === measure && one.target.targetYear === target.targetYear && isComparable(one.target, target),
    );
  if (result === undefined) return goal;
  return { ...goal, outcome: { target: result.target, met: isMet(better, target, result.target) } };
}

/** The documents that a document takes up, and those that they take up in turn. */
function followed(own: Holding, all: readonly Holding[], seen: ReadonlySet<string> = new Set()): readonly Holding[] {
  return all
    .filter(({ document }) => own.document.meta.follows.includes(document.meta.id) && !seen.has(document.meta.id))
    .flatMap((one) => [one, ...followed(one, all, new Set([...seen, one.document.meta.id]))]);
}

function verdictOf(own: Holding, goals: readonly Goal[], before: Holding | null, isDropped: boolean): Verdict | null {
  if (goals.length > 0) return WEIGHT.find((verdict) => goals.some((goal) => goal.verdict === verdict)) ?? null;
  if (own.mention === null) return isDropped ? "dropped" : null;
  if (before === null) return "new";
  return before.figures.length > 0 ? "worded" : "reworded";
}

function stageOf(better: Indicator["better"], own: Holding, all: readonly Holding[]): Stage {
  const at = all.indexOf(own);
  const given = has(own) ? null : (followed(own, all).find((one) => isNational(one) && has(one)) ?? null);
  const before = has(own) ? (all.slice(0, at).findLast((one) => isNational(one) && has(one)) ?? null) : given;
  const later = isNational(own) ? all.slice(at + 1).filter(isNational) : [];
  const goals = own.figures
    .map((figure) => judged(better, figure, own, before))
    .map((goal) => withOutcome(better, goal, later));
  return {
    document: own.document.meta.id,
    beside: !isNational(own),
    against: before?.document.meta.id ?? null,
    goals,
    results: own.results,
    mention: own.mention,
    verdict: verdictOf(own, goals, before, given !== null),
  };
}

/** The course of every indicator through the documents, which are given in date order. */
export function coursesOf(
  indicators: readonly Indicator[],
  documents: readonly PolicyDocument[],
  targets: readonly Target[],
): readonly Course[] {
  const matched = targets.map((target) => ({ target, match: matchOf(target, indicators) }));
  return indicators.map((indicator) => {
    const holdings = documents.map((document): Holding => {
      const own = targets.filter((target) => target.document === document.meta.id);
      const figures = matched.flatMap(({ target, match }): Figure[] =>
        target.document === document.meta.id && match?.indicator === indicator
          ? [{ measure: match.measure, target }]
          : [],
      );
      const goals = figures.filter(({ target }) => target.kind === "target");
      const inWords = own.filter(({ kind }) => kind === "target");
      return {
        document,
        figures: goals,
        results: figures.filter(({ target }) => target.kind === "achievement"),
        mention: goals.length > 0 ? null : mentionIn(document, inWords, indicator.mentions),
      };
    });
    return { indicator, stages: holdings.map((own) => stageOf(indicator.better, own, holdings)) };
  });
}
