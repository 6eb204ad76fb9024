import { mapCss } from "./css.ts";
import type { Attribute, Tag } from "./markup.ts";
import type { Edit } from "./splice.ts";

/** Attributes that hold one address, by the names that hast has for them. */
export const ADDRESSES = ["href", "xLinkHref", "src", "poster", "action", "formAction", "cite", "data"];
/** Attributes that hold several, each with a width or a density. */
const SETS = ["srcSet", "imageSrcSet"];

const CANDIDATE = /(?<address>[^\s,]\S*[^\s,]|[^\s,])(?<size>\s+[^,]+)?/g;

function mapSet(set: string, map: (address: string) => string): string {
  return set.replace(CANDIDATE, (_whole, address: string, size: string | undefined) => map(address) + (size ?? ""));
}

function mapRefresh(content: string, map: (address: string) => string): string {
  return content.replace(/(?<=;\s*url=\s*['"]?)[^'"]+/i, map);
}

function mapValue(tag: Tag, name: string, value: string, map: (address: string) => string): string {
  if (name === "data" && tag.name !== "object") return value;
  if (ADDRESSES.includes(name)) return map(value);
  if (SETS.includes(name)) return mapSet(value, map);
  if (name === "style") return mapCss(value, map);
  const refreshes = tag.attributes.get("httpEquiv")?.value.toLowerCase() === "refresh";
  return name === "content" && refreshes ? mapRefresh(value, map) : value;
}

/** Text as it stands between double quotes. */
export const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** How a new value is written: the attribute's name as it stands in the source, the value in double quotes. */
function rewritten(html: string, { start, end }: Attribute, value: string): Edit {
  const [name = ""] = html.slice(start, end).split("=", 1);
  return { start, end, text: `${name.trimEnd()}="${escaped(value)}"` };
}

/** Takes away the blanks before it too. */
function removed(html: string, { start, end }: Attribute): Edit {
  return { start: html.slice(0, start).trimEnd().length, end, text: "" };
}

const AWAY = /^\s*(?:[a-z][\w+.-]*:|\/\/)/i;

/** `file://` has no CORS; another site may need it. */
function needsNoCors({ attributes }: Tag): boolean {
  return !AWAY.test((attributes.get("src") ?? attributes.get("href"))?.value ?? "");
}

/** Browsers fetch these with CORS, which `file://` has not. */
function isPreload({ name, attributes }: Tag): boolean {
  return name === "link" && /^(?:module)?preload$/i.test(attributes.get("rel")?.value ?? "");
}

export function isModule({ name, attributes }: Tag): boolean {
  return name === "script" && attributes.get("type")?.value.toLowerCase() === "module";
}

/** What the edits of a page need to know of the build around it. */
export interface Surroundings {
  /** The new form of an address that stands in the page. */
  readonly address: (written: string) => string;
  /** The address of the classic script made of a module script; null for a module of another site. */
  readonly script: (module: Tag) => string | null;
  /** What leads from the page to the root of the build. */
  readonly root: string;
}

/** A module script becomes a classic one that waits for the page as a module does, or goes if the page has it. */
function scriptEdits(html: string, tag: Tag, src: string, seen: Set<string>): readonly Edit[] {
  if (seen.has(src)) return [{ start: tag.start, end: tag.end, text: "" }];
  seen.add(src);
  const { attributes, words } = tag;
  const type = attributes.get("type");
  if (type === undefined) return [];
  const written = attributes.get("src");
  const when = attributes.has("async") ? "" : "defer";
  const text = [when, written === undefined ? `src="${escaped(src)}"` : ""].filter(Boolean).join(" ");
  const crossOrigin = attributes.get("crossOrigin");
  return [
    text === "" ? removed(html, type) : { start: type.start, end: type.end, text },
    ...(written === undefined ? [] : [rewritten(html, written, src)]),
    ...(crossOrigin === undefined ? [] : [removed(html, crossOrigin)]),
    ...(words === null ? [] : [{ start: words.start, end: words.end, text: "" }]),
  ];
}

function tagEdits(html: string, tag: Tag, address: (written: string) => string): readonly Edit[] {
  const edits = [...tag.attributes].flatMap(([name, attribute]) => {
    if (name === "crossOrigin") return needsNoCors(tag) ? [removed(html, attribute)] : [];
    const value = mapValue(tag, name, attribute.value, address);
    return value === attribute.value ? [] : [rewritten(html, attribute, value)];
  });
  if (tag.name !== "style" || tag.words === null) return edits;
  const { text, start, end } = tag.words;
  const css = mapCss(text, address);
  return css === text ? edits : [...edits, { start, end, text: css }];
}

/** Everything that has to change in a page so that it works wherever the build is put. */
export function pageEdits(
  html: string,
  page: readonly Tag[],
  { address, script, root }: Surroundings,
): readonly Edit[] {
  const seen = new Set<string>();
  return page.flatMap((tag): readonly Edit[] => {
    if (isPreload(tag)) return [{ start: tag.start, end: tag.end, text: "" }];
    const src = isModule(tag) ? script(tag) : null;
    if (src !== null) return scriptEdits(html, tag, src, seen);
    const edits = tagEdits(html, tag, address);
    if (tag.name !== "html") return edits;
    const at = tag.start + "<html".length;
    return [...edits, { start: at, end: at, text: ` data-root="${escaped(root)}"` }];
  });
}
