import { typeOf } from "./title.ts";

/** What an editor is asked about a new document. Answers are as typed. */
export type Answers = Readonly<Record<string, string>>;

export interface Question {
  /** The option that answers it, `short-title`, and the key of the answer. */
  readonly option: string;
  readonly ask: string;
  /** What an empty answer means; null where there is none. */
  readonly otherwise: (given: Answers) => string | null;
  /** What is wrong with an answer, or null. */
  readonly fault: (answer: string) => string | null;
}

const free = (): null => null;

/** 甲部、乙部 or 甲部,乙部 as a list. */
export const listed = (answer: string): string[] =>
  answer
    .split(/[、，,;；]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");

function dateFault(answer: string): string | null {
  const [, , month, , day] = /^(\d{4})-(\d{2})((-)(\d{2}))?$/.exec(answer)?.map(Number) ?? [];
  const isDate =
    month !== undefined &&
    month >= 1 &&
    month <= 12 &&
    (day === undefined || Number.isNaN(day) || (day >= 1 && day <= 31));
  return isDate ? null : "写成 2021-12-22，不知道日的写 2021-12";
}

function yearsFault(answer: string): string | null {
  const years = listed(answer).map(Number);
  const isGood = years.length > 0 && years.every((year) => Number.isInteger(year) && year >= 1949 && year <= 2100);
  return isGood ? null : "写四位年份，主要的在前，如 2025、2035";
}

const oneOf =
  (...names: readonly string[]) =>
  (answer: string): string | null =>
    names.includes(answer) ? null : `只能写 ${names.join("、")}`;

const filled = (answer: string): string | null => (answer.trim() === "" ? "不能空着" : null);

/** In the order in which they are asked. `known` are the documents that a new one can follow. */
export function questionsFor(known: readonly string[]): readonly Question[] {
  const followsFault = (answer: string): string | null => {
    const unknown = listed(answer).filter((id) => !known.includes(id));
    return unknown.length === 0 ? null : `没有 ${unknown.join("、")} 这份文件；已有 ${known.join("、") || "（无）"}`;
  };
  return [
    { option: "title", ask: "标题", otherwise: () => null, fault: filled },
    { option: "issued", ask: "发布日期（2021-12-22 或 2021-12）", otherwise: () => null, fault: dateFault },
    {
      option: "short-title",
      ask: "简称（表格和图上用）",
      otherwise: ({ title = "", issued = "" }) => `${issued.slice(0, 4)}${typeOf(title) ?? "文件"}`,
      fault: filled,
    },
    { option: "number", ask: "文号（没有就回车）", otherwise: () => "", fault: free },
    { option: "issuers", ask: "发布机关（几个的用顿号分开）", otherwise: () => null, fault: filled },
    {
      option: "horizon",
      ask: "目标年份（几个的用顿号分开，主要的在前）",
      otherwise: () => null,
      fault: yearsFault,
    },
    {
      option: "level",
      ask: "级别（national 国家、provincial 省、municipal 市）",
      otherwise: () => "national",
      fault: oneOf("national", "provincial", "municipal"),
    },
    {
      option: "script",
      ask: "字体（Hans 简体、Hant 繁体）",
      otherwise: () => "Hans",
      fault: oneOf("Hans", "Hant"),
    },
    { option: "source-name", ask: "文本来源（如 工业和信息化部网站）", otherwise: () => "编者录入", fault: filled },
    {
      option: "source-url",
      ask: "网址（没有就回车）",
      otherwise: () => "",
      fault: (answer) => (answer === "" || URL_FORM.test(answer) ? null : "写完整的网址，如 https://www.miit.gov.cn/…"),
    },
    {
      option: "follows",
      ask: `接续哪些文件（写代号，没有就回车；已有 ${known.join("、") || "（无）"}）`,
      otherwise: () => "",
      fault: followsFault,
    },
  ];
}

const URL_FORM = /^https?:\/\/[^\s/]+\.[^\s]+$/;
