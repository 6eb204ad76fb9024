import { type Additive, probability } from "./additive.ts";
import { type Candidate, candidates } from "./candidates.ts";
import { ALONE, type MeasuredCandidate, measure } from "./features.ts";
import type { PreparedDocument } from "./prepare.ts";
import type { Statement } from "./statement.ts";

/**
 * A pair is not judged alone: a clause has few partners, and clauses that stand together were mostly restated together.
 * So two documents are looked at twice. The first look takes every candidate alone; the second sees what the first made
 * of the others. All of it is sums over the candidates, so that it costs no more than they do.
 */

/** Two documents at first look. */
export interface FirstLook {
  readonly list: readonly MeasuredCandidate[];
  /** How likely each restates. */
  readonly likely: readonly number[];
}

export function look(a: PreparedDocument, b: PreparedDocument, first: Additive): FirstLook {
  const list = measure(a, b, candidates(a, b));
  return { list, likely: list.map(({ measured }) => probability(first, measured)) };
}

/** Of the candidates that are less likely, not one in a hundred is a pair. */
const LEAST_LIKELY = 0.03;

/** The candidates that are worth a second look. */
export function hopeful({ list, likely }: FirstLook): FirstLook {
  const isHopeful = (i: number): boolean => (likely[i] as number) >= LEAST_LIKELY;
  return { list: list.filter((_, i) => isHopeful(i)), likely: likely.filter((_, i) => isHopeful(i)) };
}

/** Sums by two numbers. */
class Grid {
  readonly #cells = new Map<number, number>();
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  add(i: number, j: number, value: number): void {
    const key = i * this.#width + j;
    this.#cells.set(key, (this.#cells.get(key) ?? 0) + value);
  }

  at(i: number, j: number): number {
    return i < 0 || j < 0 || j >= this.#width ? 0 : (this.#cells.get(i * this.#width + j) ?? 0);
  }
}

interface Sections {
  /** Of every statement, the number of the section that holds it. */
  readonly of: readonly number[];
  readonly sizes: readonly number[];
}

/** A section is what stands under the same headings, the last one left out if there are several. */
function sectionsOf(statements: readonly Statement[]): Sections {
  const numbers = new Map<string, number>();
  const sizes: number[] = [];
  const of = statements.map(({ path }) => {
    const name = path.slice(0, Math.max(1, path.length - 1)).join("\n");
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    sizes[number] = (sizes[number] ?? 0) + 1;
    return number;
  });
  return { of, sizes };
}

/** Of each candidate, the largest likelihood of another of the same statement. */
function others({ list, likely }: FirstLook, side: keyof Candidate): number[] {
  const best = new Map<number, readonly [first: number, next: number]>();
  list.forEach((candidate, i) => {
    const p = likely[i] as number;
    const [first, next] = best.get(candidate[side]) ?? [0, 0];
    best.set(candidate[side], p > first ? [p, first] : [first, Math.max(next, p)]);
  });
  return list.map((candidate, i) => {
    const [first, next] = best.get(candidate[side]) ?? [0, 0];
    return likely[i] === first ? next : first;
  });
}

/** What two sections have in common besides a pair and the other pairs of its two clauses, for their size. */
function bySection(a: PreparedDocument, b: PreparedDocument, { list, likely }: FirstLook): number[] {
  const [inA, inB] = [sectionsOf(a.statements), sectionsOf(b.statements)];
  const width = b.statements.length;
  const [all, rows, columns] = [new Grid(width), new Grid(width), new Grid(width)];
  const places = list.map((candidate) => ({
    ...candidate,
    s: inA.of[candidate.a] as number,
    t: inB.of[candidate.b] as number,
  }));
  places.forEach((place, i) => {
    const p = likely[i] as number;
    all.add(place.s, place.t, p);
    rows.add(place.a, place.t, p);
    columns.add(place.s, place.b, p);
  });
  return places.map((place, i) => {
    const own = rows.at(place.a, place.t) + columns.at(place.s, place.b) - (likely[i] as number);
    const size = ((inA.sizes[place.s] as number) - 1) * ((inB.sizes[place.t] as number) - 1);
    return Math.max(0, all.at(place.s, place.t) - own) / Math.max(1, Math.sqrt(size));
  });
}

const STEPS = [-2, -1, 1, 2];

/** What the clauses one or two before and after on either side have in common. */
function around(width: number, { list, likely }: FirstLook): number[] {
  const grid = new Grid(width);
  list.forEach(({ a, b }, i) => {
    grid.add(a, b, likely[i] as number);
  });
  return list.map(({ a, b }) => {
    let sum = 0;
    for (const i of STEPS) for (const j of STEPS) sum += grid.at(a + i, b + j);
    return Math.log1p(sum);
  });
}

/** What speaks for a pair from third documents. */
export interface Heard {
  readonly thread: number;
  readonly kin: number;
}

const NOTHING: Heard = { thread: 0, kin: 0 };

/** The candidates of a first look, measured in the context of each other. */
export function inContext(
  a: PreparedDocument,
  b: PreparedDocument,
  first: FirstLook,
  hear: (candidate: Candidate) => Heard = () => NOTHING,
): MeasuredCandidate[] {
  const [otherOfEarlier, otherOfLater] = [others(first, "a"), others(first, "b")];
  const [section, near] = [bySection(a, b, first), around(b.statements.length, first)];
  return first.list.map(({ measured, ...candidate }, i) => {
    const { thread, kin } = hear(candidate);
    const values = measured.values.slice();
    [otherOfEarlier[i], otherOfLater[i], section[i], near[i], thread, kin].forEach((value, k) => {
      values[ALONE.length + k] = value as number;
    });
    return { ...candidate, measured: { ...measured, values } };
  });
}
