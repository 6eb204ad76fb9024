import type { Span, Target } from "../model.ts";
import { MEASURE } from "./indicator.ts";
import { partsOf } from "./mask.ts";
import { type Mention, mentions } from "./years.ts";

/** Goals with a deadline and no number, as far as they name something that can be seen to be reached. */
export interface Goal extends Pick<Target, "indicator" | "change"> {
  readonly span: Span;
  readonly at: number;
  readonly year: number;
}

type Named = Pick<Goal, "indicator" | "change">;

const HOPES = "(?:(?:力争|争取|确保|努力|基本|全面|初步|率先|总体上?|加快|将|要|并|且|到时)*)";
const SOME = "(?:一批|若干个?|一系列|多个|一个)?";
const REACH = "(?:培育形成|建成|建立|建设|形成|培育|打造|突破|完成|实现|成为|创建|设立|开发|发展|攻克|掌握|开通|投产)";

/** 建成一批示范车间, 基本完成一致性评价 */
const REACHED = new RegExp(`^${HOPES}(?<verb>${REACH})(?<some>${SOME})(?<thing>.+)$`, "u");
/** 原料药基本实现园区化生产, 创新驱动发展格局全面形成, 新药国际注册取得突破 */
const BECOMES = new RegExp(
  `^${SOME}(?<who>.{2,}?)${HOPES}(?<verb>取得(?:重大|重要)?突破(?:性进展)?|达到峰值|达峰|实现(?<thing>.+)|形成|建成|完成)$`,
  "u",
);

const HOW =
  "(?:显著|明显|大幅|进一步|不断|持续|稳步|稳定|有效|逐步|快速|较快|整体|全面|基本|总体|更加|得到|实现|保持|中高速|平稳|逐年|继续)*";
const UP = "提高|提升|增长|增加|扩大|加大|上升|增多|增强|回升";
const DOWN = "下降|降低|减少|缩小|减小";
/** 出口比重提高, 排放强度逐步下降, 出口额保持增长 */
const MOVES = new RegExp(`^(?<who>.*${MEASURE})${HOW}(?<move>${UP}|${DOWN})$`, "u");
/** 增速位居各行业前列, 能耗居国内领先水平 */
const STANDS = new RegExp(
  `^(?<who>.*${MEASURE})(?:位居|居于|居|处于|位列|进入|走在|达到)(?:.*)(?:前列|首位|领先水平|先进水平|领先)$`,
  "u",
);

/** Such objects are as good as none: nobody could say whether they are reached. */
const VAGUE = /^(?:更|高质量发展|高水平)|(?:跃升|提升|提高|发展|进展|成效|转型|向.*迈进|能力|水平|作用|优势)$/u;

/** Whoever supports, encourages and strengthens says what will be done, not what will be reached. */
const MEASURES =
  /^(?:支持|鼓励|引导|推动|推进|加强|加快|加大|完善|健全|强化|深化|优化|落实|实施|开展|依托|发挥|加快推进|促进|严格|探索|积极)/u;

function named(part: string): Named | null {
  const reached = REACHED.exec(part)?.groups;
  if (reached) {
    const { thing = "", verb = "", some = "" } = reached;
    const open = /^(?:开发|发展|建设|培育|突破|打造)$/u.test(verb) && some === "";
    return open || VAGUE.test(thing) ? null : { indicator: thing, change: "level" };
  }
  const moves = MOVES.exec(part)?.groups;
  if (moves?.["who"] !== undefined)
    return {
      indicator: moves["who"],
      change: new RegExp(DOWN, "u").test(moves["move"] ?? "") ? "decrease" : "increase",
    };
  const stands = STANDS.exec(part)?.groups?.["who"];
  if (stands !== undefined) return { indicator: stands, change: "level" };
  const becomes = BECOMES.exec(part)?.groups;
  const { who = "", thing = "" } = becomes ?? {};
  return becomes && !MEASURES.test(who) && !VAGUE.test(thing) ? { indicator: `${who}${thing}`, change: "level" } : null;
}

/**
 * @param covered quotes of the numbers that the text states
 * @param governs the year that governs at an offset
 */
export function goalsIn(text: string, covered: readonly Span[], governs: (at: number) => Mention | null): Goal[] {
  const own = mentions(text);
  const measures = MEASURES.test(text);
  return partsOf(text).flatMap((part): Goal[] => {
    const lead = own.findLast(({ start, end }) => start >= part.start && end <= part.end);
    const start = lead && /^(?:并|力争)?$/u.test(text.slice(part.start, lead.start)) ? lead.end : part.start;
    const governing = governs(part.end);
    if (governing?.sort !== "deadline" && governing?.sort !== "date") return [];
    if (measures && !own.includes(governing)) return [];
    if (covered.some((one) => one.start < part.end && one.end > part.start)) return [];
    const inside = lead && lead.start > start ? lead : { start, end: start };
    const goal = named(text.slice(start, inside.start) + text.slice(inside.end, part.end));
    return goal ? [{ ...goal, span: { start, end: part.end }, at: start, year: governing.year }] : [];
  });
}
