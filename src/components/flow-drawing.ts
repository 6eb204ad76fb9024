import type { Comparison } from "./comparisons.ts";
import type { Member } from "./corpus.ts";
import { type Flow, flowOf, type Parts, type Ribbon, sumOf } from "./flow.ts";
import { type Layout, layOut, type Room, type Station, type Stretch } from "./flow-layout.ts";
import { type Course, middleOf, type Point, xy } from "./flow-paths.ts";
import { RELATIONS, standingName } from "./relations.ts";

/** More documents than these leave no room for what runs between them: then the latest are drawn. */
const MOST = 8;

/** The documents that are drawn, and how text went from one into another. */
export interface Drawing {
  readonly members: readonly Member[];
  readonly flow: Flow;
}

export function drawingOf(all: readonly Member[], comparisons: readonly Comparison[]): Drawing {
  const members = all.slice(-MOST);
  const offset = all.length - members.length + 1;
  const compared = comparisons
    .filter(({ from }) => from.position >= offset)
    .map(({ from, to, rows }) => ({ from: from.position - offset, to: to.position - offset, rows }));
  return { members, flow: flowOf(members.length, compared) };
}

/** How a flow is set out on the page. */
export interface Setting {
  readonly course: Course;
  readonly layout: Layout;
  readonly width: number;
  readonly height: number;
  /** What is shorter has no room for a number beside it. */
  readonly least: number;
}

const WIDE = { width: 1152, room: { breadth: 620, gap: 10, before: 52, behind: 4 } } as const;
const SLIM = { width: 358, room: { breadth: 358, gap: 6, before: 1, behind: 92 } } as const;

/** From left to right on a wide page, from top to bottom on a narrow one. */
export function settingOf(flow: Flow, upright: boolean): Setting {
  const columns = flow.stocks.length;
  const { room, width }: { readonly room: Room; readonly width: number } = upright ? SLIM : WIDE;
  const layout = layOut(flow, room);
  if (upright) {
    const course = { upright, first: 30, step: 128, half: 8, straight: 32 };
    return { course, layout, width, height: middleOf(course, columns - 1) + course.half + 2, least: 22 };
  }
  // Of the first document and the last only the inner half is drawn, so that their middles are the edges.
  const step = width / Math.max(1, columns - 1);
  const course = { upright, first: 0, step, half: 14, straight: Math.min(70, step / 3) };
  return { course, layout, width, height: layout.breadth, least: 13 };
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A stretch of a document, between two distances from its middle line. */
export function boxOf(course: Course, column: number, stretch: Stretch, from: number, to: number): Box {
  const middle = middleOf(course, column);
  const [x, y] = xy(course, { along: middle + from, across: stretch.start });
  const [right, bottom] = xy(course, { along: middle + to, across: stretch.start + stretch.length });
  return { x, y, width: Math.round((right - x) * 10) / 10, height: Math.round((bottom - y) * 10) / 10 };
}

export interface Note {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

const BESIDE = 8;

/** Where the number of a ribbon stands: at the document, in the middle of the ribbon, before it or behind it. */
export function countNote({ course, least }: Setting, station: Station, clauses: number, behind: boolean): Note | null {
  const breadth = sumOf(station.lanes);
  if (breadth < least) return null;
  return noteAt(course, station.column, station.start + breadth / 2, behind, String(clauses));
}

/** The same of the open part of a document. On a narrow page it always has room, since nothing stands behind it. */
export function openNote({ course, least }: Setting, column: number, stretch: Stretch, behind: boolean, text: string) {
  if (!course.upright && stretch.length < least) return null;
  const across = course.upright ? stretch.start + 2 : stretch.start + stretch.length / 2;
  return noteAt(course, column, across, behind, text);
}

function noteAt(course: Course, column: number, across: number, behind: boolean, text: string): Note {
  const distance = (course.half + BESIDE) * (behind ? 1 : -1);
  const point: Point = { along: middleOf(course, column) + distance, across };
  const [x, y] = xy(course, point);
  return { x, y, text };
}

function partsName(parts: Parts): string {
  return RELATIONS.filter((relation) => parts[relation] > 0)
    .map((relation) => `${standingName(relation)}${parts[relation]}`)
    .join("、");
}

/** A ribbon in words, for those who point at it and those who cannot see it. */
export function ribbonName({ members }: Drawing, { from, to, leaving, arriving }: Ribbon): string {
  const [earlier, later] = [members[from]?.document.meta.shortTitle, members[to]?.document.meta.shortTitle];
  const came = `${later}有${sumOf(arriving)}句最近于${earlier}${detail(arriving)}`;
  return `${came}；${earlier}有${sumOf(leaving)}句最近于${later}${detail(leaving)}`;
}

const detail = (parts: Parts): string => (sumOf(parts) === 0 ? "" : `（${partsName(parts)}）`);
