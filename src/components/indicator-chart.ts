import { isComparable } from "../text/indicators/ambition.ts";
import type { Course, Figure } from "../text/indicators/course.ts";
import type { Target } from "../text/model.ts";
import { printed } from "./indicator-words.ts";

/** A bar of a chart. */
export interface Bar {
  readonly document: string;
  readonly kind: Target["kind"];
  readonly value: number;
  /** As it stands over the bar: ≥8 */
  readonly label: string;
  readonly year: string;
  readonly words: string;
}

/** The figures of one measure that can be set side by side. */
export interface Chart {
  readonly measure: string;
  readonly unit: string;
  readonly bars: readonly Bar[];
}

const SIGNS: Readonly<Record<Target["comparator"], string>> = {
  ">=": "≥",
  ">": ">",
  "<=": "≤",
  "<": "<",
  "=": "",
  about: "约",
  none: "",
};

function barOf(target: Target): Bar {
  const { document, kind, value, valueMax, comparator, targetYear } = target;
  // 3.0 is printed with its nought.
  const digits = /\d+(?:\.\d+)?(?=\D*$)/u.exec(printed(target))?.[0] ?? `${value}`;
  const number = valueMax === null ? digits : `${value}–${valueMax}`;
  const year = targetYear === null ? "未定年" : `${targetYear}`;
  return {
    document,
    kind,
    value: valueMax ?? value ?? 0,
    label: `${SIGNS[comparator]}${number}`,
    year,
    words: `${targetYear === null ? "年份未载" : `${targetYear}年`}${kind === "target" ? "目标" : "成绩"}${printed(target)}`,
  };
}

/** The largest set of figures of which each can be compared with one. */
function comparable(figures: readonly Figure[]): readonly Figure[] {
  const sets = figures.map((one) => figures.filter(({ target }) => isComparable(one.target, target)));
  return sets.reduce((best, set) => (set.length > best.length ? set : best), []);
}

const yearOf = ({ target }: Figure): number => target.targetYear ?? 0;

/** A chart for each measure with two figures or more, by year; the order of the documents decides between equals. */
export function chartsOf({ indicator, stages }: Course): readonly Chart[] {
  const figures: readonly Figure[] = stages.flatMap(({ goals, results }) => [...results, ...goals]);
  return indicator.measures.flatMap((measure): Chart[] => {
    const own = comparable(figures.filter((figure) => figure.measure === measure));
    if (own.length < 2) return [];
    const bars = [...own].sort((a, b) => yearOf(a) - yearOf(b)).map(({ target }) => barOf(target));
    return [{ measure: measure.name, unit: own[0]?.target.unit ?? "", bars }];
  });
}

/** A chart as a sentence. */
export function chartSentence({ measure, bars }: Chart, nameOf: (document: string) => string): string {
  return `${measure}：${bars.map(({ words, document }) => `${words}（${nameOf(document)}）`).join("，")}。`;
}
