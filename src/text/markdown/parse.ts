import type { List, Nodes, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { DocumentMeta, PolicyDocument, ProvisionKind } from "../model.ts";
import { line } from "../normalize/line.ts";
import { mapped } from "../normalize/mapped.ts";
import { readYaml } from "../problems/yaml.ts";
import { type Draft, draft } from "../structure/draft.ts";
import { finish } from "../structure/finish.ts";
import { dashLength, numberValue, readMarker } from "../structure/marker.ts";
import { titleSpan } from "../structure/segment.ts";
import { structure } from "../structure/structure.ts";
import { runInTitle } from "../structure/title.ts";
import { BOX, CONTAINERS, type Container, HEADING_KINDS, markdown, paragraphRank, UNNUMBERED } from "./format.ts";
import { metaSchema } from "./front-matter.ts";
import { Guesses } from "./guesses.ts";
import { NESTED, numberedParagraphs, paragraphsIn, unwrapLines } from "./lines.ts";
import { nameOf } from "./names.ts";
import { isComment, isIndented, pastedLines } from "./pasted.ts";
import { type Open, rankAmong } from "./rank.ts";
import { isTable, readTable } from "./table.ts";
import { titled } from "./titled.ts";

/** A fault in a Markdown document: its offset in code units, and what to do. */
export interface MarkdownFault {
  readonly offset: number;
  readonly rule: string;
  readonly message: string;
}

class Reader {
  readonly faults: MarkdownFault[] = [];
  private readonly source: string;
  private readonly root = draft("preamble");
  private stack: Open[] = [{ draft: this.root, rank: 0 }];
  private readonly top: Draft[] = [];
  private readonly guesses = new Guesses();
  private containers = 0;

  constructor(source: string) {
    this.source = source;
  }

  private get current(): Draft {
    return (this.stack.at(-1) as Open).draft;
  }

  private open(made: Draft, rank: number): void {
    while (this.stack.length > 1 && (this.stack.at(-1) as Open).rank >= rank) this.stack.pop();
    if (this.stack.length === 1) this.top.push(made);
    else this.current.content.push(made);
    this.stack.push({ draft: made, rank });
  }

  private fault(node: Nodes, rule: string, message: string): void {
    this.faults.push({ offset: node.position?.start.offset ?? 0, rule, message });
  }

  /** `:name` inside a text is no directive of ours: it is what stands in the source. */
  private text(nodes: readonly PhrasingContent[]): string {
    const parts = nodes.map((n) =>
      n.type === "textDirective" ? this.source.slice(n.position?.start.offset, n.position?.end.offset) : textOf(n),
    );
    return unwrapLines(parts.join(""));
  }

  private addText(text: string): void {
    const trimmed = text.trim();
    if (trimmed !== "") this.current.content.push(line(mapped(trimmed)));
  }

  private sourceOf(node: Nodes): string {
    return this.source.slice(node.position?.start.offset, node.position?.end.offset);
  }

  private paragraph(node: Paragraph): void {
    if (isTable(this.sourceOf(node))) this.table(node);
    else for (const nodes of paragraphsIn(node.children, (some) => this.text(some))) this.oneParagraph(nodes);
  }

  private oneParagraph(nodes: readonly PhrasingContent[]): void {
    const [first, ...rest] = nodes;
    if (first?.type === "strong") {
      const made = titled("lead", this.text(first.children));
      this.open(made, made.num === null ? UNNUMBERED : this.rankOf(made.kind));
      this.addText(this.text(rest));
    } else this.plain(this.text(nodes).trim());
  }

  /** A paragraph without markup says by its first signs what it is, as a line of a seed does. */
  private plain(text: string): void {
    const bullet = dashLength(text);
    if (readMarker(text)) this.numbered(text);
    else if (bullet === 0) this.addText(text);
    else {
      const { length, stop } = runInTitle(text.slice(bullet)) ?? { length: 0, stop: 0 };
      const end = bullet + length + stop;
      this.open({ ...titled("dash", text.slice(bullet, end)), kind: "dash" }, UNNUMBERED);
      this.addText(text.slice(end));
    }
  }

  private numbered(text: string): void {
    const end = titleSpan(line(mapped(text)))?.stop ?? 0;
    const made = titled(null, text.slice(0, end));
    this.open(made, this.rankOf(made.kind));
    const around = this.stack.slice(1, -1);
    const isInParagraph = around.some(({ rank }) => rank >= paragraphRank("part"));
    this.guesses.add(made, HEADING_KINDS.has(made.kind) && !isInParagraph && this.containers === 0);
    this.addText(text.slice(end));
  }

  private rankOf(kind: ProvisionKind): number {
    return rankAmong(this.stack, kind);
  }

  private table(node: Paragraph): void {
    const { rows, fault } = readTable(this.sourceOf(node));
    if (rows === null) this.fault(node, "markdown-table", fault);
    for (const row of rows ?? []) {
      this.open(draft("dash"), UNNUMBERED);
      this.addText(row);
    }
    if (this.current.kind === "dash") this.stack.pop();
  }

  private list(node: List): void {
    if (node.ordered) {
      const { paragraphs, others } = numberedParagraphs(node, this.source);
      for (const child of others) this.fault(child, "markdown-list", NESTED);
      for (const child of paragraphs) this.paragraph(child);
      return;
    }
    for (const item of node.children) {
      const [first] = item.children;
      const strong = first?.type === "paragraph" && first.children[0]?.type === "strong" ? first.children[0] : null;
      const title = strong ? titled("dash", this.text(strong.children)) : draft("dash");
      this.open({ ...title, kind: "dash" }, UNNUMBERED);
      item.children.forEach((child, i) => {
        const fault = `列表的一项里有${nameOf(child)}：每一项只写一段文字`;
        if (child.type !== "paragraph") this.fault(child, "markdown-list", fault);
        else this.addText(this.text(i === 0 && strong ? child.children.slice(1) : child.children));
      });
    }
  }

  private container(name: Container, node: Extract<RootContent, { type: "containerDirective" }>): void {
    const attributes = node.attributes ?? {};
    const before = this.stack;
    if (name === "preface") {
      const letter = draft("preface");
      this.top.push(letter);
      this.stack = [before[0] as Open, { draft: letter, rank: 1 }];
    } else if (name === "box") this.open(titled("box", attributes["title"] ?? ""), BOX);
    else this.openBetween(name, attributes);
    // What stands inside belongs to the container; what follows, to the provision around it.
    const inside = this.current;
    const around = this.stack.slice(0, -1);
    this.stack = [this.stack[0] as Open, { draft: inside, rank: 1 }];
    this.containers += 1;
    for (const child of node.children) this.block(child);
    this.containers -= 1;
    this.stack = name === "preface" ? before : around;
  }

  /** A gap or a closing paragraph stands behind the last provision of `level`, among its siblings. */
  private openBetween(name: "gap" | "wrap", attributes: Record<string, string | null | undefined>): void {
    const at = this.stack.findLastIndex((open) => open.draft.kind === attributes["level"]);
    const rank = at > 0 ? (this.stack[at] as Open).rank : (this.stack.at(-1) as Open).rank + 1;
    const num = attributes["num"] ?? null;
    const numeral =
      num
        ?.split("至")
        .at(-1)
        ?.replace(/[^\p{Script=Han}\d①-⑳]|[专專栏欄第编章节条]/gu, "") ?? "";
    const value = numeral === "" ? null : numberValue(numeral);
    this.open(draft(name, { num, value, note: name === "gap" ? (attributes["missing"] ?? "") : null }), rank);
  }

  block(node: RootContent): void {
    if (node.type === "heading") {
      const made = titled("head", this.text(node.children));
      const beside = this.stack.findLast(({ draft: other }) => other.kind === made.kind && this.guesses.has(other));
      this.open(made, beside?.rank ?? node.depth);
    } else if (node.type === "paragraph") this.paragraph(node);
    else if (node.type === "list") this.list(node);
    else if (node.type === "containerDirective" && CONTAINERS.some((c) => c === node.name))
      this.container(node.name as Container, node);
    else if (node.type === "code" && isIndented(node, this.source))
      for (const text of node.value.split("\n")) this.plain(text.trim());
    else if (node.type !== "yaml" && !isComment(node))
      this.fault(
        node,
        "markdown-block",
        `${nameOf(node)}不能用在文件里：只用段落、标题、列表和 :::box、:::gap、:::wrap、:::preface`,
      );
  }

  drafts(): Draft[] {
    const letter = this.top.filter((d) => d.kind === "preface");
    const body = this.top.filter((d) => d.kind !== "preface");
    return this.guesses.settle([...letter, ...(this.root.content.length > 0 ? [this.root] : []), ...body]);
  }
}

type MetaOutcome =
  | { readonly meta: DocumentMeta; readonly faults: readonly [] }
  | { readonly meta: null; readonly faults: readonly MarkdownFault[] };

function readMeta(root: Root, source: string): MetaOutcome {
  const [first] = root.children;
  const missing =
    "开头没有文件信息：以一行 --- 开头，写 id、title、shortTitle、issuers、issued、horizon、level、script、source，再以一行 --- 结束";
  if (first?.type !== "yaml") return { meta: null, faults: [{ offset: 0, rule: "front-matter", message: missing }] };
  const { value, faults } = readYaml(first.value, metaSchema, "front-matter");
  const start = source.indexOf("\n", first.position?.start.offset ?? 0) + 1;
  if (value === null)
    return { meta: null, faults: faults.map((fault) => ({ ...fault, offset: fault.offset + start })) };
  return { meta: value, faults: [] };
}

export type Parsed =
  | { readonly document: PolicyDocument; readonly faults: readonly [] }
  | { readonly document: null; readonly faults: readonly MarkdownFault[] };

/** Reads a document that an editor or `serialize` wrote: the inverse of `serialize`. */
export function parseDocument(source: string): Parsed {
  const root = markdown.parse(source);
  const { meta, faults } = readMeta(root, source);
  const pasted = meta === null ? null : pastedLines(root, source);
  if (meta !== null && pasted !== null) {
    const pieces = pasted.map((one) => ({ type: "line" as const, line: one }));
    return { document: { meta, provisions: structure(pieces, meta).provisions }, faults: [] };
  }
  const reader = new Reader(source);
  for (const node of root.children) reader.block(node);
  const all = [...faults, ...reader.faults];
  if (meta === null || all.length > 0) return { document: null, faults: all };
  return { document: { meta, provisions: finish(reader.drafts(), meta).provisions }, faults: [] };
}
