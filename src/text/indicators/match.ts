import type { Target } from "../model.ts";
import type { Indicator, Measure } from "./indicator.ts";

/** Which indicator a figure belongs to, and by which of its measures. */
export interface Match {
  readonly indicator: Indicator;
  readonly measure: Measure;
}

function fits({ unit, change, kind }: Measure, target: Target): boolean {
  return (
    (unit === null || unit === target.unit) &&
    (change === null || change === target.change) &&
    (kind === null || kind === target.kind)
  );
}

/** How much of the text the longest of the words is; 0 where none stands in it. */
function longest(words: readonly string[], text: string): number {
  return Math.max(0, ...words.filter((word) => text.includes(word)).map((word) => word.length));
}

/**
 * The measure that a figure belongs to, or null: the one whose words name the most of its indicator. Only where no measure
 * finds its words there does the quote decide, since a quote may speak of a second figure as well.
 */
export function matchOf(target: Target, indicators: readonly Indicator[]): Match | null {
  if (target.value === null) return null;
  const fitting = indicators.flatMap((indicator) =>
    indicator.measures.filter((measure) => fits(measure, target)).map((measure) => ({ indicator, measure })),
  );
  for (const text of [target.indicator, target.quote]) {
    const scores = fitting.map(({ measure }) => longest(measure.find, text));
    const best = Math.max(0, ...scores);
    if (best > 0) return fitting[scores.indexOf(best)] ?? null;
  }
  return null;
}
