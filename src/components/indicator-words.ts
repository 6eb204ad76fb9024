import type { Course, Goal, Stage, Verdict } from "../text/indicators/course.ts";
import { figureOf } from "../text/indicators/figure.ts";
import type { Target } from "../text/model.ts";

/** In the order of the key. */
export const VERDICTS: readonly Verdict[] = [
  "raised",
  "lowered",
  "same",
  "remeasured",
  "worded",
  "reworded",
  "quantified",
  "new",
  "dropped",
];

const SIGNS: Readonly<Record<Verdict, string>> = {
  raised: "▲",
  lowered: "▼",
  same: "＝",
  remeasured: "≠",
  worded: "◇",
  reworded: "…",
  quantified: "◆",
  new: "＋",
  dropped: "×",
};

const NAMES: Readonly<Record<Verdict, string>> = {
  raised: "提高",
  lowered: "降低",
  same: "延续",
  remeasured: "口径改变",
  worded: "改为定性",
  reworded: "仍为定性",
  quantified: "量化",
  new: "新设",
  dropped: "未再提出",
};

/** A province does not change the nation's goal; it stands above or below it. */
const BESIDE: Readonly<Record<Verdict, string>> = {
  raised: "高于国家",
  lowered: "低于国家",
  same: "与国家相同",
  remeasured: "与国家口径不同",
  worded: "国家有数，只作定性",
  reworded: "与国家同为定性",
  quantified: "国家定性，自定数值",
  new: "国家未设",
  dropped: "国家有，未提出",
};

const MEANINGS: Readonly<Record<Verdict, string>> = {
  raised: "同一口径，要求变高",
  lowered: "同一口径，要求变低",
  same: "同一口径，要求不变",
  remeasured: "换了算法，不能相比",
  worded: "前有数，今只有话",
  reworded: "前后都只有话",
  quantified: "前只有话，今有数",
  new: "此前国家文件没有",
  dropped: "接续的文件一字未提",
};

export const verdictSign = (verdict: Verdict): string => SIGNS[verdict];
export const verdictMeaning = (verdict: Verdict): string => MEANINGS[verdict];
export const verdictName = (verdict: Verdict, isBeside = false): string => (isBeside ? BESIDE : NAMES)[verdict];

/** The figure as it is printed; where its number is written in a way that is not known, the number. */
export function printed(target: Target): string {
  return figureOf(target) ?? `${target.value ?? ""}${target.unit ?? ""}`;
}

/** What moved: the number from one to the other; of a fall it says that it is one, since there more asks more. */
export function moveOf({ before, target, verdict }: Goal): string | null {
  if (before === null || verdict === "same") return null;
  return `${target.change === "decrease" ? "降幅：" : ""}${printed(before)} → ${printed(target)}`;
}

export function deadlineName({ kind, targetYear }: Target): string {
  if (targetYear === null) return kind === "target" ? "未写明期限" : "未写明年份";
  return kind === "target" ? `到${targetYear}年` : `${targetYear}年`;
}

/** How often the nation's documents do what with an indicator; a stage counts once. */
export function countVerdicts(courses: readonly Course[]): ReadonlyMap<Verdict, number> {
  const counts = new Map<Verdict, number>();
  for (const { stages } of courses)
    for (const { verdict, beside } of stages)
      if (verdict !== null && !beside) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return counts;
}

/** Whether a document says nothing of an indicator, not even by a silence that means something. */
export const isEmpty = ({ verdict, results }: Stage): boolean => verdict === null && results.length === 0;
