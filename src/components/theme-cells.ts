import { figureOf } from "../text/indicators/figure.ts";
import type { ClauseRef, Target, Thread } from "../text/model.ts";
import { keyOf } from "../text/structure/key.ts";

import type { Stop } from "./journeys.ts";
import type { Chapter } from "./theme-story.ts";

/** How a theme stands in a document, against the last one before that spoke of it. */
export type Turn = "new" | "stronger" | "same" | "reworded" | "weaker" | "dropped";

/** Sign and word, so that neither colour nor shape alone has to be read. */
export const TURNS: Readonly<Record<Turn, { readonly sign: string; readonly name: string; readonly meaning: string }>> =
  {
    new: { sign: "＋", name: "新增", meaning: "前面的文件没有这个主题" },
    stronger: { sign: "▲", name: "强化", meaning: "可比的指标提高；没有可比指标时，篇幅占比增加三成以上" },
    same: { sign: "＝", name: "延续", meaning: "可比的指标不变；或有来历的句子多为原文沿用" },
    reworded: { sign: "≈", name: "改写", meaning: "有来历的句子多为改写，篇幅占比相近" },
    weaker: { sign: "▽", name: "弱化", meaning: "可比的指标降低；没有可比指标时，篇幅占比减少三成以上" },
    dropped: { sign: "○", name: "未再提及", meaning: "前面的文件有，这一份没有" },
  };

/** One theme in one document, at a glance. */
export interface ThemeCell {
  readonly document: string;
  readonly clauses: number;
  readonly share: number;
  /** Its leading goal in a few words, and the clause that says it. */
  readonly lead: { readonly text: string; readonly eId: string } | null;
  /** Null in the first document, and where a document that takes up nothing is silent. */
  readonly turn: Turn | null;
}

/** From so much more, or so much less, of the text on, a theme weighs otherwise than before. */
const [MORE, LESS] = [1.3, 1 / 1.3];

/** As many characters as a cell shows. */
const WORDS = 18;

/** Cut at the last sign that leaves it short enough. */
export function shortened(text: string): string {
  const whole = text.replace(/[。；，、]+$/u, "");
  if (whole.length <= WORDS) return whole;
  const cut = whole.slice(0, WORDS);
  const sign = Math.max(cut.lastIndexOf("，"), cut.lastIndexOf("；"));
  return sign >= 6 ? cut.slice(0, sign) : `${cut.slice(0, WORDS - 1)}…`;
}

/** What an indicator of the theme says: the goal that leads, and its turn. */
export interface Led {
  readonly target: Target;
  readonly turn: Turn | null;
}

/** The thread of each clause by key. */
export type Reach = ReadonlyMap<string, Pick<Thread, "name" | "stations">>;

/** Numbers before deadlines, those with a year first; before both, what belongs to the theme before all others. */
function bestGoal(goals: readonly Target[], isMain: (ref: ClauseRef) => boolean): Target | null {
  const weight = (goal: Target): number =>
    (isMain(goal) ? 4 : 0) + (goal.value === null ? 0 : 2) + (goal.targetYear === null ? 0 : 1);
  return goals.reduce<Target | null>((best, goal) => (best && weight(best) >= weight(goal) ? best : goal), null);
}

function farthest(stops: readonly Stop[], isMain: (ref: ClauseRef) => boolean, reach: Reach): Stop | null {
  const weight = (stop: Stop): number => (isMain(stop) ? 10 : 0) + (reach.get(keyOf(stop))?.stations.length ?? 0);
  return stops.reduce<Stop | null>((best, stop) => (best && weight(best) >= weight(stop) ? best : stop), null);
}

function leadOf(
  { targets, carried, fresh }: Chapter,
  led: Led | null,
  isMain: (ref: ClauseRef) => boolean,
  reach: Reach,
): ThemeCell["lead"] {
  const goal =
    led?.target ??
    bestGoal(
      targets.filter(({ kind }) => kind === "target"),
      isMain,
    );
  if (goal && (led || isMain(goal))) {
    const text = goal.value === null ? shortened(goal.quote) : `${goal.indicator} ${figureOf(goal)}`;
    return { text, eId: goal.eId };
  }
  const stop = farthest([...carried, ...fresh], isMain, reach);
  if (!stop) return null;
  const text = stop.marks.map((mark) => mark.text).join("");
  return { text: reach.get(keyOf(stop))?.name ?? shortened(text), eId: stop.eId };
}

const clausesIn = ({ carried, fresh }: Chapter): number => carried.length + fresh.length;

function turnOf(chapter: Chapter, earlier: readonly Chapter[], led: Led | null): Turn | null {
  const spoken = earlier.filter((one) => clausesIn(one) > 0);
  const before = spoken.findLast(({ document }) => chapter.before.includes(document)) ?? null;
  if (clausesIn(chapter) === 0) return before === null ? null : "dropped";
  if (led?.turn) return led.turn;
  if (spoken.length === 0) return "new";
  if (before && chapter.share >= MORE * before.share) return "stronger";
  if (before && chapter.share <= LESS * before.share) return "weaker";
  if (chapter.carried.length === 0) return "new";
  const verbatim = chapter.carried.filter(({ step }) => step?.relation === "verbatim").length;
  return verbatim * 2 >= chapter.carried.length ? "same" : "reworded";
}

/**
 * The cells of a theme in date order.
 * @param ledBy what an indicator of the theme says of a document
 * @param isMain the clause belongs to this theme before all others
 * @param reach the thread of each clause by key
 */
export function cellsOf(
  chapters: readonly Chapter[],
  ledBy: (document: string) => Led | null,
  isMain: (ref: ClauseRef) => boolean,
  reach: Reach,
): readonly ThemeCell[] {
  return chapters.map((chapter, i): ThemeCell => {
    const led = ledBy(chapter.document);
    return {
      document: chapter.document,
      clauses: clausesIn(chapter),
      share: chapter.share,
      lead: leadOf(chapter, led, isMain, reach),
      turn: i === 0 ? null : turnOf(chapter, chapters.slice(0, i), led),
    };
  });
}
