import type { Element, Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";

/**
 * Edits of a built page, spliced into its text so that nothing else of it changes: not a blank, not an entity.
 */

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Names of properties in hast and of attributes in HTML. */
const URL_ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ["href", "href"],
  ["src", "src"],
  ["poster", "poster"],
  ["action", "action"],
  ["srcSet", "srcset"],
]);

export interface Page {
  readonly tree: Root;
  readonly text: string;
}

export function readPage(text: string): Page {
  return { text, tree: unified().use(rehypeParse, { verbose: true }).parse(text) };
}

export function elements({ tree }: Page): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (node) => void found.push(node));
  return found;
}

const escapeAttribute = (value: string): string => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

interface Positions {
  readonly position?: {
    readonly properties?: Record<string, { start: { offset?: number }; end: { offset?: number } }>;
  };
}

/** An edit that gives an attribute another value. */
function setAttribute(node: Element, property: string, attribute: string, value: string): Edit {
  const at = (node.data as Positions | undefined)?.position?.properties?.[property];
  if (at?.start.offset === undefined || at.end.offset === undefined)
    throw new Error(`<${node.tagName}> has no ${attribute} in the page's text`);
  return { start: at.start.offset, end: at.end.offset, text: `${attribute}="${escapeAttribute(value)}"` };
}

/** An edit that replaces a whole element. */
export function replaceElement(node: Element, text: string): Edit {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0, text };
}

/** What stands in a `srcset`: URLs, each with its descriptor. */
function mapSrcset(value: string, map: (url: string) => string): string {
  return value
    .split(",")
    .map((part) => part.trim().replace(/^\S+/u, map))
    .join(", ");
}

/** Every URL of an element, in `href`, `src`, `srcset`, `poster` and `action`, replaced by what `map` makes of it. */
export function mapUrls(node: Element, map: (url: string) => string): Edit[] {
  return [...URL_ATTRIBUTES].flatMap(([property, attribute]): Edit[] => {
    const value = node.properties[property];
    if (value === undefined || value === null || value === false) return [];
    const before = Array.isArray(value) ? value.join(", ") : String(value);
    const after = property === "srcSet" ? mapSrcset(before, map) : map(before);
    return after === before ? [] : [setAttribute(node, property, attribute, after)];
  });
}

/** `style="…"` and the text of `<style>`, replaced by what `map` makes of them. */
export function mapStyles(node: Element, map: (css: string) => string): Edit[] {
  const { style } = node.properties;
  const own =
    typeof style === "string" && map(style) !== style ? [setAttribute(node, "style", "style", map(style))] : [];
  const [sheet] = node.tagName === "style" ? node.children : [];
  if (sheet?.type !== "text" || sheet.position?.start.offset === undefined || sheet.position.end.offset === undefined)
    return own;
  const mapped = map(sheet.value);
  return mapped === sheet.value
    ? own
    : [...own, { start: sheet.position.start.offset, end: sheet.position.end.offset, text: mapped }];
}

/** The text with all edits made. They may not overlap. */
export function splice(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  let from = 0;
  const parts = sorted.map((edit) => {
    if (edit.start < from) throw new Error(`two edits of the page overlap at ${edit.start}`);
    const before = text.slice(from, edit.start);
    from = edit.end;
    return before + edit.text;
  });
  return parts.join("") + text.slice(from);
}
