import type { Span } from "../text/model.ts";
import type { Direct } from "../text/search/direct.ts";
import { excerpt } from "../text/search/excerpt.ts";
import { findAll, joined } from "../text/search/find.ts";
import { foldForSearch } from "../text/search/fold.ts";
import { type Hit, has } from "../text/search/hit.ts";
import { eIdAt } from "../text/search/place.ts";
import type { RecordText } from "../text/search/record.ts";
import type { Sources } from "../text/search/search.ts";
import { encoded } from "./search-address.ts";
import { pageAddress } from "./site-root.ts";

function element(name: string, className: string, ...content: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.append(...content);
  return made;
}

interface Marked {
  readonly line: number;
  readonly spans: readonly Span[];
}

/** The line with the most of the terms, and where they stand in it. */
function marks({ lines }: RecordText, terms: readonly string[], { alike }: Sources): Marked {
  const marked = lines.map((line, i): Marked & { readonly held: number } => {
    const folded = foldForSearch(line, alike);
    const found = terms.map((term) => findAll(line, folded, term));
    return { line: i, spans: joined(found.flat()), held: found.filter((spans) => spans.length > 0).length };
  });
  return marked.reduce((best, one) => (one.held > best.held ? one : best));
}

const FACT_NAMES = [
  ["isGoal", "目标"],
  ["isNew", "新增"],
  ["isKept", "沿用"],
] as const;

function factMarks(hit: Hit): readonly HTMLElement[] {
  const names = FACT_NAMES.filter(([fact]) => has(hit, fact)).map(([, name]) => name);
  return names.length === 0 ? [] : [element("span", "result-facts", names.join(" · "))];
}

let results = 0;

/** A result as an item of a list; `typed` goes along to the page that it leads to, which marks it there. */
export async function resultItem(
  hit: Hit,
  terms: readonly string[],
  typed: string,
  sources: Sources,
): Promise<HTMLElement | null> {
  const document = sources.table.documents[hit.document];
  const text = (await sources.texts(hit.document))[hit.index];
  if (document === undefined || text === undefined) return null;
  const { line, spans } = marks(text, terms, sources);
  const eId = eIdAt(text, line, spans[0]?.start ?? 0);
  const link = element("a", "result-link") as HTMLAnchorElement;
  const fragment = eId === "" ? "" : `#${eId}`;
  link.href = `${pageAddress(`documents/${encodeURIComponent(document.id)}/`)}?find=${encoded(typed)}${fragment}`;
  const chip = element("span", "chip", document.shortTitle);
  chip.dataset["level"] = document.level;
  chip.title = document.title;
  const above = text.trail.length === 0 ? document.title : text.trail.join(" › ");
  const trail = element("span", "result-trail", has(hit, "isHead") ? "文件标题与发布信息" : above);
  link.append(chip, trail);
  const words = element("p", "result-words");
  // Several results of one chapter are called alike: what they say tells them apart.
  results += 1;
  words.id = `result-${results}`;
  link.setAttribute("aria-describedby", words.id);
  for (const { text: piece, marked } of excerpt(text.lines[line] ?? "", spans, hit.inHeading ? spans[0] : undefined))
    words.append(marked ? element("mark", "", piece) : piece);
  if (document.script === "Hant") for (const part of [trail, words]) part.lang = "zh-Hant";
  const item = element("li", "result", link, words, ...factMarks(hit));
  item.style.setProperty("--doc", document.colour);
  return item;
}

/** Links to the pages of what the editors say of the words, a list a kind. */
export function directLinks({ themes, indicators }: Direct, most: number): readonly HTMLElement[] {
  const linkTo = (address: string, text: string): HTMLElement => {
    const link = element("a", "", text) as HTMLAnchorElement;
    link.href = address;
    return link;
  };
  const pages = [
    ["主题", themes.map(({ id, title }) => linkTo(pageAddress(`themes/${encodeURIComponent(id)}/`), title))],
    ["指标", indicators.map(({ id, name }) => linkTo(`${pageAddress("targets/")}#${encodeURIComponent(id)}`, name))],
  ] as const;
  return pages
    .filter(([, links]) => links.length > 0)
    .map(([name, links]) => element("span", "", `${name}：`, ...links.slice(0, most)));
}
