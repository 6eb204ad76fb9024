import { type Line, line, partOf } from "../normalize/line.ts";
import { filter, type Mapped, slice } from "../normalize/mapped.ts";
import type { Misfit } from "../problems/yaml.ts";
import { type Drop, noMatch, type Recipe } from "./recipe.ts";

export interface Dropped {
  readonly units: Mapped;
  readonly rule: string;
  readonly why: string;
}

export interface Sorted {
  readonly lines: readonly Line[];
  /** Boilerplate outright. */
  readonly dropped: readonly Dropped[];
  /** Passages that retell the document: partly repetition of it, partly boilerplate. */
  readonly retold: readonly Dropped[];
  readonly misfits: readonly Misfit[];
}

/** Removes every occurrence of `text`; returns what is left and what was removed. */
function removeText(lines: readonly Line[], text: string): { lines: Line[]; removed: Mapped[] } {
  const removed: Mapped[] = [];
  const left = lines.flatMap((l): Line[] => {
    const starts: number[] = [];
    for (let i = l.text.text.indexOf(text); i >= 0; i = l.text.text.indexOf(text, i + text.length)) starts.push(i);
    if (starts.length === 0) return [l];
    removed.push(...starts.map((start) => slice(l.text, start, start + text.length)));
    const inside = (i: number): boolean => starts.some((start) => i >= start && i < start + text.length);
    const rest = filter(l.text, (_, i) => !inside(i));
    return rest.text === "" ? [] : [line(rest, Math.min(l.bold, rest.text.length), l.layout)];
  });
  return { lines: left, removed };
}

interface Point {
  readonly row: number;
  readonly column: number;
}

function find(lines: readonly Line[], text: string, from = 0): Point | null {
  const row = lines.findIndex((l, i) => i >= from && l.text.text.includes(text));
  return row < 0 ? null : { row, column: lines[row]?.text.text.indexOf(text) ?? 0 };
}

const part = (l: Line, from: number, to = l.text.text.length): Line[] => (to > from ? [partOf(l, from, to)] : []);

/** Cuts the passage between two points out of the lines. */
function removePassage(lines: readonly Line[], start: Point, end: Point): { lines: Line[]; removed: Mapped[] } {
  const before = lines.slice(0, start.row).concat(part(lines[start.row] as Line, 0, start.column));
  const after = part(lines[end.row] as Line, end.column).concat(lines.slice(end.row + 1));
  const removed = lines.slice(start.row, end.row + 1).flatMap((l, i, all) => {
    const from = i === 0 ? start.column : 0;
    return part(l, from, i === all.length - 1 ? end.column : undefined).map((p) => p.text);
  });
  return { lines: [...before, ...after], removed };
}

function passage(lines: readonly Line[], d: Extract<Drop, { from?: unknown }>): { start: Point; end: Point } | string {
  const start = d.from === undefined ? { row: 0, column: 0 } : find(lines, d.from);
  if (start === null) return `种子里没有“${d.from}”`;
  const last = { row: lines.length - 1, column: lines.at(-1)?.text.text.length ?? 0 };
  if (d.to === undefined) return { start, end: last };
  const end = find(lines, d.to, start.row);
  return end === null ? `种子里没有“${d.to}”` : { start, end: { row: end.row, column: end.column + d.to.length } };
}

/** Takes out what the recipe drops. An entry that matches nothing is a fault. */
export function sortOut(lines: readonly Line[], recipe: Recipe): Sorted {
  let left: readonly Line[] = lines;
  const dropped: Dropped[] = [];
  const retold: Dropped[] = [];
  const misfits: Misfit[] = [];
  recipe.drop.forEach((d, i) => {
    if ("element" in d) return;
    const { rule, why } = d;
    if ("text" in d) {
      const { lines: rest, removed } = removeText(left, d.text);
      if (removed.length === 0) misfits.push(noMatch(["drop", i, "text"], `种子里没有“${d.text}”`));
      dropped.push(...removed.map((units) => ({ units, rule, why })));
      left = rest;
      return;
    }
    const range = passage(left, d);
    if (typeof range === "string") misfits.push(noMatch(["drop", i], range));
    else {
      const { lines: rest, removed } = removePassage(left, range.start, range.end);
      retold.push(...removed.map((units) => ({ units, rule, why })));
      left = rest;
    }
  });
  return { lines: left, dropped, retold, misfits };
}
