import { type Line, partOf } from "../normalize/line.ts";
import { dashLength, readMarker } from "./marker.ts";
import { sentenceEnds } from "./sentences.ts";
import { numberedTitle } from "./title.ts";

const GLUED_KINDS = new Set(["part", "chapter", "division", "article", "section", "subsection", "box"]);

/** A provision's number glued to the sentence or heading before it: 。二、重点任务（一）调整产业结构。 */
function startsProvision(text: string): boolean {
  const marker = readMarker(text);
  return (marker !== null && GLUED_KINDS.has(marker.kind)) || dashLength(text) > 0;
}

/** Where, inside a numbered heading without 。, the next number begins. */
function nextNumber(text: string): number {
  const marker = readMarker(text);
  if (!marker || !GLUED_KINDS.has(marker.kind)) return -1;
  const limit = Math.min(text.length, 40);
  for (let i = marker.length + 2; i < limit && !/[。；：]/u.test(text.charAt(i)); i++) {
    const inner = readMarker(text.slice(i, i + 12));
    if (inner && GLUED_KINDS.has(inner.kind) && inner.kind !== marker.kind) return i;
  }
  return -1;
}

/**
 * Cuts a line before every provision that a scrape glued to what precedes it. A number counts only where a sentence
 * has ended or a numbered heading stands, so that 国家一、二类新药 stays whole.
 */
export function segment(l: Line): Line[] {
  const { text } = l.text;
  const starts = sentenceEnds(text).filter((end) => end < text.length && startsProvision(text.slice(end, end + 60)));
  const inner = [0, ...starts].flatMap((start) => {
    const next = nextNumber(text.slice(start));
    return next < 0 ? [] : [start + next];
  });
  const offsets = [...new Set([...starts, ...inner])].sort((a, b) => a - b);
  const edges = [0, ...offsets, text.length];
  return edges.slice(1).map((end, i) => partOf(l, edges[i] as number, end));
}

/** The title at the head of a numbered line, in units of the line: where number, title and stop end. */
export function titleSpan(l: Line): { readonly num: number; readonly title: number; readonly stop: number } | null {
  const marker = readMarker(l.text.text);
  if (!marker) return null;
  const rest = l.text.text.slice(marker.length);
  const title = numberedTitle(rest, marker.kind, Math.max(0, l.bold - marker.length));
  const end = marker.length + (title?.length ?? 0);
  return { num: marker.length, title: end, stop: end + (title?.stop ?? 0) };
}
