import type { Relation } from "../text/model.ts";
import { type Flow, type Parts, type Ribbon, sumOf } from "./flow.ts";
import { RELATIONS } from "./relations.ts";

/** Lengths across the flow, in the drawing's units: down in a drawing that runs from left to right. */
export interface Room {
  readonly breadth: number;
  /** Between things that lie beside each other. */
  readonly gap: number;
  /** Kept free at the beginning, and before a document, for its name. */
  readonly before: number;
  /** Kept free behind a document. */
  readonly behind: number;
}

/** A stretch across the flow. */
export interface Stretch {
  readonly start: number;
  readonly length: number;
}

/** A ribbon where it leaves, passes or reaches a document: where it begins across, and how broad its lanes are. */
export interface Station {
  readonly column: number;
  readonly start: number;
  readonly lanes: Parts;
}

export interface LaidRibbon extends Ribbon {
  readonly stations: readonly Station[];
}

export interface LaidStock extends Stretch {
  /** The open parts of the document, at its end: new in it, or taken up by none. */
  readonly fresh: Stretch;
  readonly dropped: Stretch;
}

export interface Layout {
  readonly stocks: readonly LaidStock[];
  readonly ribbons: readonly LaidRibbon[];
  /** How much is used across. */
  readonly breadth: number;
}

function scaled(parts: Parts, unit: number): Parts {
  return { verbatim: parts.verbatim * unit, reworded: parts.reworded * unit, related: parts.related * unit };
}

/** The lanes of a ribbon at a document that it leaves, passes or reaches: they narrow or widen evenly on the way. */
function partsAt({ from, to, leaving, arriving }: Ribbon, column: number): Parts {
  const share = (column - from) / (to - from);
  const at = (relation: Relation): number => leaving[relation] * (1 - share) + arriving[relation] * share;
  return { verbatim: at("verbatim"), reworded: at("reworded"), related: at("related") };
}

/** The farther a ribbon still goes, the farther out it runs; of two with the same end the older comes first. */
const outermostFirst = (a: Ribbon, b: Ribbon): number => b.to - a.to || a.from - b.from;

function passing({ ribbons }: Flow, column: number): Ribbon[] {
  return ribbons.filter(({ from, to }) => from < column && column < to).sort(outermostFirst);
}

/** The most units that a clause can have so that every column fits into the breadth. */
function unitOf(flow: Flow, room: Room): number {
  const units = flow.stocks.map(({ clauses }, column) => {
    const beside = passing(flow, column);
    const sum = beside.reduce((total, ribbon) => total + sumOf(partsAt(ribbon, column)), clauses);
    const names = room.before * (beside.length > 0 ? 2 : 1);
    return (room.breadth - names - room.behind - room.gap * beside.length) / Math.max(1, sum);
  });
  return Math.max(0, Math.min(...units));
}

/** Where ribbons stand one after the other from a place on. */
function inTurn(ribbons: readonly Ribbon[], column: number, start: number, unit: number, gap: number) {
  let at = start;
  return ribbons.map((ribbon) => {
    const station = { column, start: at, lanes: scaled(partsAt(ribbon, column), unit) };
    at += sumOf(station.lanes) + gap;
    return { ribbon, station };
  });
}

/**
 * Lays documents out in columns by date. In a column lie first the ribbons that pass it by, then the document: so no
 * ribbon runs through a document. At a document ribbons stand in the order in which they come, from the earliest on, and
 * leave in the order in which they run on, the farthest first; what is new or dropped comes last.
 */
export function layOut(flow: Flow, room: Room): Layout {
  const unit = unitOf(flow, room);
  const columns = flow.stocks.map(({ clauses, fresh, dropped }, column) => {
    const beside = inTurn(passing(flow, column), column, room.before, unit, room.gap);
    const outer = beside.at(-1)?.station;
    const start = room.before + (outer ? outer.start + sumOf(outer.lanes) + room.gap : 0);
    const length = clauses * unit;
    const arriving = flow.ribbons.filter(({ to }) => to === column).sort((a, b) => a.from - b.from);
    const leaving = flow.ribbons.filter(({ from }) => from === column).sort(outermostFirst);
    const atEnd = (open: number): Stretch => ({ start: start + length - open * unit, length: open * unit });
    return {
      stock: { start, length, fresh: atEnd(fresh), dropped: atEnd(dropped) },
      found: [...beside, ...inTurn(arriving, column, start, unit, 0), ...inTurn(leaving, column, start, unit, 0)],
    };
  });
  const found = columns.flatMap((column) => column.found);
  const stationsOf = (ribbon: Ribbon): Station[] =>
    found.filter((one) => one.ribbon === ribbon).map(({ station }) => station);
  return {
    stocks: columns.map(({ stock }) => stock),
    ribbons: flow.ribbons.toSorted(outermostFirst).map((ribbon) => ({ ...ribbon, stations: stationsOf(ribbon) })),
    breadth: Math.max(...columns.map(({ stock }) => stock.start + stock.length)) + room.behind,
  };
}

/** The stretch of each lane at a station, closest relation first. */
export function laneStretches({ start, lanes }: Station): readonly (Stretch & { readonly relation: Relation })[] {
  let at = start;
  return RELATIONS.map((relation) => {
    const stretch = { relation, start: at, length: lanes[relation] };
    at += lanes[relation];
    return stretch;
  });
}
