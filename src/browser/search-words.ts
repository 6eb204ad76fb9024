import type { Query } from "../text/search/query.ts";
import type { SearchTable } from "../text/search/record.ts";
import type { Damage } from "./indexed-search.ts";

export const TABLE_TROUBLE =
  "搜索用的文件缺失或损坏，暂时不能搜索；页面其余部分照常可用，也可以用浏览器自带的页内查找（Ctrl-F）。若是下载的文件夹，请完整解压后再打开。";

/** What stands beside the hits when files could not be read. */
export function damageWords({ index, texts }: Damage, { documents }: SearchTable): readonly string[] {
  const lost = texts.map((i) => `“${documents[i]?.shortTitle ?? ""}”`).join("、");
  return [
    ...(index.length > 0 ? [`索引文件 ${index.join("、")} 缺失或损坏，已改为逐字通读全文，只是慢一些。`] : []),
    ...(texts.length > 0 ? [`${lost}的正文文件缺失或损坏，其中的结果列不出来；其余文件不受影响。`] : []),
  ];
}

function shortened(term: string): string {
  const characters = Array.from(term.toWellFormed());
  return characters.length > 30 ? `${characters.slice(0, 30).join("")}…` : characters.join("");
}

function named({ terms }: Query): string {
  return terms.map((term) => `“${shortened(term)}”`).join("和");
}

interface Counted {
  readonly shown: number;
  /** After filtering. */
  readonly chosen: number;
  readonly all: number;
}

export function statusWords(query: Query, { shown, chosen, all }: Counted, { documents }: SearchTable): string {
  if (all === 0) return `没有一处含有${named(query)}`;
  const found = chosen === all ? `找到 ${all} 处` : `筛出 ${chosen} 处，共 ${all} 处`;
  const part = shown < chosen ? `，先列 ${shown} 处` : "";
  const left = query.left > 0 ? `；词太多，只用了前 ${query.terms.length} 个` : "";
  return `在 ${documents.length} 份文件中${found}${part}${left}`;
}

/** What was searched, and how, for a reader who found nothing. */
export function emptyWords({ terms }: Query, { documents }: SearchTable): string {
  const records = documents.reduce((sum, { facts }) => sum + facts.length, 0);
  const all = terms.length > 1 ? "空格隔开的每一个词都要在同一段里，可以减去一个词再试。" : "";
  return `查过 ${documents.length} 份文件的标题、发布信息和正文，共 ${records} 段；繁体与简体、全角与半角、大写与小写都算相同，文中的空格不计。${all}`;
}

export const EXCLUDED = "所选的筛选合在一起没有结果，可以清除筛选再看。";
