import { simplify } from "../normalize/script.ts";
import { RANK } from "../structure/marker.ts";
import type { Distinct } from "./duplicates.ts";
import { enter, type Numbers } from "./numbering.ts";
import { parallels } from "./parallel.ts";
import type { Unit } from "./units.ts";

/**
 * Order by overlaps. A scrape is a row of windows onto the text, shuffled and overlapping, so that two units which
 * stand side by side in it stand so in the text too, unless a window ends between them. Units whose neighbours are
 * beyond doubt are joined into blocks; blocks are laid out by a beam search for the cheapest order, where a join that
 * the scrape does not show costs one, and numbers that go back or leave one out cost more, as do parallel sentences
 * under different titles. The idea is that of sequence
 * assembly by overlap, layout and consensus, with the numbering grammar as the map to which contigs are anchored.
 */

export interface Hint {
  readonly place: number;
  readonly before: number | null;
  readonly after: number | null;
}

/** Orders kept from step to step: the five texts settle with ten, generated scrapes of 200 blocks with a hundred. */
const BEAM = 200;
/** Blocks tried as the next one where many remain: the neighbours that the scrape shows, and the nearest in it. */
const NEAREST = 24;

const UNPROVEN = 1;
const AGAINST_HINT = 6;
const LETTER_GOES_ON = 3;
const WRONG_START = 2;
const PARTS_PARALLELS = 4;
const PER_BLOCK_OF_DISTANCE = 1e-4;

/** The formula that ends a letter: signature and title follow it, never the text. */
const CLOSES_LETTER = /(?:认真贯彻实施|认真贯彻执行|遵照执行|认真组织实施|贯彻落实)。$/u;

type Neighbours = ReadonlyMap<number, ReadonlyMap<number, number>>;

function neighbours(occurrences: readonly number[]): Neighbours {
  const next = new Map<number, Map<number, number>>();
  occurrences.slice(1).forEach((to, i) => {
    const from = occurrences[i] as number;
    const row = next.get(from) ?? new Map<number, number>();
    next.set(from, row.set(to, (row.get(to) ?? 0) + 1));
  });
  return next;
}

function blocksOf({ units }: Distinct, next: Neighbours, hints: readonly Hint[]): number[][] {
  const pointed = new Set(hints.map((h) => h.place));
  const before = new Map<number, Set<number>>();
  for (const [from, row] of next) for (const to of row.keys()) before.set(to, (before.get(to) ?? new Set()).add(from));
  const follower = (u: number): number | null => {
    const [only, ...others] = [...(next.get(u)?.keys() ?? [])];
    if (only === undefined || others.length > 0 || (before.get(only)?.size ?? 0) > 1) return null;
    return units[only]?.type !== "sentence" || pointed.has(only) || pointed.has(u) ? null : only;
  };
  const followers = units.map((_, u) => follower(u));
  const inner = new Set(followers);
  return units.flatMap((_, u) => {
    if (inner.has(u)) return [];
    const block = [u];
    for (let n = followers[u] ?? null; n !== null && !block.includes(n); n = followers[n] ?? null) block.push(n);
    return [block];
  });
}

interface State {
  readonly order: readonly number[];
  /** A bit for every block in `order`. */
  readonly placed: bigint;
  readonly numbers: Numbers;
  /** For each group of parallels met so far, the numbers that were open around its last member. */
  readonly parallels: ReadonlyMap<string, string>;
  readonly cost: number;
  /** `cost` and what cannot be avoided any more: blocks whose shown predecessors have all been passed. */
  readonly bound: number;
}

const has = (placed: bigint, b: number): boolean => ((placed >> BigInt(b)) & 1n) === 1n;

class Search {
  private readonly units: readonly Unit[];
  private readonly next: Neighbours;
  private readonly blocks: readonly (readonly number[])[];
  private readonly hints: readonly Hint[];
  private readonly topRank: number;
  private readonly parallels: ReadonlyMap<Unit, string>;
  private readonly blockOf = new Map<number, number>();
  /** For each block, those that the scrape or a hint shows before it. */
  private readonly before: readonly (readonly number[])[];

  constructor(distinct: Distinct, next: Neighbours, blocks: readonly (readonly number[])[], hints: readonly Hint[]) {
    this.units = distinct.units;
    this.next = next;
    this.blocks = blocks;
    this.hints = hints;
    this.parallels = parallels(distinct.units);
    this.topRank = Math.min(
      ...distinct.units.map((u) => (u.kind === null ? Infinity : (RANK.get(u.kind) ?? Infinity))),
    );
    blocks.forEach((block, b) => {
      for (const u of block) this.blockOf.set(u, b);
    });
    this.before = blocks.map((_, b) =>
      blocks.flatMap((_, p) => (this.joinCost(this.last(p), this.first(b)) < UNPROVEN ? [p] : [])),
    );
  }

  private first = (b: number): number => this.blocks[b]?.[0] as number;
  private last = (b: number): number => this.blocks[b]?.at(-1) as number;

  private hintCost(from: number, to: number): number {
    const broken = this.hints.filter(
      (h) =>
        (h.before !== null && (h.place === from) !== (h.before === to)) ||
        (h.after !== null && (h.place === to) !== (h.after === from)),
    );
    return broken.length * AGAINST_HINT;
  }

  private joinCost(from: number, to: number): number {
    const hinted = this.hints.some(
      (h) => (h.place === from && h.before === to) || (h.place === to && h.after === from),
    );
    const shown = this.next.get(from)?.get(to) ?? 0;
    const proof = hinted ? 0 : shown === 0 ? UNPROVEN : -0.1 * Math.min(shown - 1, 3);
    const letter = CLOSES_LETTER.test(simplify(this.units[from]?.text.text ?? "")) && this.units[to]?.type !== "front";
    return proof + this.hintCost(from, to) + (letter ? LETTER_GOES_ON : 0);
  }

  private append(state: State, b: number): State {
    const previous = state.order.at(-1);
    const join =
      previous === undefined ? (b === 0 ? 0 : WRONG_START) : this.joinCost(this.last(previous), this.first(b));
    const distance = previous === undefined ? 0 : PER_BLOCK_OF_DISTANCE * Math.abs(b - previous - 1);
    const placed = state.placed | (1n << BigInt(b));
    const grown: State = { ...state, order: [...state.order, b], placed, cost: state.cost + join + distance };
    const read = (this.blocks[b] ?? []).reduce<State>((s, u) => this.read(s, this.units[u] as Unit), grown);
    return { ...read, bound: read.cost + UNPROVEN * this.stranded(placed, b) };
  }

  private stranded(placed: bigint, last: number): number {
    const passed = (p: number): boolean => p !== last && has(placed, p);
    return this.before.filter((before, b) => !has(placed, b) && before.every(passed)).length;
  }

  /** What a unit costs in this place, whatever stands beside it. */
  private read(state: State, unit: Unit): State {
    const { numbers, cost } =
      unit.type === "title" ? enter(state.numbers, unit, this.topRank) : { numbers: state.numbers, cost: 0 };
    const group = this.parallels.get(unit);
    if (group === undefined) return { ...state, numbers, cost: state.cost + cost };
    const around = (unit.type === "title" ? numbers.slice(0, -1) : numbers).map((open) => open.value).join();
    const parted = (state.parallels.get(group) ?? around) !== around;
    const met = new Map(state.parallels).set(group, around);
    return { ...state, numbers, parallels: met, cost: state.cost + cost + (parted ? PARTS_PARALLELS : 0) };
  }

  private candidates(state: State): number[] {
    const open = this.blocks.map((_, b) => b).filter((b) => !has(state.placed, b));
    if (open.length <= NEAREST) return open;
    const previous = state.order.at(-1) ?? 0;
    const shown = [...(this.next.get(this.last(previous))?.keys() ?? [])].map((u) => this.blockOf.get(u) as number);
    const near = [...open]
      .sort((a, b) => Math.abs(a - previous - 1) - Math.abs(b - previous - 1))
      .slice(0, NEAREST / 2);
    return [...new Set([...shown.filter((b) => !has(state.placed, b)), ...near, ...open.slice(0, NEAREST / 2)])];
  }

  run(): readonly number[] {
    let beam: State[] = [{ order: [], placed: 0n, numbers: [], parallels: new Map(), cost: 0, bound: 0 }];
    for (let step = 0; step < this.blocks.length; step++) {
      const best = new Map<string, State>();
      for (const state of beam) {
        for (const b of this.candidates(state)) {
          const grown = this.append(state, b);
          const key = `${grown.placed.toString(36)}|${b}`;
          const rival = best.get(key);
          if (!rival || grown.cost < rival.cost) best.set(key, grown);
        }
      }
      beam = [...best.values()]
        .sort((a, b) => a.bound - b.bound || a.order.join().localeCompare(b.order.join()))
        .slice(0, BEAM);
    }
    return (beam[0]?.order ?? []).flatMap((b) => this.blocks[b] ?? []);
  }
}

export interface Order {
  /** Indices of units, in the order of the text. */
  readonly sequence: readonly number[];
  /** Positions in `sequence` whose unit the scrape never shows behind the one before it. */
  readonly seams: readonly number[];
}

export function findOrder(distinct: Distinct, hints: readonly Hint[]): Order {
  const next = neighbours(distinct.occurrences);
  const sequence = new Search(distinct, next, blocksOf(distinct, next, hints), hints).run();
  const seams = sequence.flatMap((u, i) => (i > 0 && !next.get(sequence[i - 1] as number)?.has(u) ? [i] : []));
  return { sequence, seams };
}
