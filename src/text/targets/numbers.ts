import { AFTER, BEFORE, COUNTING_UNITS, DASH } from "../diff/number-words.ts";
import type { Span, Target } from "../model.ts";
import { numberValue } from "../structure/marker.ts";
import { HIDDEN } from "./mask.ts";

/** The grammar of amounts: 8%以上, 不低于3.5亿元, 10—15项, 200余家, 上百个, 翻一番, 百亿级. All patterns read masked text. */

export interface Amount extends Span {
  readonly comparator: Exclude<Target["comparator"], "none">;
  readonly value: number;
  readonly valueMax: number | null;
  readonly unit: string | null;
  /** `count` things that a noun follows or precedes, `share` %, `times` 倍 番, `measure` anything else. */
  readonly sort: "count" | "share" | "times" | "measure";
  /** Where a quote that shows it may begin: at the verb in 建成两个基地, since 两个 alone counts nothing. */
  readonly shownFrom: number;
}

const COUNTED =
  "个|家|项|件|种|条|款|人次|人|名|户|台|套|支|座|所|处|批次|次|篇|部|辆|架|艘|头|只|株|张|例|宗|笔|门|片|对|村|县";
const MEASURED =
  "斤|欧元|港元|日元|亩|公顷|平方公里|立方|千瓦时|千瓦|兆瓦|瓦|吨标准煤|吨煤|个工作日|工作日|个月|分钟|岁|床位|GW|MW|kW|kWh|km|kg|元/人|吨/年";

/** Longer ones first; a unit that begins a word is none: 3部门, 5条件. */
const UNIT = `(?:${[...COUNTING_UNITS, ...MEASURED.split("|"), ...COUNTED.split("|")]
  .sort((a, b) => b.length - a.length)
  .join(
    "|",
  )})(?!(?<=部)门|(?<=人)[才工民口类]|(?<=支)[持撑付]|(?<=条)[件例]|(?<=次)[数序]|(?<=成)[为立果效]|(?<=对)[外内]|(?<=套)餐)`;

/** Any other unit shows as one by the word behind it: 100床位以上. */
const OTHER_UNIT = "(?![年月日号位类批期版强排届级代]|以[上下内])\\p{Script=Han}{1,3}?(?=以上|以下|以内|左右)";

const MORE_BEFORE = "不到|不足|多于|少于|超出|突破|超|逾|接近|最低|最高|最少|最多|≧|≦|＞|＜|>=|<=|＝|翻";
const SIGNS: readonly (readonly [RegExp, Amount["comparator"]])[] = [
  [/^(?:不低于|不少于|不小于|至少|最低|最少|≥|≧|>=|上)/u, ">="],
  [/^(?:不高于|不超过|不多于|不大于|最高|最多|≤|≦|<=)/u, "<="],
  [/^(?:低于|小于|少于|不到|不足|<)/u, "<"],
  [/^(?:超过|高于|大于|多于|超出|突破|超|逾|>)/u, ">"],
  [/^(?:约|近|接近)/u, "about"],
];
const BEHIND: readonly (readonly [RegExp, Amount["comparator"]])[] = [
  [/以上$/u, ">="],
  [/(?:以下|以内|之内)$/u, "<="],
  [/(?:左右|上下)$/u, "about"],
];

const HAN = "[〇零一二三四五六七八九十百千两]+";
const NUMERAL = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const SCALE = "[百千万亿]*";
const TAIL = `(?<after>${AFTER}|之内|上下)?`;
const AMOUNT = new RegExp(
  [
    String.raw`(?<![\d.A-Za-z〔第前${HIDDEN}-])(?<before>(?:(?:${BEFORE}|${MORE_BEFORE}|上) ?)?)`,
    `(?:百分之(?<hundredth>${HAN})|`,
    String.raw`(?<low>${NUMERAL})(?:(?<first>[%‰]|${UNIT})?${DASH}(?<high>${NUMERAL}))?(?![\d.])|(?<han>${HAN})|(?<bare>(?=[万亿])))`,
    `(?<scale>${SCALE})(?<more>[余多])?(?<scaled>[万亿]*)(?<unit>[%‰]|${UNIT}|级|${OTHER_UNIT})?(?:${HIDDEN}+(?=${AFTER}))?${TAIL}`,
  ].join(""),
  "gu",
);

type Groups = Readonly<Record<string, string | undefined>>;

/** Times, places in an order and versions: 2025年, 第5位, 1类, 3D, 5G. */
const NO_UNIT = /^(?:年|月|日|号|位|类|批|期|版|强|排|届|级|代|线|维|周岁|号|[A-Za-z+/.\-、（(])/u;
const UNITLESS_BEFORE = /(?:达到|达|为|至|到|在|[低高超大小]于|过|[≥≤><])\s?$/u;

/** What makes a small Chinese number a count and not a name such as 两票制 or 三个自信. */
const COUNTING_VERB =
  /(?:建成|建设|建立|新建|设立|培育|打造|形成|引进|创建|布局|组建|认定|实施|突破|完成|实现|新增|达到|达|为|到|至|翻|支持)$/u;

function comparatorOf({ before = "", after = "", more }: Groups, ahead: string): Amount["comparator"] {
  const behind = BEHIND.find(([form]) => form.test(after))?.[1];
  if (behind) return behind;
  const sign = SIGNS.find(([form]) => form.test(before.trim()))?.[1];
  if (sign) return sign;
  if (more !== undefined) return ">";
  if (/(?:至少|不少于|不低于)[^，、\d]{0,4}$/u.test(ahead)) return ">=";
  return "=";
}

const plain = (digits: string): number => Number(digits.replaceAll(",", ""));

function sortOf(unit: string | null): Amount["sort"] {
  const base = unit?.replace(/^[十百千万亿]+/u, "") ?? "";
  if (/^(?:%|‰|个?百分点)$/u.test(base)) return "share";
  if (base === "倍" || base === "番" || base === "成") return "times";
  return COUNTED.split("|").includes(base) ? "count" : "measure";
}

/** A Chinese numeral is an amount only where a comparator, a verb or its length shows that something is counted. */
function counts({ han = "", before = "", after, more, unit, scale, scaled }: Groups, ahead: string): boolean {
  if (unit === "番") return true;
  if (unit === undefined && !/[万亿]/u.test(`${scale}${scaled}`)) return false;
  if (unit === "级") return /[百千十]/u.test(han);
  if (/[一两二三四五六七八九]/u.test(han) && han.length === 1)
    return han !== "一" && !/[“‘]$/u.test(ahead) && (before !== "" || after !== undefined || COUNTING_VERB.test(ahead));
  return before !== "" || after !== undefined || more !== undefined || COUNTING_VERB.test(ahead) || han.length > 1;
}

const hanValue = (han: string): number => numberValue(han.replaceAll("两", "二"));

function valueIn(groups: Groups): number | null {
  const { hundredth, low, han } = groups;
  if (low !== undefined) return plain(low);
  if (hundredth !== undefined) return hanValue(hundredth);
  return han === undefined || han === "" ? 1 : hanValue(han);
}

/** 亿级 is a size of things; its unit is what is counted in. */
function unitOf({ hundredth, scale = "", scaled = "", unit, first }: Groups): string | null {
  if (hundredth !== undefined) return "%";
  const printed = `${scale}${scaled}${unit === "级" ? "" : (unit ?? first ?? "")}`;
  return printed === "" ? null : printed;
}

function isAmount(groups: Groups, ahead: string, behind: string): boolean {
  const { before = "", after, unit, scale, scaled, han, low, bare, hundredth } = groups;
  if (/[第前]/u.test(before)) return false;
  if (hundredth !== undefined) return true;
  if (low !== undefined && unit === undefined && `${scale}${scaled}` === "") {
    if (NO_UNIT.test(behind)) return false;
    return groups["first"] !== undefined || after !== undefined || before !== "" || UNITLESS_BEFORE.test(ahead);
  }
  if (low !== undefined) return unit !== "级" || /[百千万亿]/u.test(`${scale}${scaled}`);
  if (han !== undefined) return counts(groups, ahead);
  return bare !== undefined && (before !== "" || unit === "级") && (unit !== undefined || /[余多]/u.test(behind));
}

function shownFrom(groups: Groups, ahead: string, behind: string): number {
  if (isAmount(groups, "", behind)) return ahead.length;
  const verb = groups["low"] === undefined ? COUNTING_VERB : UNITLESS_BEFORE;
  return verb.exec(ahead)?.index ?? ahead.length;
}

/** The amounts of a masked text, in order. */
export function amounts(text: string): Amount[] {
  return Array.from(text.matchAll(AMOUNT)).flatMap((match): Amount[] => {
    const groups: Groups = match.groups ?? {};
    const end = match.index + match[0].length;
    const ahead = text.slice(0, match.index);
    const value = valueIn(groups);
    const behind = text.slice(end);
    if (value === null || Number.isNaN(value) || !isAmount(groups, ahead, behind)) return [];
    const unit = unitOf(groups);
    const high = groups["high"];
    return [
      {
        start: match.index,
        end,
        comparator: comparatorOf(groups, ahead),
        value,
        valueMax: high === undefined ? null : plain(high),
        unit,
        sort: sortOf(unit),
        shownFrom: shownFrom(groups, ahead, behind),
      },
    ];
  });
}
