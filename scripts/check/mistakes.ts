import { FRONT } from "../../src/node/fixtures/corpus.ts";

/** Mistakes of an editor, one at a time; ▶ marks the place that is to be named. */

export interface Mistake {
  readonly what: string;
  readonly file: string;
  /** What is exchanged in the file, once; null where `to` is the whole of a new file. */
  readonly from: string | null;
  readonly to: string;
  readonly rule: string;
  readonly severity: "error" | "warning";
}

type Place = Pick<Mistake, "file" | "from" | "to">;

const SAMPLE = "content/documents/sample.md";
const PAIRS = "content/alignments/2019-opinion--2021-plan.yaml";
const RECIPE = "seeds/2021-plan.yaml";
const THEME = "content/themes/api.md";
const INDICATORS = "content/indicators.yaml";
const TERMS = "content/terms.yaml";
const TARGETS = "content/targets/2021-fyp.yaml";
const THREADS = "content/threads.yaml";
const REDIRECTS = "content/redirects.yaml";

const text = (body: string): Place => ({ file: SAMPLE, from: null, to: `---\n${FRONT}---\n\n${body}\n` });
const front = (from: string, to: string): Place => ({
  file: SAMPLE,
  from: null,
  to: `---\n${FRONT.replace(from, to)}---\n\n推动产业发展。\n`,
});
const inside = (file: string, from: string, to: string): Place => ({ file, from, to });
const made = (file: string, to: string): Place => ({ file, from: null, to });

const error = (what: string, rule: string, place: Place): Mistake => ({ what, rule, severity: "error", ...place });
const warning = (what: string, rule: string, place: Place): Mistake => ({ what, rule, severity: "warning", ...place });

const TWICE = "推动产业发展，提升创新能力，完善供应保障体系。";

const IN_DOCUMENTS: readonly Mistake[] = [
  error("a section is left out", "number-gap", text("## 一、目标\n\n推动发展。\n\n## ▶三、措施\n\n落实责任。")),
  error("a point is left out", "number-gap", text("## 一、目标\n\n1、推动发展。\n\n▶3、落实责任。")),
  warning("a number stands twice", "number-sequence", text("## 一、目标\n\n发展。\n\n## ▶一、措施\n\n落实。")),
  warning("a section is empty", "provision-empty", text("## 一、目标\n\n推动发展。\n\n## ▶二、措施")),
  error("a heading skips a level", "heading-depth", text("## 一、目标\n\n▶#### （一）思想\n\n推动发展。")),
  error("the title is a heading", "heading-depth", text("▶# 测试文件\n\n推动产业发展。")),
  error("a bracket is not closed", "bracket-unpaired", text("推动产业发展▶（如原料药。")),
  error("a quotation mark is only closed", "bracket-unpaired", text("推动十四五▶”时期的产业发展。")),
  error("brackets are crossed", "bracket-crossed", text("推动发展（见▶《规划）》。")),
  error("a block of code", "markdown-block", text("推动产业发展。\n\n▶```\n代码\n```")),
  error("lost characters", "replacement-character", text("推动▶\ufffd\ufffd发展。")),
  error("a control character", "control-character", text("推动▶\u0007发展。")),
  warning("a zero-width blank", "invisible-character", text("推动▶\u200b发展。")),
  warning("a Traditional character", "script-mixed", text("推动产业发展，提升▶質量。")),
  warning("a half-width comma", "punctuation-width", text("推动产业发展▶,提升质量。")),
  warning("a blank between characters", "blank-stray", text("推动产业▶ 发展。")),
  warning("an indented paragraph", "blank-stray", text("▶\u3000\u3000推动产业发展。")),
  warning("an HTML tag", "markup-leftover", text("推动产业发展。▶<br>提升质量。")),
  warning("bold inside a paragraph", "markup-leftover", text("推动▶**产业**发展。")),
  warning("a heading without a blank", "markup-leftover", text("▶##一、目标")),
  warning("a paragraph pasted twice", "paragraph-duplicate", text(`${TWICE}\n\n▶${TWICE}`)),
  warning("a stock ticker", "insertion-suspicious", text("节约资源▶[-6.39%]，推动发展。")),
  warning("a site's credit", "insertion-suspicious", text("推动产业发展。\n\n▶来源：某网站")),
];

const IN_FRONT_MATTER: readonly Mistake[] = [
  error("no front matter", "front-matter", made(SAMPLE, "▶推动产业发展。\n")),
  error("a full-width colon", "front-matter-syntax", front("title: ", "title▶：")),
  error("a field given twice", "front-matter-syntax", front("level:", "▶id: sample\nlevel:")),
  error("a misspelled field", "front-matter-schema", front("level:", "▶follow: [2016-guide]\nlevel:")),
  error("a date in Chinese", "front-matter-schema", front('"2020-01-01"', "▶2020年1月1日")),
  error("an unknown level", "front-matter-schema", front("national", "▶nation")),
  error("an address without https", "front-matter-schema", front("测试}", "测试, url: ▶www.example.org}")),
  error("another id than the file's", "document-id", { ...front("id: sample", "id: other"), file: SAMPLE }),
  error("a predecessor that is not there", "document-follows", front("level:", "▶follows: [2016-guid]\nlevel:")),
];

export const IN_THE_PROJECT: readonly Mistake[] = [
  error("a generated document changed by hand", "document-outdated", {
    ...inside("content/documents/2021-plan.md", "shortTitle: 2021方案", "shortTitle: 实施方案"),
  }),
  error("a recipe's unknown level", "recipe-schema", inside(RECIPE, "level: national", "level: ▶nation")),
  error("a recipe that drops nothing", "recipe-no-match", inside(RECIPE, "- to: 附《", "- ▶to: 附件《")),
  error("a number that the seed lacks", "recipe-unconfirmed", inside(RECIPE, "number: null", "number: ▶某发1号")),
  error("a misspelled relation", "alignment-relation", inside(PAIRS, "relation: reworded", "relation: ▶rewordd")),
  error(
    "a clause that is gone",
    "alignment-unknown-clause",
    inside(PAIRS, "preamble__p_1__cl_1", "▶preamble__p_9__cl_1"),
  ),
  error("a quote that is stale", "alignment-stale-quote", inside(PAIRS, '"近年来，我国', '▶"近几年，我国')),
  error(
    "an unclosed quotation mark",
    "alignment-syntax",
    made("content/alignments/2019-opinion--2021-plan.yaml", 'from: ▶"2019-opinion\nto: 2021-plan\n'),
  ),
  error("a document that is not there", "target-unknown-document", inside(TARGETS, "2021-fyp", "▶2021-fpy")),
  error(
    "a target's unknown comparator",
    "target-comparator",
    inside(TARGETS, "comparator: about", "comparator: ▶around"),
  ),
  error("a term listed twice", "theme-duplicate-term", inside(THEME, "  - 原料药\n", "  - 原料药\n  - ▶原料药\n")),
  warning("a term that nothing holds", "theme-idle-term", inside(THEME, "  - 原料药\n", "  - 原料药\n  - ▶原科药\n")),
  error(
    "an excluded clause that is gone",
    "theme-unknown-clause",
    inside(THEME, "2021-fyp#sec_3__sub_1__lead_51su__p_1__cl_2", "▶2021-fyp#sec_3__p_9__cl_2"),
  ),
  error(
    "a theme that is not there",
    "indicator-unknown-theme",
    inside(INDICATORS, "theme: structure", "theme: ▶structur"),
  ),
  error("a word that stands nowhere", "indicator-stale", inside(INDICATORS, "[主营业务收入,", "[▶主营业务收人,")),
  error("a word of one character", "term-schema", inside(TERMS, "words: [原料药]", "words: [▶药]")),
  error(
    "a concept's word given twice",
    "concept-duplicate",
    inside("content/concepts.yaml", "研发经费,", "▶研发费用,"),
  ),
  error(
    "a thread's clause that is not there",
    "thread-unknown-clause",
    made(THREADS, "- {clause: ▶2021-fyp#sec_99, follows: null, why: 另起}\n"),
  ),
  error(
    "an old address that leads nowhere",
    "redirect-unknown",
    made(REDIRECTS, "- {from: 2021-fyp#sec_99, to: ▶2021-fyp#sec_98}\n"),
  ),
  error(
    "an old address that is still there",
    "redirect-still-there",
    made(REDIRECTS, "- {from: ▶2021-fyp, to: 2021-plan}\n"),
  ),
  warning("a file of the wrong kind", "file-ignored", made("content/targets/2021-plan.yml", "▶document: 2021-plan\n")),
  warning("a seed without recipe", "file-ignored", made("seeds/new.txt", "▶关于测试的通知\n")),
];

/** Made in a small corpus, and in a copy of what the project has. */
export const IN_A_NEW_DOCUMENT: readonly Mistake[] = [...IN_DOCUMENTS, ...IN_FRONT_MATTER];
