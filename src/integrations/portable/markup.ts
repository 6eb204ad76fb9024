import type { Element, Root, RootContent, Text } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";

const parser = unified().use(rehypeParse, { verbose: true });

/** The words of an element that nothing but text stands in, with their place in the source. */
export interface Words {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** An attribute as its element means it, and the place of `name="value"` in the source. */
export interface Attribute {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** An element that stands in the source, and where. */
export interface Tag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly words: Words | null;
  /** By the names that hast has for attributes: `srcSet`, `crossOrigin`, `xLinkHref`. */
  readonly attributes: ReadonlyMap<string, Attribute>;
}

function offsets(place: Element["position"]): [number, number] | null {
  const [start, end] = [place?.start.offset, place?.end.offset];
  return start === undefined || end === undefined ? null : [start, end];
}

function words(element: Element): Words | null {
  const only = element.children.filter((child): child is Text => child.type === "text")[0];
  const place = offsets(only?.position);
  return only === undefined || place === null ? null : { text: only.value, start: place[0], end: place[1] };
}

function attributes(element: Element): ReadonlyMap<string, Attribute> {
  const places = element.data?.position?.properties ?? {};
  return new Map(
    Object.entries(places).flatMap(([name, position]) => {
      const place = offsets(position);
      const value = element.properties[name];
      if (place === null || value === undefined || value === null) return [];
      const text = Array.isArray(value) ? value.join(", ") : value === true ? "" : String(value);
      return [[name, { value: text, start: place[0], end: place[1] }] as const];
    }),
  );
}

function* elements(node: Root | RootContent): Generator<Element> {
  if (node.type === "element") yield node;
  if ("children" in node) for (const child of node.children) yield* elements(child);
  if (node.type === "element" && node.content !== undefined) yield* elements(node.content);
}

/** Every element of a page, templates included, in the order of the source. */
export function tags(html: string): readonly Tag[] {
  return [...elements(parser.parse(html))].flatMap((element) => {
    const place = offsets(element.position);
    if (place === null) return [];
    const [start, end] = place;
    return [{ name: element.tagName, start, end, words: words(element), attributes: attributes(element) }];
  });
}
