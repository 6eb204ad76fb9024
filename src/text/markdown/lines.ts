import type { List, Paragraph, PhrasingContent, RootContent } from "mdast";
import { dashLength, readMarker } from "../structure/marker.ts";
import { standaloneTitle } from "../structure/title.ts";

/** Lines that an editor wrapped are one: a break between Latin words is a blank, any other nothing. */
export function unwrapLines(text: string): string {
  return text.replace(/([^\n]?)[ \t]*\n[ \t]*(?=([^\n]?))/gu, (_, before: string, after: string) =>
    /[\w]/.test(before) && /[\w]/.test(after) ? `${before} ` : before,
  );
}

type Nodes = readonly PhrasingContent[];

const BREAK: PhrasingContent = { type: "text", value: "\n" };

/** The lines that an editor wrote a paragraph in. */
function linesOf(nodes: Nodes): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === "break") lines.push([]);
    else if (node.type !== "text") lines.at(-1)?.push(node);
    else {
      node.value.split("\n").forEach((value, i) => {
        if (i > 0) lines.push([]);
        if (value !== "") lines.at(-1)?.push({ ...node, value });
      });
    }
  }
  return lines.filter((line) => line.length > 0);
}

/** Whether a line says by itself that it begins a provision. */
export const startsProvision = (text: string): boolean => readMarker(text) !== null || dashLength(text) > 0;

/** Nothing of the line goes on in the next one: a sentence ends with it, or it is a number with its title. */
function isComplete(text: string): boolean {
  if (/[。；！？：;:][”）)]?$/u.test(text)) return true;
  const marker = readMarker(text);
  return marker !== null && standaloneTitle(text.slice(marker.length)) !== null;
}

/**
 * Markdown makes one paragraph of lines without a blank one between them. Where one of them begins with a number they
 * were pasted, and each number, and each line behind a complete one, begins a paragraph of its own; elsewhere an editor
 * has wrapped a paragraph.
 */
export function paragraphsIn(nodes: Nodes, textOf: (nodes: Nodes) => string): PhrasingContent[][] {
  const lines = linesOf(nodes);
  const texts = lines.map((line) => textOf(line).trim());
  const arePasted = texts.some(startsProvision);
  const paragraphs: PhrasingContent[][] = [];
  lines.forEach((line, i) => {
    const begins = i === 0 || (arePasted && (startsProvision(texts[i] ?? "") || isComplete(texts[i - 1] ?? "")));
    if (begins) paragraphs.push(line);
    else paragraphs.at(-1)?.push(BREAK, ...line);
  });
  return paragraphs;
}

export const NESTED = "编号列表里还有别的内容：每一级的编号各占一行，下一级写（1）、①";

/** The items of an ordered list as the paragraphs that they were typed as, number included, and what else is in them. */
export function numberedParagraphs(
  list: List,
  source: string,
): { readonly paragraphs: readonly Paragraph[]; readonly others: readonly RootContent[] } {
  const paragraphs: Paragraph[] = [];
  const others: RootContent[] = [];
  for (const item of list.children) {
    const [first] = item.children;
    const value = source.slice(item.position?.start.offset, first?.position?.start.offset);
    for (const child of item.children) {
      if (child.type !== "paragraph") others.push(child);
      else if (child !== first) paragraphs.push(child);
      else paragraphs.push({ ...child, children: [{ type: "text", value }, ...child.children] });
    }
  }
  return { paragraphs, others };
}
