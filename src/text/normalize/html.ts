import type { Element, Nodes, Text } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { Span } from "../model.ts";
import { type Line, line, type Reading } from "./line.ts";
import { concat, type Mapped, trim } from "./mapped.ts";

const BLOCKS = new Set(
  "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td th thead tr ul".split(
    " ",
  ),
);
/** Elements whose content is no text of the page: an editor must say what becomes of them. */
const FOREIGN = new Set(["script", "style", "iframe", "object", "template", "noscript"]);

/** What a page says of itself, not to its reader. */
const METADATA = new Set(["head", "title", "meta", "link", "base"]);

/** A scrape with a front matter of its own, as static site generators write. */
const FRONT_MATTER = /^\s*---\r?\n[\s\S]*?\n---[ \t]*(?=\r?\n)/;

export interface HtmlReading extends Reading {
  /** Elements that an editor's recipe drops, by name. */
  readonly dropped: readonly (Span & { readonly element: string })[];
  /** Scripts and the like that no recipe speaks of. */
  readonly foreign: readonly (Span & { readonly element: string })[];
}

/** Units of a text node with their offsets: an entity such as &nbsp; is one unit that stands where it begins. */
function textOf(node: Text, raw: string, base: number): Mapped {
  const start = base + (node.position?.start.offset ?? 0);
  const end = base + (node.position?.end.offset ?? 0);
  const at: number[] = [];
  let from = start;
  for (const unit of node.value) {
    for (let k = 0; k < unit.length; k++) at.push(raw.startsWith(unit, from) ? from + k : from);
    if (raw.startsWith(unit, from)) from += unit.length;
    else
      from = raw[from] === "&" ? raw.indexOf(";", from) + 1 || end : from + 1 + (raw.startsWith("\r\n", from) ? 1 : 0);
  }
  return { text: node.value, at };
}

class Collector {
  readonly lines: Line[] = [];
  readonly dropped: (Span & { element: string })[] = [];
  readonly foreign: (Span & { element: string })[] = [];
  private parts: { text: Mapped; bold: boolean }[] = [];
  private readonly raw: string;
  private readonly base: number;
  private readonly drop: ReadonlySet<string>;

  constructor(raw: string, base: number, drop: ReadonlySet<string>) {
    this.raw = raw;
    this.base = base;
    this.drop = drop;
  }

  /** Ends the line that is being gathered. */
  flush(): void {
    const whole = concat(this.parts.map((p) => p.text));
    const text = trim(whole);
    const lead = whole.text.length - whole.text.trimStart().length;
    const firstPlain = this.parts.findIndex((p) => !p.bold && p.text.text.trim() !== "");
    const boldParts = firstPlain < 0 ? this.parts : this.parts.slice(0, firstPlain);
    const bold = boldParts.reduce((sum, p) => sum + p.text.text.length, -lead);
    const isBold = boldParts.some((p) => p.bold);
    if (text.text !== "") this.lines.push(line(text, isBold ? Math.min(Math.max(bold, 0), text.text.length) : 0));
    this.parts = [];
  }

  visit(node: Nodes, bold: boolean): void {
    if (node.type === "text") this.parts.push({ text: textOf(node, this.raw, this.base), bold });
    else if (node.type === "element") this.element(node, bold);
    else if (node.type === "root") for (const child of node.children) this.visit(child, bold);
  }

  private element(node: Element, bold: boolean): void {
    const name = node.tagName;
    if (METADATA.has(name)) return;
    if (this.drop.has(name) || FOREIGN.has(name)) {
      const start = this.base + (node.position?.start.offset ?? 0);
      const end = this.base + (node.position?.end.offset ?? 0);
      (this.drop.has(name) ? this.dropped : this.foreign).push({ start, end, element: name });
      return;
    }
    const block = BLOCKS.has(name);
    if (block) this.flush();
    for (const child of node.children) this.visit(child, bold || name === "strong" || name === "b");
    if (block) this.flush();
  }
}

/** The spans of `[0, length)` that hold none of the offsets in `taken`. */
function complement(length: number, taken: readonly number[]): Span[] {
  const covered = new Uint8Array(length);
  for (const offset of taken) covered[offset] = 1;
  const spans: Span[] = [];
  for (let i = 0; i < length; i++) {
    if (covered[i]) continue;
    const start = i;
    while (i < length && !covered[i]) i++;
    spans.push({ start, end: i });
  }
  return spans;
}

/** HTML, with or without front matter: block elements make lines, all that is not text is markup. */
export function readHtml(raw: string, drop: ReadonlySet<string> = new Set()): HtmlReading {
  const base = FRONT_MATTER.exec(raw)?.[0].length ?? 0;
  const collector = new Collector(raw, base, drop);
  collector.visit(unified().use(rehypeParse, { fragment: true }).parse(raw.slice(base)), false);
  collector.flush();
  const { lines, dropped, foreign } = collector;
  const taken = lines.flatMap((l) => l.text.at);
  return { lines, markup: complement(raw.length, taken), repeats: [], dropped, foreign };
}
