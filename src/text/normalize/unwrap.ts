import type { Span } from "../model.ts";
import { readMarker } from "../structure/marker.ts";
import { runInTitle } from "../structure/title.ts";
import { type Layout, type Line, line, type Reading } from "./line.ts";
import { concat, type Mapped, mapped, trim } from "./mapped.ts";

/**
 * Text copied out of a PDF: each printed line is a line, and pages break inside sentences. A printed line belongs to
 * the next one when it fills the measure; the measure is what most lines fill. A paragraph whose last line happens to
 * be full shows by the next line, which the paragraph's indent makes shorter.
 */

interface Printed {
  readonly text: Mapped;
  readonly width: number;
  /** It stands directly below the line before, where printed lines are otherwise set apart by a blank one. */
  readonly startsPage: boolean;
  /** A repeated title above it says that it continues what stands before. */
  readonly continued: boolean;
}

/** A first line is indented by two; two more are left for signs that may not begin a line, and half-width ones. */
const SLACK = 3.5;
const INDENT = 2;

/** In em: Chinese characters and signs count one, Latin letters and digits a half. */
function width(text: string): number {
  return Array.from(text.replace(/\s/g, "")).reduce((sum, c) => sum + (c.charCodeAt(0) < 0x250 ? 0.5 : 1), 0);
}

/** — 3 — or 第3页 共10页 on a line of its own. */
const PAGE_NUMBER = /^(?:[-—–－]+\s*\d{1,3}\s*[-—–－]+|第\s*\d{1,3}\s*[页頁](?:[\s,，/]*共\s*\d{1,3}\s*[页頁])?)$/u;

/** The printed lines, without the numbers of pages, which are listed as `pages`. */
function printedLines(raw: string, pages: Span[]): Printed[] {
  let last = -1;
  return Array.from(raw.matchAll(/[^\n]*\n?/g)).flatMap((match, row) => {
    const text = trim(mapped(match[0], match.index));
    if (text.text === "") return [];
    if (PAGE_NUMBER.test(text.text)) {
      const start = text.at[0] as number;
      pages.push({ start, end: start + text.text.length });
      return [];
    }
    const printed = { text, width: width(text.text), startsPage: last >= 0 && last === row - 1, continued: false };
    last = row;
    return [printed];
  });
}

/** The commonest width of lines that are long enough to have been wrapped. */
function measureOf(lines: readonly Printed[]): number {
  const longest = Math.max(...lines.map((l) => l.width), 0);
  const counts = new Map<number, number>();
  for (const l of lines) {
    const rounded = Math.round(l.width);
    if (rounded > longest / 2) counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** A plain short title begins a paragraph; with a comma it may as well be a sentence that happens to begin the line. */
function startsTitled(text: string): boolean {
  const title = runInTitle(text);
  return title !== null && !/[，,]/u.test(text.slice(0, title.length));
}

function continues(current: Printed, next: Printed, measure: number): boolean {
  if (current.width < measure - SLACK) return false;
  if (!/[。！？：][”）]?$/.test(current.text.text)) return true;
  if (readMarker(next.text.text) || startsTitled(next.text.text)) return false;
  const nextIsFull = next.width >= measure - SLACK;
  const nextIsIndented = next.width <= measure - INDENT || current.width - next.width >= INDENT - 0.5;
  return !(nextIsFull && nextIsIndented);
}

const plain = (text: Mapped): string => text.text.replace(/\s/g, "");

/** A page begins by repeating the title of what it continues, as boxes across pages do. */
function takeRepeats(lines: readonly Printed[]): { kept: Printed[]; repeats: (Span & { of: number })[] } {
  const seen = new Map<string, number>();
  const kept: Printed[] = [];
  const repeats: (Span & { of: number })[] = [];
  let continued = false;
  for (const l of lines) {
    const of = l.startsPage ? seen.get(plain(l.text)) : undefined;
    if (of === undefined) {
      kept.push({ ...l, continued });
      seen.set(plain(l.text), l.text.at[0] as number);
      continued = false;
      continue;
    }
    continued = true;
    repeats.push({ start: l.text.at[0] as number, end: (l.text.at.at(-1) as number) + 1, of });
  }
  return { kept, repeats };
}

/** What a paragraph's full lines show: nothing where it is a single line. */
function layoutOf(lines: readonly Printed[]): Layout | null {
  const widths = lines.slice(0, -1).map((l, i) => l.width + (i === 0 ? INDENT : 0));
  const measure = widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)];
  return measure === undefined ? null : { measure, continued: lines.some((l) => l.continued) };
}

/** Joins the printed lines of each paragraph. Blanks inside are left to `closeSpaces`. */
export function unwrap(raw: string): Reading {
  const pages: Span[] = [];
  const { kept, repeats } = takeRepeats(printedLines(raw, pages));
  const measure = measureOf(kept);
  const paragraphs: Printed[][] = [];
  kept.forEach((l, i) => {
    const before = kept[i - 1];
    if (before && continues(before, l, measure)) paragraphs.at(-1)?.push(l);
    else paragraphs.push([l]);
  });
  const lines: Line[] = paragraphs.map((p) => line(concat(p.map((l) => l.text)), 0, layoutOf(p)));
  return { lines, markup: pages, repeats };
}
