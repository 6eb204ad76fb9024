import type { Target } from "../model.ts";

/** The names of what is counted or changes, cut out of the words around an amount. */

/** Nouns for what can be measured, as they end an indicator. */
export const MEASURE =
  "(?:收入|销售|销售额|总额|产值|增加值|利润|利税|税收|投入|投资|投资额|交易额|成交额|进出口|出口|出口额|交货值|费用|支出|规模|总量|数量|产量|产能|市值|面积|" +
  "比重|占比|比例|份额|集中度|强度|密度|能耗|物耗|消耗|消耗量|用水量|排放|排放量|产品|品种|效率|指标|增速|贡献|[一-龥]率)";

const RATE = "(?:年均)?(?:复合)?(?:增速|增长率|增幅)";

const MOVE = "增长|提高|提升|增加|上升|扩大|新增|下降|降低|减少|缩减|压减|压缩|缩短|节约|回升|降|增";
const TAIL = new RegExp(
  [
    `(?:(?:年均|年平均|平均每年|每年|累计|同比)?(?:复合)?(?:${MOVE})(?:了|到|至|为)?`,
    "(?:达到|达|为|是|至|到|有|占|超过|突破|保持在|维持在|稳定在|控制在|保持|实现|完成|形成|建成|拥有|共|共计|合计|总计|累计|分别|均|平均|力争|争取|也|将|已|已经|并|各|仍|再|仅|只|从|由|以|了|一批|不断|年均|目标值|每年|各自)",
    "[，、\\s])$",
  ].join("|"),
  "u",
);
const LEAD =
  /^(?:[，、（(\s”]|\d+年内|其中|另有|另外|此外|同时|并且|并|使得?|且|力争|争取|确保|预计|推动|促进|支持|鼓励|引导|带动|每年|组织实施|拥有(?!量)|建设(?!用地|规模|投资|面积|水平|进度)|实施(?!率)|引进|建成|培育|打造|形成|全面|基本(?=实现|完成|建成|形成)|累计|已|将|到|至|期间|时期|实现|完成|达到|保持|努力|重点(?=支持|培育|建设|打造|推进|引进)|进一步)/u;

export interface Subject {
  readonly name: string;
  /** The verbs between the name and the amount. */
  readonly verbs: string;
}

/** 力争出口交货值占销售收入的比重达到 → 出口交货值占销售收入的比重 */
export function subjectOf(words: string): Subject {
  let name = words;
  for (let cut = name.search(TAIL); cut >= 0; cut = name.search(TAIL)) name = name.slice(0, cut);
  const verbs = words.slice(name.length);
  for (let lead = LEAD.exec(name); lead; lead = LEAD.exec(name)) name = name.slice(lead[0].length);
  if (name.endsWith("的")) return { name: name.slice(0, -1), verbs };
  // 企业实现营业收入…: what is reached is the income of the firms.
  return { name: name.replace(/(?<=.)(?:实现|完成)(?=[^，、]*$)/u, ""), verbs };
}

const BARE_RATE = new RegExp(`^(?:${RATE}|总?规模|总额|总量|数量|比例|占比|比重|年均)$`, "u");

/** Names nothing alone: 年均增速, 总规模, or no word at all. */
export const needsSubject = (name: string): boolean => name === "" || BARE_RATE.test(name);

/** 主营业务收入年均增速 → 主营业务收入 */
export const withoutRate = (name: string): string => name.replace(new RegExp(`(?<=.)${RATE}$`, "u"), "");

const POPULATION = /^(.{0,12}?(?:企业|全省|全国|全市|全行业|行业))(?=.)/u;
const MEASURED = new RegExp(`${MEASURE}$`, "u");

/** 规模以上企业营业收入、利润总额年均增速 → 规模以上企业营业收入年均增速 and 规模以上企业利润总额年均增速. */
export function members(name: string): string[] {
  const list = name.split(/、|和|与|以及|及/u);
  const last = list.at(-1) ?? "";
  const bare = withoutRate(last);
  const all = [...list.slice(0, -1), bare];
  if (list.length === 1 || !all.every((one) => MEASURED.test(one))) return [name];
  const rate = last.slice(bare.length);
  const population = POPULATION.exec(all[0] ?? "")?.[1] ?? "";
  return all.map((one, i) => `${i === 0 || POPULATION.test(one) ? "" : population}${one}${rate}`);
}

const MEASURE_TAIL = new RegExp(
  `(?:单[个项体])?(?:年均?|累计)?(?:主营业务|营业|工业|总|固定资产|研发)*${MEASURE}$`,
  "u",
);

/** 形成一批年销售额 → 年销售额 */
export const measureAt = (words: string): string => MEASURE_TAIL.exec(subjectOf(words).name)?.[0] ?? "";

/** How an amount changes its indicator, by the verbs between them. */
export function changeOf(name: string, verbs: string, unit: string | null): Target["change"] {
  const said = `${name.slice(-8)}${verbs}`;
  if (/(?:下降|降低|减少|缩减|压减|压缩|缩短|节约|降)(?:了|，|、)?$/u.test(verbs)) return "decrease";
  if (/(?:年均|每年|年平均)(?:复合)?增[长速幅加]|增[速幅]|增长率/u.test(said)) return "growth_per_year";
  if (/(?:增长|提高|提升|增加|上升|扩大|回升|新增|增)(?:了)?$/u.test(verbs) || name.includes("新增")) return "increase";
  return unit === "番" ? "increase" : "level";
}
