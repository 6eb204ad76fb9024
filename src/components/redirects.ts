import { getEntry } from "astro:content";
import { type Former, formerOf, type Redirect } from "../text/redirects/redirect.ts";
import { comparisons } from "./comparisons.ts";
import { corpus, type Member, sourceOf } from "./corpus.ts";
import { comparisonHref, documentHref, sourceHref } from "./href.ts";

/** Every address that has changed, in the order of the editor's table. */
export async function allRedirects(): Promise<readonly Redirect[]> {
  return (await getEntry("redirects", "redirects"))?.data.redirects ?? [];
}

let gathered: Promise<Former> | null = null;

/** What things were called before. Every clause of every page asks, so a build gathers once. */
export async function formerNames(): Promise<Former> {
  if (import.meta.env.DEV) return allRedirects().then(formerOf);
  gathered ??= allRedirects().then(formerOf);
  return gathered;
}

/** A page of a document that is called by another name now. */
export interface Moved {
  /** Where it was, from the root of the site. */
  readonly path: string;
  readonly href: string;
  readonly name: string;
  readonly why: string | null;
}

async function pagesOf({ from, to, why }: Redirect, members: readonly Member[]): Promise<readonly Moved[]> {
  const member = members.find(({ document }) => document.meta.id === to.document);
  if (from.eId !== null || member === undefined) return [];
  const { id, shortTitle } = member.document.meta;
  const compared = (await comparisons()).flatMap((comparison): Moved[] => {
    const [a, b] = [comparison.from.document.meta, comparison.to.document.meta];
    if (a.id !== id && b.id !== id) return [];
    const old = [a.id === id ? from.document : a.id, b.id === id ? from.document : b.id];
    const name = `${a.shortTitle}与${b.shortTitle}的对照`;
    return [{ path: `compare/${old.join("/")}`, href: comparisonHref(a.id, b.id), name, why }];
  });
  const source = (await sourceOf(id)) === null ? [] : [{ path: "source", href: sourceHref(id), name: "原始抓取" }];
  return [
    { path: `documents/${from.document}`, href: documentHref(id), name: shortTitle, why },
    ...source.map(({ path, href, name }) => ({
      path: `documents/${from.document}/${path}`,
      href,
      name: `${shortTitle}的${name}`,
      why,
    })),
    ...compared,
  ];
}

/** One static path per page of a document under a name that it had. */
export async function movedPaths() {
  const members = await corpus();
  const pages = await Promise.all((await allRedirects()).map((redirect) => pagesOf(redirect, members)));
  return pages.flat().map((moved) => ({ params: { moved: moved.path }, props: { moved } }));
}
