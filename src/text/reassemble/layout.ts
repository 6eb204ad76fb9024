import { simplify } from "../normalize/script.ts";
import { RANK } from "../structure/marker.ts";
import type { Hint, Neighbours } from "./blocks.ts";
import { enter, NO_NUMBERS, type Numbers } from "./numbering.ts";
import { conventionalGroup } from "./parallel.ts";
import type { Unit } from "./units.ts";

/**
 * Lays blocks out in the cheapest order, by beam search. A join that the scrape does not show costs one; numbers that
 * go back or leave one out cost more, as does a group that belongs together and is parted, or a letter that goes on
 * behind its closing formula.
 */

/** Orders kept from step to step. The 2019 opinion settles with 50, generated scrapes of 200 blocks with 100. */
const BEAM = 200;
/** Blocks tried as the next one where many remain: those that the scrape shows, and the nearest in it. */
const NEAREST = 24;

const UNPROVEN = 1;
const SHOWN_AGAIN = -0.1;
const AGAINST_HINT = 6;
const LETTER_GOES_ON = 3;
const WRONG_START = 2;
const PARTS_GROUP = 4;
const PER_BLOCK_OF_DISTANCE = 1e-4;

/** The formula that ends a letter: signature and title follow it, never the text. */
const CLOSES_LETTER = /(?:认真贯彻实施|认真贯彻执行|遵照执行|认真组织实施|贯彻落实)。$/u;

interface Blocks {
  readonly units: readonly Unit[];
  /** Indices of units. */
  readonly blocks: readonly (readonly number[])[];
  readonly joinCost: (from: number, to: number) => number;
  /** For each block, those that the scrape or a hint shows before it, and behind it. */
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
  /** The highest rank of number that the document uses. */
  readonly topRank: number;
}

interface State {
  readonly order: readonly number[];
  /** A bit for every block in `order`. */
  readonly placed: bigint;
  readonly numbers: Numbers;
  /** For each conventional group met so far, the numbers that were open around its last member. */
  readonly groups: ReadonlyMap<string, string>;
  readonly cost: number;
  /** Blocks not yet placed that can only be joined unproven: all that the scrape shows before them has gone by. */
  readonly stranded: number;
}

const START: State = { order: [], placed: 0n, numbers: NO_NUMBERS, groups: new Map(), cost: 0, stranded: 0 };

const has = (placed: bigint, b: number): boolean => ((placed >> BigInt(b)) & 1n) === 1n;

/** What the finished order must cost at least. */
const bound = (s: State): number => s.cost + UNPROVEN * s.stranded;

/** The cost of one unit right behind another. */
function joinCosts(
  units: readonly Unit[],
  next: Neighbours,
  hints: readonly Hint[],
): (from: number, to: number) => number {
  return (from, to) => {
    const hinted = hints.some((h) => (h.place === from && h.before === to) || (h.place === to && h.after === from));
    const broken = hints.filter(
      (h) =>
        (h.before !== null && (h.place === from) !== (h.before === to)) ||
        (h.after !== null && (h.place === to) !== (h.after === from)),
    );
    const shown = next.get(from)?.get(to) ?? 0;
    const proof = hinted ? 0 : shown === 0 ? UNPROVEN : SHOWN_AGAIN * Math.min(shown - 1, 3);
    const letter = CLOSES_LETTER.test(simplify(units[from]?.text.text ?? "")) && units[to]?.type !== "front";
    return proof + broken.length * AGAINST_HINT + (letter ? LETTER_GOES_ON : 0);
  };
}

function prepare(
  units: readonly Unit[],
  blocks: readonly (readonly number[])[],
  next: Neighbours,
  hints: readonly Hint[],
): Blocks {
  const joinCost = joinCosts(units, next, hints);
  const ends = new Map(blocks.map((block, b) => [block.at(-1) as number, b]));
  const pointers = new Map<number, number[]>();
  const point = (from: number, to: number): void => void pointers.set(to, [...(pointers.get(to) ?? []), from]);
  for (const [from, row] of next) for (const to of row.keys()) point(from, to);
  for (const h of hints) {
    if (h.before !== null) point(h.place, h.before);
    if (h.after !== null) point(h.after, h.place);
  }
  const before = blocks.map(([first]) => {
    const candidates = (pointers.get(first as number) ?? []).filter(
      (from) => joinCost(from, first as number) < UNPROVEN,
    );
    return [...new Set(candidates.flatMap((from) => ends.get(from) ?? []))];
  });
  const after = blocks.map(() => [] as number[]);
  before.forEach((list, b) => {
    for (const p of list) after[p]?.push(b);
  });
  const topRank = Math.min(...units.map((u) => (u.kind === null ? Infinity : (RANK.get(u.kind) ?? Infinity))));
  return { units, blocks, joinCost, before, after, topRank };
}

/** What a unit costs in this place, whatever stands beside it. */
function read(state: State, unit: Unit, topRank: number): State {
  const step = unit.type === "title" ? enter(state.numbers, unit, topRank) : { numbers: state.numbers, cost: 0 };
  const group = conventionalGroup(unit);
  if (group === null) return { ...state, numbers: step.numbers, cost: state.cost + step.cost };
  const open = unit.type === "title" ? step.numbers.open.slice(0, -1) : step.numbers.open;
  const around = open.map(({ value }) => value).join();
  const parted = (state.groups.get(group) ?? around) !== around;
  const groups = new Map(state.groups).set(group, around);
  return { ...state, numbers: step.numbers, groups, cost: state.cost + step.cost + (parted ? PARTS_GROUP : 0) };
}

/** Passing `previous` strands those that only it could prove; `b` itself is placed and stranded no longer. */
function strandedAfter({ before, after }: Blocks, state: State, previous: number, b: number, placed: bigint): number {
  const gone = (p: number): boolean => p !== b && has(placed, p);
  const lost = (after[previous] ?? []).filter((f) => f !== b && !has(placed, f) && (before[f] ?? []).every(gone));
  const own = before[b] ?? [];
  const wasStranded = own.length > 0 && !own.includes(previous) && own.every(gone);
  return state.stranded + lost.length - (wasStranded ? 1 : 0);
}

function append(all: Blocks, state: State, b: number): State {
  const block = all.blocks[b] ?? [];
  const previous = state.order.at(-1);
  const placed = state.placed | (1n << BigInt(b));
  const order = [...state.order, b];
  let grown: State;
  if (previous === undefined) grown = { ...state, order, placed, cost: b === 0 ? 0 : WRONG_START };
  else {
    const join = all.joinCost(all.blocks[previous]?.at(-1) as number, block[0] as number);
    const distance = PER_BLOCK_OF_DISTANCE * Math.abs(b - previous - 1);
    const stranded = strandedAfter(all, state, previous, b, placed);
    grown = { ...state, order, placed, stranded, cost: state.cost + join + distance };
  }
  return block.reduce<State>((s, u) => read(s, all.units[u] as Unit, all.topRank), grown);
}

function candidates({ blocks, after }: Blocks, { order, placed }: State): number[] {
  const open = blocks.map((_, b) => b).filter((b) => !has(placed, b));
  if (open.length <= NEAREST) return open;
  const previous = order.at(-1) ?? -1;
  const shown = (after[previous] ?? []).filter((b) => !has(placed, b));
  const behind = open.filter((b) => b > previous).slice(0, NEAREST / 2);
  return [...new Set([...shown, ...behind, ...open.slice(0, NEAREST / 2)])];
}

/** The best states, by bound and then by order, so that the outcome is the same on every machine. */
function prune(states: Iterable<State>): State[] {
  const compare = (a: readonly number[], b: readonly number[]): number => {
    const i = a.findIndex((x, k) => x !== b[k]);
    return i < 0 ? 0 : (a[i] as number) - (b[i] as number);
  };
  return [...states].sort((a, b) => bound(a) - bound(b) || compare(a.order, b.order)).slice(0, BEAM);
}

/** Indices of units in the cheapest order that the search finds. */
export function layOut(
  units: readonly Unit[],
  blocks: readonly (readonly number[])[],
  next: Neighbours,
  hints: readonly Hint[],
): number[] {
  const all = prepare(units, blocks, next, hints);
  let beam: State[] = [START];
  for (let step = 0; step < blocks.length; step++) {
    const best = new Map<string, State>();
    for (const state of beam) {
      for (const b of candidates(all, state)) {
        const grown = append(all, state, b);
        const key = `${grown.placed.toString(36)}|${b}`;
        const rival = best.get(key);
        if (!rival || grown.cost < rival.cost) best.set(key, grown);
      }
    }
    beam = prune(best.values());
  }
  return (beam[0]?.order ?? []).flatMap((b) => blocks[b] ?? []);
}
