import type { Span } from "../model.ts";
import { MEASURE } from "./indicator.ts";
import type { Amount } from "./numbers.ts";

/** Which amounts of a part of a sentence state something, and how they stand to the words around them. */

/** An amount that states something, with the words around it. */
export interface Placed {
  /** More than one where a list has a list of amounts: 增长9.9%和13.8%. */
  readonly run: readonly Amount[];
  /** Words from the amount before, or from the head of the part. */
  readonly before: Span;
  /** Words up to the next amount, or to the end of the part. */
  readonly after: Span;
  /** A noun follows that it says something of: 20家企业, 销售额20亿元以上的品种. */
  readonly attributive: boolean;
}

/** The last joint of a list, and what stands behind it. */
export const LAST_JOINT = /(?:、|和|与|及|以及)([^、和与及]*)$/u;
export const JOINED = /(?:、|和|与|及|以及|并)$/u;
const ONLY_JOINED = /^(?:、|和|与|及|以及)$/u;
const NOUN_FOLLOWS = /^(?:的|级)?["“‘]?[\p{Script=Han}A-Za-z\d]/u;
const NO_NOUN = /^(?:和|与|及|以及|且|并|时|后|前|内|之间|提高|提升|上升|增加|增长|下降|降低|降|为|是|，)/u;
const FROM_TO = /^(?:提高|提升|上升|增加|增长|扩大|下降|降低|降|减少|缩短|压缩)?(?:至|到|为)$/u;

const MEASURED = new RegExp(`^[^、和与及]{0,4}${MEASURE}$`, "u");
/** What is given or taken in a single case is no goal. */
const GRANT = /给予|奖励|奖补|补助|补贴|资助|罚款|处以|税率/u;

const wordsBetween = (text: string, a: Amount, b: Amount): string => text.slice(a.end, b.start);

const isAttributive = (after: string): boolean => NOUN_FOLLOWS.test(after) && !NO_NOUN.test(after);

/** 从2.3%提高至3.0% states 3.0%. */
const isStartOfMove = (text: string, a: Amount, next: Amount | undefined): boolean =>
  next !== undefined && FROM_TO.test(wordsBetween(text, a, next)) && /[从由]/u.test(text.slice(0, a.start));

/** 收入超过100亿元的企业达到16家, 20家收入超过100亿元的企业: the 100 only says which firms are counted. */
function isThreshold(text: string, a: Amount, others: readonly Amount[], end: number): boolean {
  const previous = others.findLast((b) => b.end <= a.start);
  // 1个产值超千亿元、3个产值超500亿元的集群: so does what a count measures.
  if (a.sort !== "count" && previous?.sort === "count" && MEASURED.test(wordsBetween(text, previous, a))) return true;
  const after = text.slice(a.end, end);
  if (!isAttributive(after) || (a.sort === "count" && !after.startsWith("的"))) return false;
  return others.some((b) => {
    if (b === a || b.sort !== "count") return false;
    const between = b.start > a.start ? wordsBetween(text, a, b) : wordsBetween(text, b, a);
    return b.start > a.start ? between !== "" && !JOINED.test(between) : !/[、和与及]/u.test(between);
  });
}

/** Amounts with nothing but a joint between them, in one. */
function runsOf(text: string, list: readonly Amount[]): Amount[][] {
  const runs: Amount[][] = [];
  for (const amount of list) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && ONLY_JOINED.test(wordsBetween(text, last, amount))) run.push(amount);
    else runs.push([amount]);
  }
  return runs;
}

/** The amounts that a part of a sentence states, in order. */
export function placedIn(text: string, part: Span, all: readonly Amount[]): Placed[] {
  if (GRANT.test(text.slice(part.start, part.end))) return [];
  const own = all.filter(({ start, end }) => start >= part.start && end <= part.end);
  const starts = own.filter((a, i) => isStartOfMove(text.slice(0, part.end), a, own[i + 1]));
  const stating = own.filter((a) => !starts.includes(a) && !isThreshold(text, a, own, part.end));
  const runs = runsOf(text, stating);
  const behind = runs.map(
    (run, i): Span => ({
      start: (run.at(-1) as Amount).end,
      end: runs[i + 1]?.[0]?.start ?? part.end,
    }),
  );
  const attributive = behind.map(({ start, end }) => isAttributive(text.slice(start, end)));
  return runs.map((run, i): Placed => {
    const first = run[0] as Amount;
    const previous = behind[i - 1];
    // 10家技术中心、实验室30个: the noun of an amount goes as far as the joint.
    const shared = previous && attributive[i - 1] ? LAST_JOINT.exec(text.slice(previous.start, previous.end)) : null;
    const start = (previous?.start ?? part.start) + (shared && shared[1] !== "" ? shared.index : 0);
    const from = starts.findLast((a) => a.start >= start && a.end <= first.start);
    const before = { start, end: from?.start ?? first.start };
    return { run, before, after: behind[i] as Span, attributive: attributive[i] === true };
  });
}
