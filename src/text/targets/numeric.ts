import type { Span, Target } from "../model.ts";
import { JOINED, LAST_JOINT, type Placed, placedIn } from "./amounts-in.ts";
import { changeOf, measureAt, members, needsSubject, subjectOf, withoutRate } from "./indicator.ts";
import { partsOf } from "./mask.ts";
import { type Amount, amounts } from "./numbers.ts";
import { baselines, mentions } from "./years.ts";

/** What a clause states with numbers. */
export interface Stated extends Pick<Target, "indicator" | "comparator" | "value" | "valueMax" | "unit" | "change"> {
  /** The quote. */
  readonly span: Span;
  /** Where its number begins. */
  readonly at: number;
}

/** A thing that later parts of the clause may speak of without its name. */
interface Named {
  readonly name: string;
  readonly start: number;
}

/** A clause while it is read, part by part. */
interface Reading {
  readonly text: string;
  /** The same without the words that say when, each unit a blank. */
  readonly timeless: string;
  readonly named: Named[];
}

/** Stands for a unit that says when. */
const BLANK = "\ue001";

function withoutTime(text: string): string {
  return [...mentions(text), ...baselines(text)].reduce(
    (rest, { start, end }) => rest.slice(0, start) + BLANK.repeat(end - start) + rest.slice(end),
    text,
  );
}

const words = ({ timeless }: Reading, { start, end }: Span): string => timeless.slice(start, end).replaceAll(BLANK, "");

function stated(amount: Amount, indicator: string, change: Target["change"], words: Span): Stated {
  const { comparator, value, valueMax, unit, shownFrom } = amount;
  const span = { start: Math.min(words.start, shownFrom), end: words.end };
  return { indicator, comparator, value, valueMax, unit, change, span, at: amount.start };
}

const PREDICATE =
  /(?:达到|通过|获得|获批|取得|实现|进入|完成|开展|上市|挂牌|投产|建成|在(?=.{2,}(?:上市|挂牌|注册|销售|应用)))/u;

/** 新药和 of 3-5个新药和200个仿制药在国外上市: what is said of the last thing of a list is said of all. */
function thingsCounted(reading: Reading, placed: Placed, following: readonly Placed[]): { name: string; end: number } {
  const own = words(reading, placed.after).replace(/^(?:的|左右)/u, "");
  const last = following.findLast(({ run: [first], attributive }) => attributive && first?.sort === "count");
  if (following.length === 0) return { name: own, end: placed.after.end };
  const cut = own.search(LAST_JOINT);
  const noun = cut > 0 ? own.slice(0, cut) : own;
  const end = placed.after.end - (cut > 0 ? own.length - cut : 0);
  if (!last) return { name: noun, end };
  const tail = words(reading, last.after);
  const at = noun.endsWith("元") ? tail.search(/的[^的]+$/u) : tail.search(PREDICATE);
  if (at < 0 || noun.search(PREDICATE) >= 0) return { name: noun, end };
  return { name: `${noun}${tail.slice(at)}`, end: last.after.end };
}

/** 20家以上重点实验室, 90%以上到期药物实现仿制上市 */
function counted(reading: Reading, part: Span, placed: Placed, following: readonly Placed[]): Stated[] {
  const amount = placed.run[0] as Amount;
  const { name, end } = thingsCounted(reading, placed, following);
  const indicator = amount.sort === "share" ? name.replace(/(?:基本)?实现/u, "") : name;
  const isNew = /(?:新增|增加)$/u.test(words(reading, placed.before));
  reading.named.push({ name: indicator, start: placed.before.start });
  const start = placed.before.start === part.start ? part.start : amount.start;
  return [stated(amount, indicator, isNew ? "increase" : "level", { start, end })];
}

/** 形成一批销售额20亿元以上的品种: the sales of the products. */
function sized(reading: Reading, placed: Placed, following: readonly Placed[], before: string | null): Stated[] {
  const amount = placed.run[0] as Amount;
  const measure = measureAt(words(reading, placed.before)) || before || "";
  const behind = words(reading, placed.after).replace(/^的/u, "");
  const noun = /^[^、]*?(?=、|和(?!谐)|与|及|$)/u.exec(behind)?.[0] ?? behind;
  const skipped = reading.text.slice(placed.after.start, placed.after.end).startsWith("的") ? 1 : 0;
  const end = placed.after.start + skipped + noun.length;
  const previous = following.length === 0 || before === null ? placed.before.start : amount.start;
  const span = {
    start: before !== null && measureAt(words(reading, placed.before)) === "" ? amount.start : previous,
    end,
  };
  return [stated(amount, `${noun}${measure}`, "level", span)];
}

const COMPARED = /^(?:高出|高于|快于|低于|好于|领先)/u;

interface Whose {
  readonly names: readonly string[];
  readonly start: number;
}

/** What the amounts are of: the words before them, or what the clause has spoken of when these name nothing alone. */
function whose(reading: Reading, placed: Placed, name: string, start: number): Whose {
  const last = reading.named.slice(-placed.run.length);
  const first = last[0];
  if (first && needsSubject(name)) {
    if (last.length > 1) return { names: last.map((one) => `${withoutRate(one.name)}${name}`), start: first.start };
    return { names: [`${name === "" ? first.name : withoutRate(first.name)}${name}`], start: first.start };
  }
  const joined = name.replace(/^[、和与及]/u, "");
  return { names: members(joined), start };
}

/** 占工业的比重提高到5%左右, 营业收入、利润总额年均增长9.9%和13.8% */
function predicated(reading: Reading, placed: Placed): Stated[] {
  const { name, verbs } = subjectOf(words(reading, placed.before).replace(/^(?:、|和|与|及|以及)/u, ""));
  const end = (placed.run.at(-1) as Amount).end;
  const previous = reading.named.at(-1);
  if (previous && COMPARED.test(name)) {
    const between = words(reading, { start: previous.start, end: placed.before.start });
    const growth = /(?:年均|年平均|同比)?增[长速]/u.exec(between)?.[0] ?? "";
    const indicator = `${previous.name}${previous.name.endsWith(growth) ? "" : growth}${name}`;
    return [stated(placed.run[0] as Amount, indicator, "level", { start: previous.start, end })];
  }
  const { names, start } = whose(reading, placed, name, placed.before.start);
  for (const one of names) reading.named.push({ name: one, start });
  const pairs =
    names.length >= placed.run.length
      ? names.map((one, i) => [one, placed.run[Math.min(i, placed.run.length - 1)] as Amount] as const)
      : placed.run.map((amount, i) => [names[Math.min(i, names.length - 1)] as string, amount] as const);
  return pairs.map(([one, amount]) => stated(amount, one, changeOf(one, verbs, amount.unit), { start, end }));
}

const SPOKEN_OF =
  /^(.{2,}?)(?:继续|保持|持续|稳步|稳定|不断|显著|明显|进一步|大幅|快速|较快|实现|增长|提高|提升|增加|扩大|壮大|下降|加快|丰富)/u;

/** A part without a number names what the next part may speak of: 主营业务收入保持增长，年均增速高于10%. */
function remember(reading: Reading, part: Span): void {
  const name = SPOKEN_OF.exec(words(reading, part))?.[1];
  if (name !== undefined) reading.named.push({ name: subjectOf(name).name, start: part.start });
}

/** Without the joint and the bracket that a quote must not begin or end with. */
function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[、，和（(\s]/u.test(text.charAt(start))) start++;
  while (start < end && /[、，。；：\s]/u.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** What a masked text states with numbers, in order. */
export function statedIn(text: string): Stated[] {
  const all = amounts(text);
  if (all.length === 0) return [];
  const reading: Reading = { text, timeless: withoutTime(text), named: [] };
  return partsOf(text)
    .flatMap((part) => {
      const placed = placedIn(text, part, all);
      if (placed.length === 0) remember(reading, part);
      let measure: string | null = null;
      return placed.flatMap((one, i) => {
        const following = placed.slice(i + 1);
        const sort = one.run[0]?.sort;
        if (!one.attributive) return predicated(reading, one);
        const before = words(reading, one.before);
        if (sort === "count" || (sort === "share" && subjectOf(before).name === ""))
          return counted(reading, part, one, following);
        const made = sized(reading, one, following, JOINED.test(before) || measure !== null ? measure : null);
        measure = measureAt(before) || measure;
        return made;
      });
    })
    .filter(({ indicator }) => /\p{L}/u.test(indicator))
    .map((one) => ({ ...one, span: trimmed(text, one.span) }));
}
