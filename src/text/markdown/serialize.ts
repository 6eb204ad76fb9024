import type {
  BlockContent,
  DefinitionContent,
  Heading,
  List,
  ListItem,
  Paragraph as Mdast,
  Root,
  RootContent,
} from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { stringify } from "yaml";
import type { DocumentMeta, Paragraph, PolicyDocument, Provision, ProvisionKind } from "../model.ts";
import { line } from "../normalize/line.ts";
import { mapped } from "../normalize/mapped.ts";
import { readMarker } from "../structure/marker.ts";
import { titleSpan } from "../structure/segment.ts";
import { type Container, HEADING_KINDS, markdown } from "./format.ts";

type Block = BlockContent | DefinitionContent;

const FIRST_DEPTH = 2;

const plain = (p: Paragraph): string => p.clauses.map((c) => c.original).join("");
const paragraph = (value: string): Mdast => ({ type: "paragraph", children: [{ type: "text", value }] });

/** 专栏1 and 第一条 stand apart from their title; 一、 does not. */
const apart = (kind: ProvisionKind): string =>
  kind === "box" || kind === "article" || kind === "chapter" || kind === "part" || kind === "division" ? " " : "";

function titleOf({ kind, num, heading, stop }: Provision): string {
  const gap = num !== null && heading !== null ? apart(kind) : "";
  return `${num ?? ""}${gap}${heading ?? ""}${stop}`;
}

/** Titles stand in attributes: in a directive's label Markdown's own signs would not be escaped. */
function container(name: Container, attributes: Record<string, string>, children: Block[]): ContainerDirective {
  return { type: "containerDirective", name, attributes, children };
}

/** A number and the text behind it, as whoever reads them without markup would: no title, or one that is none. */
function readsAsWritten(p: Provision, num: string, joined: string): boolean {
  const marker = readMarker(joined);
  const span = titleSpan(line(mapped(joined)));
  const isCondition = p.kind === "subsection" && p.paragraphs.length > 1;
  if (marker?.num !== num.replace(/\s/g, "") || span === null || isCondition) return false;
  const isDemoted = span.stop > span.title && span.stop === joined.length && p.paragraphs.length === 1;
  return span.stop === span.num || (isDemoted && p.children.length === 0);
}

function boldNumber(num: string, text: string): Mdast {
  const strong = { type: "strong" as const, children: [{ type: "text" as const, value: num }] };
  return { type: "paragraph", children: text === "" ? [strong] : [strong, { type: "text", value: ` ${text}` }] };
}

/** A numbered or titled paragraph, and what follows it. The blank behind bold is Markdown's, not the text's. */
function runIn(p: Provision): Mdast[] {
  const [first, ...rest] = p.paragraphs.map(plain);
  const title = titleOf(p);
  if (p.heading === null) {
    const joined = `${title}${first === undefined ? "" : apart(p.kind)}${first ?? ""}`;
    if (p.num !== null && !readsAsWritten(p, p.num, joined))
      return [boldNumber(p.num, first ?? ""), ...rest.map(paragraph)];
    return [...(joined === "" ? [] : [paragraph(joined)]), ...rest.map(paragraph)];
  }
  const text = first === undefined ? [] : [{ type: "text" as const, value: ` ${first}` }];
  const head: Mdast = {
    type: "paragraph",
    children: [{ type: "strong", children: [{ type: "text", value: title }] }, ...text],
  };
  return [head, ...rest.map(paragraph)];
}

/** The kind behind which a container stands: its last sibling's that is no container itself; none for a first child. */
function levelAmong(siblings: readonly Provision[], at: number): { level?: ProvisionKind } {
  const before = siblings.slice(0, at).findLast((p) => p.kind !== "gap" && p.kind !== "wrap");
  return before ? { level: before.kind } : {};
}

/** The depth that a heading would have here; null inside a numbered paragraph, where there are none. */
type Depth = number | null;

function blocksOf(p: Provision, depth: Depth, level: { level?: ProvisionKind }): Block[] {
  const below = (d: Depth): Block[] => childBlocks(p.children, d);
  const texts = (): Block[] => p.paragraphs.map((x) => paragraph(plain(x)));
  if (p.kind === "preamble") return [...texts(), ...below(depth)];
  if (p.kind === "preface") return [container("preface", {}, [...texts(), ...below(depth)])];
  if (p.kind === "box") return [container("box", { title: titleOf(p) }, [...texts(), ...below(depth)])];
  if (p.kind === "wrap") return [container("wrap", { ...level }, [...texts(), ...below(depth)])];
  if (p.kind === "gap") {
    const attributes = { missing: p.note ?? "", ...level, ...(p.num === null ? {} : { num: p.num }) };
    return [container("gap", attributes, [...texts(), ...below(depth)])];
  }
  if (depth === null || !HEADING_KINDS.has(p.kind)) return [...runIn(p), ...below(null)];
  const heading: Heading = {
    type: "heading",
    depth: Math.min(depth, 6) as Heading["depth"],
    children: [{ type: "text", value: titleOf(p) }],
  };
  return [heading, ...texts(), ...below(depth + 1)];
}

function childBlocks(children: readonly Provision[], depth: Depth): Block[] {
  const blocks: Block[] = [];
  children.forEach((child, i) => {
    const made = blocksOf(child, depth, levelAmong(children, i));
    const item: ListItem = { type: "listItem", spread: false, children: made };
    const last = blocks.at(-1);
    if (child.kind !== "dash") blocks.push(...made);
    else if (last?.type === "list" && children[i - 1]?.kind === "dash") last.children.push(item);
    else blocks.push({ type: "list", ordered: false, spread: false, children: [item] } satisfies List);
  });
  return blocks;
}

/** A document without any markup would be taken for pasted text, whose titles are guessed: bold numbers say it is none. */
function markedUp(blocks: readonly Block[]): Block[] {
  const isPlain = blocks.every((b) => b.type === "paragraph" && b.children.every(({ type }) => type === "text"));
  if (!isPlain) return [...blocks];
  return blocks.map((b): Block => {
    const text = b.type === "paragraph" && b.children[0]?.type === "text" ? b.children[0].value : "";
    const marker = readMarker(text);
    return marker ? boldNumber(marker.num, text.slice(marker.length)) : b;
  });
}

function frontMatter(meta: DocumentMeta): string {
  const { follows, supplied, readings, accepted, ...rest } = meta;
  const lists = Object.entries({ follows, supplied, readings, accepted });
  const optional = Object.fromEntries(lists.filter(([, list]) => list.length > 0));
  return stringify({ ...rest, ...optional }, { lineWidth: 0 }).trimEnd();
}

/** Writes a document as Markdown. `note`, if given, is a comment at its top for whoever opens the file. */
export function serialize(document: PolicyDocument, note?: string): string {
  const yaml = `${note === undefined ? "" : `# ${note}\n`}${frontMatter(document.meta)}`;
  const children: RootContent[] = [
    { type: "yaml", value: yaml },
    ...markedUp(childBlocks(document.provisions, FIRST_DEPTH)),
  ];
  const root: Root = { type: "root", children };
  return markdown.stringify(root);
}
