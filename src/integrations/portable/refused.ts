import type { Tag } from "./markup.ts";
import { ADDRESSES } from "./page.ts";
import { isCharset } from "./policy.ts";

const LONGEST = 60;

/** As a browser reads it: whatever blanks stand in it, and in whatever case. */
function isScript(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === "javascript:";
}

function withScript(html: string, { name: tag, attributes }: Tag): readonly string[] {
  return [...attributes]
    .filter(([name, { value }]) => /^on[a-z]/i.test(name) || (ADDRESSES.includes(name) && isScript(value)))
    .map(([, { start, end }]) => {
      const written = html.slice(start, end).replace(/\s+/g, " ");
      return `<${tag} ${written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written}>`;
    });
}

/**
 * What would silently fail under the policy of a page: script in attributes, which cannot be allowed without allowing
 * whatever comes. A page that says no charset has no place for its policy.
 */
export function refusedIn(html: string, page: readonly Tag[]): readonly string[] {
  const placeless = page.some(isCharset) ? [] : ["<head> without <meta charset>"];
  return [...placeless, ...page.flatMap((tag) => withScript(html, tag))];
}
