import type { Nodes, Paragraph, Parents, Root, Strong } from "mdast";
import { isTable, writtenCells } from "../markdown/table.ts";
import { concat, EMPTY, type Mapped, mapped, slice } from "../normalize/mapped.ts";

/** A heading, a paragraph, a cell of a table or a container's title, whose units know where they stand in the Markdown. */
export interface Passage {
  readonly kind: "heading" | "paragraph" | "cell" | "title";
  /** Of a heading, 1 to 6. */
  readonly depth: number | null;
  readonly text: Mapped;
  /** Inline nodes whose meaning a document does not keep, and bold that opens no paragraph. */
  readonly marked: readonly Nodes[];
}

const LEAVES = new Set<Nodes["type"]>(["text", "inlineCode", "html", "textDirective"]);

/** The value of a text node beside its source: an escape or an entity takes more units there than in the text. */
export function alongSource(value: string, source: string, start: number, end: number): Mapped {
  if (end - start === value.length) return mapped(value, start);
  const at: number[] = [];
  let i = start;
  for (const unit of value.split("")) {
    const here = source.charAt(i);
    if (here === "\\" && source.charAt(i + 1) === unit) i++;
    else if (here !== unit || here === "&") {
      const entity = /^&(?:#\d+|#x[\da-f]+|[a-z][\da-z]*);/iu.exec(source.slice(i, Math.min(end, i + 40)))?.[0];
      if (entity) {
        at.push(i);
        i += entity.length;
        continue;
      }
      while (i < end && source.charAt(i) !== unit) i++;
    }
    at.push(i);
    i++;
  }
  return { text: value, at };
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;

class Reader {
  readonly passages: Passage[] = [];
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  private leaf(node: Nodes): Mapped {
    const [start, end] = [startOf(node), endOf(node)];
    if (node.type === "textDirective" || node.type === "html") return mapped(this.source.slice(start, end), start);
    return "value" in node ? alongSource(node.value, this.source, start, end) : EMPTY;
  }

  /** What stands in a block, and the nodes in it that are more than text. */
  private inline(node: Nodes, marked: Nodes[], isFirst: boolean): Mapped {
    if (LEAVES.has(node.type)) {
      if (node.type !== "text" && node.type !== "textDirective") marked.push(node);
      return this.leaf(node);
    }
    if (node.type !== "strong" || !isFirst) marked.push(node);
    return "children" in node ? concat(node.children.map((child) => this.inline(child, marked, true))) : EMPTY;
  }

  private block(node: Extract<Nodes, { type: "heading" | "paragraph" }>): void {
    const marked: Nodes[] = [];
    const parts = node.children.map((child, i) => {
      const part = this.inline(child, marked, i === 0 && node.type === "paragraph");
      // The blank behind bold is Markdown's.
      const isBehindTitle = i === 1 && (node.children[0] as Nodes as Strong).type === "strong";
      return isBehindTitle ? slice(part, part.text.length - part.text.trimStart().length) : part;
    });
    const depth = node.type === "heading" ? node.depth : null;
    this.passages.push({ kind: node.type, depth, text: concat(parts), marked });
  }

  /** A table's bars and rule are no text. */
  private table(node: Paragraph): void {
    const from = startOf(node);
    for (const { text, start, end } of writtenCells(this.source.slice(from, endOf(node)))) {
      const along = alongSource(text, this.source, from + start, from + end);
      this.passages.push({ kind: "cell", depth: null, text: along, marked: [] });
    }
  }

  walk(node: Parents): void {
    for (const child of node.children) {
      if (child.type === "paragraph" && isTable(this.source.slice(startOf(child), endOf(child)))) this.table(child);
      else if (child.type === "heading" || child.type === "paragraph") this.block(child);
      else if ("children" in child) {
        const title = child.type === "containerDirective" ? child.attributes?.["title"] : null;
        if (title) {
          const at = this.source.indexOf(title, startOf(child));
          const text = mapped(title, at < 0 ? startOf(child) : at);
          this.passages.push({ kind: "title", depth: null, text, marked: [] });
        }
        this.walk(child as Parents);
      }
    }
  }
}

/** All that is text in a Markdown document, in its order. */
export function passagesOf(root: Root, source: string): Passage[] {
  const reader = new Reader(source);
  reader.walk(root);
  return reader.passages;
}
