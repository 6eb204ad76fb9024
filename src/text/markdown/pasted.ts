import type { List, Root, RootContent } from "mdast";
import { type Line, line } from "../normalize/line.ts";
import { mapped } from "../normalize/mapped.ts";
import { closeSpaces } from "../normalize/spaces.ts";
import { readMarker } from "../structure/marker.ts";
import { isTable } from "./table.ts";

/** Text that is indented by four blanks is code to Markdown, and a paragraph to whoever pasted it. */
export const isIndented = (node: RootContent, source: string): boolean =>
  node.type === "code" && !/[`~]/.test(source.charAt(node.position?.start.offset ?? 0));

/** A note of the editor's to the editor: no text of the document. */
export const isComment = (node: RootContent): boolean =>
  node.type === "html" && /^<!--(?:(?!-->)[\s\S])*-->$/.test(node.value.trim());

const isListOfParagraphs = (list: List): boolean =>
  list.ordered === true && list.children.every((item) => item.children.every((child) => child.type === "paragraph"));

/** A block that plain text may be taken for: nothing in it is marked up. */
function isPlain(node: RootContent, source: string): boolean {
  if (node.type === "paragraph") {
    const { start, end } = node.position ?? {};
    return !isTable(source.slice(start?.offset, end?.offset)) && node.children.every(({ type }) => type !== "strong");
  }
  return (
    node.type === "yaml" ||
    isComment(node) ||
    isIndented(node, source) ||
    (node.type === "list" && isListOfParagraphs(node))
  );
}

function withoutComments(root: Root, source: string): string {
  return root.children.filter(isComment).reduce((text, { position }) => {
    const [start = 0, end = 0] = [position?.start.offset, position?.end.offset];
    return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, " ") + text.slice(end);
  }, source);
}

/**
 * The lines of a document whose text was pasted as it is: it has numbers and no Markdown. Null for any other. Every line
 * is one, as in a seed of plain text.
 */
export function pastedLines(root: Root, source: string): Line[] | null {
  if (!root.children.every((node) => isPlain(node, source))) return null;
  const [first] = root.children;
  const start = first?.type === "yaml" ? (first.position?.end.offset ?? 0) : 0;
  // Markdown's own reading of the signs between the lines is of no account here: nothing in the text is marked up.
  const lines = withoutComments(root, source)
    .slice(start)
    .split(/\r?\n/)
    .map((text) => text.trim())
    .filter((text) => text !== "");
  if (!lines.some((text) => readMarker(text) !== null)) return null;
  return lines.map((text) => line(closeSpaces(mapped(text))));
}
