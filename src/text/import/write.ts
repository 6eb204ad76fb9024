import { stringify } from "yaml";
import { PLACEHOLDER } from "../problems/placeholder.ts";
import type { ProposedDrop } from "./boilerplate.ts";
import type { Proposal } from "./propose.ts";
import { type Found, rowOf, type Scan } from "./scan.ts";

/** What an editor, or the command, says of an import beyond its text. */
export interface Given {
  readonly id: string;
  readonly seed: string;
  readonly encoding: string;
  readonly sourceName: string | null;
  readonly sourceUrl: string | null;
}

const scalar = (value: string | number | null): string => stringify(value, { lineWidth: 0 }).trimEnd();
const quoted = (value: string): string => JSON.stringify(value);
/** A flow list; a comma or bracket in a name is quoted. */
const list = (values: readonly (string | number)[]): string =>
  `[${values.map((v) => (typeof v === "string" && /[,[\]{}]/.test(v) ? quoted(v) : scalar(v))).join(", ")}]`;

const seen = (s: Scan, f: Found<unknown>): string => ` # 见第 ${rowOf(s, f.offset)} 行：${f.quote}`;
const ask = (what: string): string => ` # 请填写：${what}`;

function fact<T>(s: Scan, field: string, f: Found<T> | null, write: (value: T) => string, missing: string): string {
  return f ? `${field}: ${write(f.value)}${seen(s, f)}` : `${field}: ${PLACEHOLDER}${ask(missing)}`;
}

function horizonLine({ scan: s, horizon }: Proposal): string {
  const [first] = horizon;
  if (!first)
    return `horizon: [${PLACEHOLDER}]${ask("目标年份，如 2025；正文没有年份的，写编者认定的年份并列入 supplied")}`;
  return `horizon: ${list(horizon.map((h) => h.value))}${seen(s, first)}`;
}

function head(p: Proposal, given: Given): string[] {
  const { scan: s } = p;
  const why = { plain: "一行一段", pdf: "每行硬折", html: "网页" }[p.format];
  const share = `${Math.round(p.script.share * 100)}% 的汉字是繁体`;
  return [
    `id: ${given.id}`,
    `seed: ${scalar(given.seed)}`,
    ...(given.encoding === "utf-8" ? [] : [`encoding: ${given.encoding}`]),
    `format: ${p.format} # ${why}`,
    ...(p.repeats.shuffled
      ? [`shuffled: true # ${p.repeats.sentences} 句中有 ${p.repeats.repeated} 句重复`]
      : p.repeats.repeated > 0
        ? [`# ${p.repeats.sentences} 句中有 ${p.repeats.repeated} 句重复；次序若是打乱的，写 shuffled: true`]
        : []),
    "",
    fact(s, "title", p.title, scalar, "标题；正文里没有的，列入 supplied 并写理由"),
    `shortTitle: ${p.shortTitle ? `${scalar(p.shortTitle)} # 由年份和文种拟定，可改` : `${PLACEHOLDER}${ask("简称，表格和图上用，如 2021规划")}`}`,
    p.number
      ? fact(s, "number", p.number, scalar, "")
      : "number: null # 没有找到文号；有就写，如 工信部联规〔2021〕217号",
    fact(s, "issuers", p.issuers, list, "发布机关，如 [工业和信息化部, 商务部]；正文里没有的，列入 supplied"),
    p.issued
      ? `issued: ${quoted(p.issued.value.date)}${seen(s, p.issued)}`
      : `issued: ${PLACEHOLDER}${ask('日期，如 "2021-12-22" 或 "2021-12"；正文里没有的，列入 supplied')}`,
    horizonLine(p),
    fact(s, "level", p.level, (level) => level, "national 国家、provincial 省、municipal 市"),
    `script: ${p.script.script} # ${share}`,
  ];
}

function source(p: Proposal, given: Given): string[] {
  const name = given.sourceName ?? p.source.name?.value ?? null;
  const url = given.sourceUrl ?? p.source.url?.value ?? null;
  const note = given.sourceName !== null || !p.source.name ? "" : seen(p.scan, p.source.name);
  return [
    "source:",
    name ? `  name: ${scalar(name)}${note}` : `  name: ${PLACEHOLDER}${ask("文本来自哪里，如 工业和信息化部网站")}`,
    `  url: ${url ? scalar(url) : "null # 网址；没有就留 null"}`,
  ];
}

function supplied({ issued }: Proposal): string[] {
  const why = issued?.value.why ?? null;
  if (why !== null) return ["supplied:", "  - field: issued", `    why: ${scalar(why)}`];
  return [];
}

function dropEntry(s: Scan, { drop, rule, why, row, count }: ProposedDrop): string[] {
  const [first, ...rest] = Object.entries(drop).map(([key, value]) => `${key}: ${scalar(value as string)}`);
  const at = s.lines[row ?? -1]?.text.at[0];
  const place = at === undefined ? `共 ${count} 处` : `第 ${rowOf(s, at)} 行${count > 1 ? `起，${count} 行` : ""}`;
  return [
    `  - ${first} # ${place}`,
    ...rest.map((entry) => `    ${entry}`),
    `    rule: ${rule}`,
    `    why: ${scalar(why)}`,
  ];
}

/** A section of entries, set apart by a blank line; none at all where there is no entry. */
const section = (name: string, entries: readonly string[]): string[] =>
  entries.length === 0 ? [] : ["", `${name}:`, ...entries];

/** The recipe that a proposal makes, every fact with the place where it was found, and a mark where none was. */
export function writeRecipe(p: Proposal, given: Given): string {
  const ownSupplied = supplied(p);
  const lines = [
    "# 由 npm run import 拟定：请逐项核对，改正后运行 npm run ingest。写法见 seeds/README.md",
    ...head(p, given),
    ...source(p, given),
    ...ownSupplied,
    ...section(
      "front",
      p.front.map((text) => `  - ${scalar(text)}`),
    ),
    ...section(
      "drop",
      p.drops.flatMap((d) => dropEntry(p.scan, d)),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

const TYPE_NAMES: readonly (readonly [RegExp, string])[] = [
  [/规划|纲要/u, "plan"],
  [/意见/u, "opinion"],
  [/方案|计划|计画/u, "scheme"],
  [/办法|规定|条例|细则|规则|措施/u, "measures"],
  [/指南/u, "guide"],
  [/通知|公告|通告/u, "notice"],
];

/** An id that says year and kind, 2021-plan, and is not taken. */
export function proposeId({ issued, shortTitle }: Proposal, taken: ReadonlySet<string>): string {
  const year = issued?.value.date.slice(0, 4);
  const type = TYPE_NAMES.find(([pattern]) => pattern.test(shortTitle ?? ""))?.[1] ?? "document";
  const base = year === undefined ? type : `${year}-${type}`;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  return id;
}
