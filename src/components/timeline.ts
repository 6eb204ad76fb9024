import type { DocumentMeta } from "../text/model.ts";
import { levelName, numeral } from "./words.ts";

/** A stretch of the axis; both ends in per cent of its length. */
export interface Stretch {
  readonly start: number;
  readonly length: number;
}

/** The years of the axis: it begins with the first day of `first` and ends with the last day of `last`. */
export interface Axis {
  readonly first: number;
  readonly last: number;
}

/** What is drawn for one document. */
export interface Course {
  readonly issued: number;
  /** From the day of issue to the end of the year it mainly aims at. */
  readonly main: Stretch;
  /** From there to the end of the furthest year it names. */
  readonly outlook: Stretch | null;
}

/** A five-year plan of the state, by which the documents are timed. */
export interface Plan extends Stretch {
  readonly name: string;
  readonly years: string;
}

export function axisOf(metas: readonly DocumentMeta[]): Axis {
  const years = metas.flatMap((meta) => [Number(meta.issued.slice(0, 4)), ...meta.horizon]);
  return { first: Math.min(...years), last: Math.max(...years) };
}

function place({ first, last }: Axis, moment: number): number {
  return Math.round(((moment - first) / (last + 1 - first)) * 1e4) / 100;
}

function stretch(axis: Axis, from: number, to: number): Stretch {
  const start = place(axis, from);
  return { start, length: Math.round((place(axis, to) - start) * 100) / 100 };
}

/** A date as a fraction of years; an unknown day stands in the middle of its month. */
function moment(issued: string): number {
  const [year = 0, month = 1, day = 15] = issued.split("-").map(Number);
  return year + (month - 1) / 12 + (day - 1) / 365;
}

export function course(axis: Axis, { issued, horizon }: DocumentMeta): Course {
  const start = moment(issued);
  const main = (horizon[0] ?? start) + 1;
  const furthest = Math.max(...horizon) + 1;
  return {
    issued: place(axis, start),
    main: stretch(axis, start, main),
    outlook: furthest > main ? stretch(axis, main, furthest) : null,
  };
}

/** A year on the axis: where it begins, and where its name stands. */
export interface Year {
  readonly year: number;
  readonly at: number;
  readonly middle: number;
  /** The first of the axis and every fifth: those whose name is printed. */
  readonly named: boolean;
}

export function years(axis: Axis): readonly Year[] {
  return Array.from({ length: axis.last - axis.first + 1 }, (_, i) => {
    const year = axis.first + i;
    return { year, at: place(axis, year), middle: place(axis, year + 0.5), named: i === 0 || year % 5 === 0 };
  });
}

const PLAN_YEARS = 5;
/** The first plan ran 1953–1957; the grid of five years that still holds begins with the thirteenth in 2016. */
const THIRTEENTH = { ordinal: 13, first: 2016 };

/** The five-year plans that the axis touches. */
export function plans(axis: Axis): readonly Plan[] {
  const steps = Math.ceil((axis.last + 1 - THIRTEENTH.first) / PLAN_YEARS);
  return Array.from({ length: Math.max(0, steps) }, (_, i) => {
    const first = THIRTEENTH.first + i * PLAN_YEARS;
    const last = first + PLAN_YEARS - 1;
    return {
      ...stretch(axis, Math.max(first, axis.first), Math.min(last, axis.last) + 1),
      name: `“${numeral(THIRTEENTH.ordinal + i)}五”`,
      years: `${first}—${last}`,
    };
  });
}

/** What sets one document apart from all the others in time or place, if one thing does. */
export function remark(meta: DocumentMeta, all: readonly DocumentMeta[]): string | null {
  const others = all.filter(({ id }) => id !== meta.id);
  const furthest = Math.max(...meta.horizon);
  if (others.every(({ horizon }) => Math.max(...horizon) < furthest)) return `唯一望到${furthest}年的一份`;
  if (others.every(({ level }) => level !== meta.level)) return `唯一的${levelName(meta.level)}文件`;
  return null;
}
