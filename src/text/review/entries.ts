import { isMap, isNode, isPair, isScalar, isSeq, parseDocument, type YAMLMap } from "yaml";
import type { Span } from "../model.ts";

/**
 * Entries in the lists of a YAML file that an editor keeps by hand as well: put in, replaced and taken out by whole
 * lines, so that every other line stays as it was written.
 */

/** What kind of file it is. */
export interface Shape<T> {
  /** Its lists, in the order in which a new one is begun. */
  readonly lists: readonly string[];
  /** Entries with the same key speak of the same. */
  readonly keyOf: (value: T) => string;
  /** Where an entry belongs among the others: compared number by number. */
  readonly order: (value: T) => readonly number[];
}

/** The whole lines of an entry. */
export interface Entry<T> extends Span {
  readonly list: string;
  readonly value: T;
}

/** An entry as it is written, to be put somewhere. */
export interface Block<T> {
  readonly list: string;
  readonly value: T;
  /** Whole lines, with a break after each. */
  readonly lines: string;
}

const splice = (text: string, { start, end }: Span, into: string): string =>
  text.slice(0, start) + into + text.slice(end);

const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;

function lineEnd(text: string, at: number): number {
  const found = text.indexOf("\n", at);
  return found < 0 ? text.length : found + 1;
}

/** The offset behind the last sign of a node, comments and blanks after it left out. */
function contentEnd(node: unknown): number {
  if (isPair(node)) return isNode(node.value) && hasLength(node.value) ? contentEnd(node.value) : contentEnd(node.key);
  if ((isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0) return contentEnd(node.items.at(-1));
  return isNode(node) ? (node.range?.[1] ?? 0) : 0;
}

const hasLength = (node: { range?: readonly number[] | null | undefined }): boolean =>
  (node.range?.[1] ?? 0) > (node.range?.[0] ?? 0);

/** Behind the lines that a node ends on; a block of text already includes its last break. */
function linesEnd(text: string, node: unknown): number {
  const at = contentEnd(node);
  return text.charAt(at - 1) === "\n" ? at : lineEnd(text, at);
}

/** One decision asks for the same text several times, and a long file takes a while to read. */
let last = { text: "", document: parseDocument("") };

function parsed(text: string) {
  if (last.text !== text) last = { text, document: parseDocument(text, { prettyErrors: false }) };
  return last.document;
}

const rootOf = (text: string): YAMLMap | null => {
  const { contents } = parsed(text);
  return isMap(contents) ? contents : null;
};

const pairIn = (root: YAMLMap, list: string) => root.items.find(({ key }) => isScalar(key) && key.value === list);

/** Why the text cannot be changed entry by entry, for its editor; null if it can. */
export function unfit<T>(text: string, { lists }: Shape<T>): string | null {
  const { errors, contents } = parsed(text);
  if (errors.length > 0) return `YAML 有语法错误：${errors[0]?.message ?? ""}`;
  if (!isMap(contents) || contents.flow === true) return "文件最外层应当是一行一项的“键: 值”";
  const inline = lists.find((list) => {
    const value = pairIn(contents, list)?.value;
    return isSeq(value) ? value.flow === true && value.items.length > 0 : isNode(value) && hasLength(value);
  });
  return inline === undefined ? null : `${inline} 应当写成每项以“- ”起头另起一行，不能写在一行的方括号里`;
}

/** Every entry of every list, in the order of the file. */
export function entriesOf<T>(text: string, { lists }: Shape<T>): Entry<T>[] {
  const root = rootOf(text);
  if (root === null) return [];
  return lists
    .flatMap((list) => {
      const value = pairIn(root, list)?.value;
      const items = isSeq(value) && value.flow !== true ? value.items : [];
      return items.flatMap((item): Entry<T>[] => {
        if (!isNode(item) || !item.range) return [];
        const start = lineStart(text, text.lastIndexOf("-", item.range[0] - 1));
        return [{ list, value: item.toJS(parsed(text)) as T, start, end: linesEnd(text, item) }];
      });
    })
    .sort((a, b) => a.start - b.start);
}

/** The entry with a key, as it is written. */
export function blockOf<T>(text: string, key: string, shape: Shape<T>): Block<T> | null {
  const entry = entriesOf(text, shape).find(({ value }) => shape.keyOf(value) === key);
  if (entry === undefined) return null;
  const lines = text.slice(entry.start, entry.end);
  return { list: entry.list, value: entry.value, lines: lines.endsWith("\n") ? lines : lines + breakOf(text) };
}

export const breakOf = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");

/** How far the entries of the lists are indented. */
export function indentOf<T>(text: string, shape: Shape<T>): string {
  const first = entriesOf(text, shape)[0];
  return first === undefined ? "  " : (/^ */.exec(text.slice(first.start))?.[0] ?? "");
}

/** The text with one entry for a key, which stands in its place, or with none. */
export function withEntry<T>(text: string, key: string, block: Block<T> | null, shape: Shape<T>): string {
  const old = entriesOf(text, shape).find(({ value }) => shape.keyOf(value) === key);
  if (old === undefined) return block === null ? text : inserted(text, block, shape);
  if (block !== null && block.list === old.list) return splice(text, old, fitted(text, old, block.lines));
  const without = removed(text, old, shape);
  return block === null ? without : inserted(without, block, shape);
}

/** At the end of a text that lacks its last break, the new lines lack it as well. */
function fitted(text: string, old: Span, lines: string): string {
  const isCut = old.end === text.length && !text.endsWith("\n");
  return isCut ? lines.replace(/\r?\n$/u, "") : lines;
}

/** Without the lines of an entry; a list of which it was the last goes as well. */
function removed<T>(text: string, old: Entry<T>, shape: Shape<T>): string {
  const isOnly = entriesOf(text, shape).filter(({ list }) => list === old.list).length === 1;
  const without = cut(text, old);
  const key = isOnly ? pairIn(rootOf(text) as YAMLMap, old.list)?.key : null;
  if (!isScalar(key) || !key.range) return without;
  return cut(without, { start: lineStart(text, key.range[0]), end: lineEnd(text, key.range[0]) });
}

function cut(text: string, { start, end }: Span): string {
  const isCut = end === text.length && !text.endsWith("\n") && start > 0;
  return isCut ? text.slice(0, start).replace(/\r?\n$/u, "") : splice(text, { start, end }, "");
}

function inserted<T>(text: string, block: Block<T>, shape: Shape<T>): string {
  const root = rootOf(text) as YAMLMap;
  const pair = pairIn(root, block.list);
  if (pair === undefined) {
    const later = shape.lists.slice(shape.lists.indexOf(block.list) + 1).map((list) => pairIn(root, list)?.key);
    const next = later.find((key) => isScalar(key));
    const at = isScalar(next) && next.range ? lineStart(text, next.range[0]) : linesEnd(text, root.items.at(-1));
    return put(text, at, `${block.list}:${breakOf(text)}${block.lines}`);
  }
  const own = entriesOf(text, shape).filter(({ list }) => list === block.list);
  const before = own.findLast(({ value }) => compareOrder(shape.order(value), shape.order(block.value)) < 0);
  if (before !== undefined) return put(text, before.end, block.lines);
  // Right under the name of the list, so that a remark above the first entry stays with that.
  const keyEnd = contentEnd(pair.key);
  if (own.length > 0) return put(text, lineEnd(text, keyEnd), block.lines);
  const emptied = isNode(pair.value) && hasLength(pair.value) ? withoutValue(text, pair.value.range) : text;
  return put(emptied, lineEnd(emptied, keyEnd), block.lines);
}

/** `pairs: []` without its brackets. */
function withoutValue(text: string, range: readonly number[] | null | undefined): string {
  const [start = 0, end = 0] = range ?? [];
  return splice(text, { start: start - (/ *$/u.exec(text.slice(0, start))?.[0].length ?? 0), end }, "");
}

function put(text: string, at: number, lines: string): string {
  const isCut = at === text.length && text !== "" && !text.endsWith("\n");
  return splice(text, { start: at, end: at }, isCut ? breakOf(text) + lines.replace(/\r?\n$/u, "") : lines);
}

function compareOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, i) => one !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
