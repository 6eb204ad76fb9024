import type { Member } from "./corpus.ts";
import { documentHref, href, sourceHref } from "./href.ts";
import type { LedgerEntry } from "./ledgers.ts";
import { percent } from "./words.ts";

/** A way into the site. */
export interface Start {
  readonly title: string;
  readonly why: string;
  readonly href: string;
}

/** Where a first reader may begin: the newest document, the province beside the state, the worst of the scrapes. */
export function starts(members: readonly Member[], ledgers: readonly LedgerEntry[]): readonly Start[] {
  const newest = members.at(-1);
  const provincial = members.find(({ document }) => document.meta.level !== "national");
  const worst = ledgers.toSorted((a, b) => b.duplicate - a.duplicate)[0];
  const found: Start[] = [];
  if (newest !== undefined) {
    const { id, title } = newest.document.meta;
    found.push({ title: `读最新的一份：${title}`, why: "目录随读随动，每句可单独引用。", href: documentHref(id) });
  }
  if (provincial !== undefined) {
    const { id, title } = provincial.document.meta;
    found.push({ title: `看地方怎样接：${title}`, why: "每一条都写明由哪些部门负责。", href: documentHref(id) });
  }
  if (worst !== undefined) {
    const { id, shortTitle } = worst.member.document.meta;
    const why = `抓来的文字有 ${percent(worst.duplicate)} 是重复，怎样拼回正文，一图看清。`;
    found.push({ title: `看乱文怎样复原：${shortTitle}`, why, href: sourceHref(id) });
  }
  found.push({ title: "凭什么可信", why: "五步处理、每份文件的账目、已知的缺口。", href: href("/about/") });
  return found;
}
