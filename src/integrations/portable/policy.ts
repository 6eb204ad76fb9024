import { createHash } from "node:crypto";
import type { Tag } from "./markup.ts";
import { escaped } from "./page.ts";
import type { Edit } from "./splice.ts";

/** The code and the styles that stand in a page itself. */
export interface Inlines {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** The text of an element after the edits, which take it as a whole or not at all. */
function textAfter({ words, attributes }: Tag, edits: readonly Edit[]): string {
  if (words === null || attributes.has("src")) return "";
  return edits.find(({ start, end }) => start <= words.start && end >= words.end)?.text ?? words.text;
}

/** What will stand in the page once it is edited. */
export function inlinesOf(page: readonly Tag[], edits: readonly Edit[]): Inlines {
  const texts = (name: string) => page.filter((tag) => tag.name === name).flatMap((tag) => textAfter(tag, edits) || []);
  return { scripts: texts("script"), styles: texts("style") };
}

function hashes(texts: readonly string[]): readonly string[] {
  const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return [...new Set(texts.map(hash))];
}

/** The folder on a host as a source; in a policy `;` and `,` part what stands around them. */
function source(host: string): string {
  const { origin, pathname } = new URL(host);
  return origin + pathname.replaceAll(";", "%3B").replaceAll(",", "%2C");
}

/**
 * The strictest policy under which a page works: nothing but files of the build, and the code that stands in it now.
 *
 * Over HTTP `'self'` is enough. Measured on `file://`: in Chromium 153 too, in folders beside and above the page's. In
 * Firefox 153 no policy keeps a page from loading files, only from other hosts and from code that comes into it; but
 * `'self'` refuses every form, even one that leads to the page itself. So forms, and nothing else, need `file:`, which
 * no page on a host can make use of.
 *
 * @param host where the addresses of the page lead, if they are whole
 */
export function policy({ scripts, styles }: Inlines, host?: string): string {
  const own = ["'self'", ...(host === undefined ? [] : [source(host)])];
  const directives: readonly (readonly string[])[] = [
    ["default-src", "'none'"],
    ["script-src", ...own, ...hashes(scripts)],
    ["style-src", ...own, ...hashes(styles)],
    // The colours of the documents are handed to the style sheets so.
    ["style-src-attr", "'unsafe-inline'"],
    ["img-src", ...own, "data:"],
    ["font-src", ...own],
    ["connect-src", "'none'"],
    ["form-action", ...own, "file:"],
    ["base-uri", "'none'"],
    ["object-src", "'none'"],
  ];
  return directives.map((directive) => directive.join(" ")).join("; ");
}

export function isCharset({ name, attributes }: Tag): boolean {
  return name === "meta" && attributes.has("charSet");
}

/** Puts a policy where it holds for all that follows it in a page. */
export function policyEdits(page: readonly Tag[], content: string): readonly Edit[] {
  const at = page.find(isCharset)?.end;
  if (at === undefined) return [];
  return [{ start: at, end: at, text: `<meta http-equiv="Content-Security-Policy" content="${escaped(content)}">` }];
}
