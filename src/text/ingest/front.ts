import type { DocumentMeta } from "../model.ts";
import { type Line, partOf } from "../normalize/line.ts";
import { type Mapped, slice } from "../normalize/mapped.ts";
import { sentenceEnds } from "../structure/sentences.ts";

/** Title, number, issuers and date as they stand in the text, often run together and into the first paragraph. */

export type Peeled = { readonly type: "front"; readonly text: Mapped } | { readonly type: "line"; readonly line: Line };

type Facts = Pick<DocumentMeta, "title" | "number" | "issuers" | "issued">;

/** 2021-12-22 as a document prints it. A month alone is a prefix of none. */
export function printedDate(issued: string): string {
  const [year, month, day] = issued.split("-").map(Number);
  return day === undefined ? `${year}年${month}月` : `${year}年${month}月${day}日`;
}

interface Items {
  /** Enough by themselves: no sentence begins with one by chance. */
  readonly anchors: readonly string[];
  readonly issuers: readonly string[];
}

function itemsOf(facts: Facts, extra: readonly string[]): Items {
  const anchors = [...extra, facts.title, printedDate(facts.issued), ...(facts.number === null ? [] : [facts.number])];
  const longestFirst = (a: string, b: string): number => b.length - a.length;
  return { anchors: anchors.sort(longestFirst), issuers: [...facts.issuers].sort(longestFirst) };
}

/** How many units at the head of `text` are front matter: issuers count only beside something surer, or alone. */
function frontLength(text: string, { anchors, issuers }: Items): number {
  let length = 0;
  let anchored = false;
  for (;;) {
    const rest = text.slice(length);
    const separator = /^[、，\s]/u.test(rest) && length > 0 ? 1 : 0;
    const anchor = anchors.find((item) => rest.startsWith(item));
    const issuer = issuers.find((item) => rest.startsWith(item, separator));
    if (anchor === undefined && issuer === undefined) break;
    anchored ||= anchor !== undefined;
    length += anchor?.length ?? (issuer?.length ?? 0) + separator;
  }
  return anchored || length === text.length ? length : 0;
}

function peelLine(l: Line, items: Items): Peeled[] {
  const starts = [0, ...sentenceEnds(l.text.text)].filter((start) => start < l.text.text.length);
  const peeled: Peeled[] = [];
  let from = 0;
  const keep = (to: number): void => {
    if (to > from) peeled.push({ type: "line", line: partOf(l, from, to) });
  };
  for (const start of starts) {
    const length = start < from ? 0 : frontLength(l.text.text.slice(start), items);
    if (length === 0) continue;
    keep(start);
    peeled.push({ type: "front", text: slice(l.text, start, start + length) });
    from = start + length;
  }
  keep(l.text.text.length);
  return peeled;
}

/** Tells the front matter from the text, at the beginnings of lines and sentences. */
export function peelFront(lines: readonly Line[], facts: Facts, extra: readonly string[]): Peeled[] {
  const items = itemsOf(facts, extra);
  return lines.flatMap((l) => peelLine(l, items));
}
