import type { Span } from "../model.ts";
import { numberValue } from "../structure/marker.ts";

/** Which years a text names, and what for. All patterns read masked text: years in names are no years. */

/** A year that governs what follows it. */
export interface Mention extends Span {
  readonly year: number;
  /** `deadline` 到2025年, 2025年底前; `period` “十四五”期间; `date` 2020年. */
  readonly sort: "deadline" | "period" | "date";
  /** It stands at the head of its clause, and so governs the passage that follows. */
  readonly heads: boolean;
  /** 展望2035年 looks beyond the goals, and so reaches no further than its paragraph. */
  readonly outlook: boolean;
}

/** A year that something is measured from. */
export interface Baseline extends Span {
  readonly year: number;
}

const YEAR = String.raw`(?<year>(?:19|20)\d\d)年`;
const PLAN = "“?(?<plan>(?:十[一二三四五六七八九]?|[五六七八九])五)”?";

/** From the fifth plan (五五, 1976–1980) on, a plan ends every five years. */
const PLAN_ZERO = 1955;

/** 十三五 → 2020: the year in which a five-year plan ends. */
export const planEnd = (plan: string): number => PLAN_ZERO + 5 * numberValue(plan.slice(0, -1));

const yearOf = (groups: Record<string, string | undefined> | undefined): number =>
  groups?.["plan"] === undefined ? Number(groups?.["year"]) : planEnd(groups["plan"]);

const ANCHOR = `(?:${YEAR}|${PLAN})(?:末|底|初|期末|水平)?`;
const BASELINES = [
  `(?:与|和|同)${ANCHOR}(?:相比|比较)`,
  `(?:相比于?|相较于?|相对于|(?<!比|相)较|(?<![占对])比)${ANCHOR}(?:相比)?`,
  `以${ANCHOR}为基(?:期|准|数)`,
  `在${ANCHOR}(?:的)?基础上`,
];
const BASELINE = BASELINES.map((form) => new RegExp(form, "gu"));

/** 与2015年相比, 较“十二五”末, 比2010年. */
export function baselines(text: string): Baseline[] {
  return BASELINE.flatMap((form) =>
    Array.from(text.matchAll(form), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      year: yearOf(match.groups),
    })),
  ).sort((a, b) => a.start - b.start);
}

const UNTIL = "(?<until>(?:力争|争取|确保|预计|计划|展望|面向|截至|截止|截|到|至|在)*)";
const FROM_YEAR = String.raw`(?:(?:19|20)\d\d年?[-–—~～至到]+)?`;
const DATE = new RegExp(
  `${UNTIL}(?<![自从\\d])${FROM_YEAR}${YEAR}(?<by>[底末]?(?:之?前)?)(?!以来|起|版|修订|度|发布|印发|出台)`,
  "gu",
);
const PERIOD = new RegExp(`${UNTIL}${PLAN}(?<by>规划期末|期末|末|(?:规划)?(?:期间|时期)|以来)`, "gu");

function sortOf({ until = "", by = "", plan }: Record<string, string | undefined>): Mention["sort"] {
  if (/[到至望向争取]/u.test(until) || by.endsWith("前")) return "deadline";
  if (plan === undefined) return "date";
  return by.endsWith("末") ? "deadline" : "period";
}

const LEAD = /^(?:其中|并|同时|总体上|预计)?[，、]?$/u;

/** The years that govern, in order; those that something is measured from are none. */
export function mentions(text: string): Mention[] {
  const from = baselines(text);
  return [DATE, PERIOD]
    .flatMap((form) => Array.from(text.matchAll(form)))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      year: yearOf(match.groups),
      sort: sortOf(match.groups ?? {}),
      outlook: match[0].startsWith("展望"),
      heads: LEAD.test(text.slice(0, match.index)),
    }))
    .filter(({ start, end }) => !from.some((one) => start < one.end && end > one.start))
    .sort((a, b) => a.start - b.start);
}
