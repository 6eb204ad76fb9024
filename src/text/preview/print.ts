import type { Part, Report, Section } from "./report.ts";

/** What the report is about. */
export interface Heading {
  /** As the editor named it. */
  readonly ref: string;
  /** The commit that it is. */
  readonly commit: string;
  /** How many faults either content has. */
  readonly faults: { readonly before: number; readonly after: number };
}

const UNCHANGED = "没有变化：文件、句子、链接、配对、目标、主题、线索都与它相同（指标、说法、概念的改动不在此列）。";

/** What has to be known before the rest is believed. */
function warnings({ faults }: Heading): readonly string[] {
  const said = (what: string, count: number): readonly string[] =>
    count === 0 ? [] : [`${what}有 ${count} 处错误，只比较了读得出的部分。`];
  return [...said("那时的内容", faults.before), ...said("现在的内容", faults.after)];
}

/** Signs that steer a terminal, or the direction of writing, are no text. */
const clean = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, "�");

const SIGNS: Readonly<Record<Part["kind"], readonly [string, string]>> = {
  word: ["", ""],
  name: ["", ""],
  kept: ["", ""],
  gone: ["[-", "-]"],
  new: ["{+", "+}"],
};

const plain = ({ kind, text }: Part): string => `${SIGNS[kind][0]}${clean(text)}${SIGNS[kind][1]}`;

/** For a terminal: all there is. */
export function asText({ summary, sections, redirects }: Report, heading: Heading): string {
  const head = [`与 ${clean(heading.ref)}（${heading.commit}）相比`, ...warnings(heading)].join("\n");
  if (summary.length === 0) return `${head}\n${UNCHANGED}\n`;
  const lines = [
    head,
    ...summary.map(({ of, counts }) => `  ${of}：${counts.join("，")}`),
    ...sections.flatMap(({ title, items }) => [
      "",
      `■ ${clean(title)}`,
      ...items.map((item) => `  ${item.map(plain).join("")}`),
    ]),
    ...(redirects.length === 0
      ? []
      : ["", "■ 会断的旧链接：把下面几行加进 content/redirects.yaml", ...redirects.map(clean)]),
  ];
  return `${lines.join("\n")}\n`;
}

/** Hosts of pull requests take some 65 000 characters of a comment. */
const LONGEST = 60_000;
const ITEMS = 40;
const WORDS = 160;

/** Every sign that could be markup, of Markdown or of HTML, as a reference; a mention or a number stays mere text. */
export function escaped(text: string): string {
  return clean(text)
    .replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/(?<=&#(?:64|35);)(?=\w)/g, "&#8203;");
}

const TAGS: Readonly<Record<Part["kind"], readonly [string, string]>> = {
  word: ["", ""],
  name: ["<code>", "</code>"],
  kept: ["", ""],
  gone: ["<del>", "</del>"],
  new: ["<ins>", "</ins>"],
};

const cut = (text: string): string =>
  text.length > WORDS ? `${text.slice(0, WORDS).replace(/[\ud800-\udbff]$/u, "")}…` : text;

/** A name as names are goes into code as it is, so that it can be copied. */
const marked = ({ kind, text }: Part): string =>
  kind === "name" && /^[\w#-]+$/.test(text) ? `\`${text}\`` : `${TAGS[kind][0]}${escaped(cut(text))}${TAGS[kind][1]}`;

const more = (left: number, unit: string): string => `\n另有 ${left} ${unit}没有列出。`;

function folded({ title, items }: Section): string {
  const lines = items.slice(0, ITEMS).map((item) => `- ${item.map(marked).join("")}`);
  const rest = items.length > ITEMS ? more(items.length - ITEMS, "项") : "";
  const head = `<details><summary>${escaped(title)}（${items.length}）</summary>`;
  return `${head}\n\n${lines.join("\n")}\n${rest}\n</details>\n`;
}

/** Lines of the table that are printed; three make an entry. */
const ENTRY_LINES = 3 * ITEMS;

function redirectsBlock(redirects: readonly string[]): string {
  if (redirects.length === 0) return "";
  const shown = redirects.slice(0, ENTRY_LINES);
  const left = redirects.slice(ENTRY_LINES).filter((line) => line.startsWith("- ")).length;
  // Nothing that stands in the lines may close the block.
  const runs = shown.join("\n").match(/`+/gu) ?? [];
  const fence = "`".repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  const head = "**会断的旧链接**：合并之前，把下面几行加进 `content/redirects.yaml`。";
  return `${head}\n\n${fence}yaml\n${shown.map(clean).join("\n")}\n${fence}\n${left > 0 ? more(left, "条") : ""}\n`;
}

/** For a pull request: what there is of what, then the details, folded, as far as there is room for them. */
export function asMarkdown({ summary, sections, redirects }: Report, heading: Heading): string {
  const warned = warnings(heading).map((words) => `**${words}**\n\n`);
  const head = `### 内容改动\n\n与 <code>${escaped(heading.ref)}</code>（${heading.commit}）相比\n\n${warned.join("")}`;
  if (summary.length === 0) return `${head}${UNCHANGED}\n`;
  const table = ["| | |", "|---|---|", ...summary.map(({ of, counts }) => `| ${of} | ${counts.join("，")} |`)];
  let text = `${head}${table.join("\n")}\n\n${redirectsBlock(redirects)}\n`;
  const left: Section[] = [];
  for (const section of sections) {
    const block = folded(section);
    if (left.length === 0 && text.length + block.length <= LONGEST) text += `${block}\n`;
    else left.push(section);
  }
  if (left.length > 0) text += `${more(left.length, "节")}全部内容：<code>npm run preview&#45;diff</code>\n`;
  return text;
}
