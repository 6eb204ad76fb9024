import { type Line, line } from "../normalize/line.ts";
import { concat, type Mapped } from "../normalize/mapped.ts";
import type { Hint } from "./blocks.ts";
import { counterparts, findDuplicates } from "./duplicates.ts";
import { findOrder } from "./order.ts";
import { parallels } from "./parallel.ts";
import { type Fragment, toUnits, type Unit } from "./units.ts";

export interface Reassembled {
  /** Front matter and paragraphs in the order of the text, every passage once. */
  readonly parts: readonly (
    | { readonly type: "front"; readonly text: Mapped }
    | { readonly type: "line"; readonly line: Line }
  )[];
  /** Passages that occur again; `of` holds, for each unit, the seed offset of what it repeats. */
  readonly duplicates: readonly { readonly text: Mapped; readonly of: readonly number[] }[];
  /** Seed offsets where a passage begins whose predecessor the scrape does not show. */
  readonly seams: readonly number[];
}

/** An editor's word on order, by the beginnings of sentences. */
export interface OrderHint {
  readonly place: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** The scrape has lost where paragraphs end: they are what stands between titles, or begins in parallel. */
function paragraphs(run: readonly Unit[], breaks: ReadonlySet<Unit>): Line[] {
  const starts = parallels(run);
  const groups: Unit[][] = [];
  run.forEach((u, i) => {
    if (i === 0 || starts.has(u) || breaks.has(u)) groups.push([u]);
    else groups.at(-1)?.push(u);
  });
  return groups.map((group) => line(concat(group.map((u) => u.text))));
}

function lay(ordered: readonly Unit[], breaks: ReadonlySet<Unit>): Reassembled["parts"] {
  const parts: Reassembled["parts"][number][] = [];
  let run: Unit[] = [];
  const flush = (): void => {
    parts.push(...paragraphs(run, breaks).map((l) => ({ type: "line" as const, line: l })));
    run = [];
  };
  for (const u of ordered) {
    if (u.type === "sentence") {
      run.push(u);
      continue;
    }
    flush();
    parts.push(u.type === "front" ? { type: "front", text: u.text } : { type: "line", line: line(u.text) });
  }
  flush();
  return parts;
}

/** Thrown when a hint points at no sentence: `index` is that of the hint. */
export class LostHint extends Error {
  readonly index: number;
  readonly key: "place" | "before" | "after";

  constructor(index: number, key: "place" | "before" | "after", text: string) {
    super(`“${text}” begins no sentence of the seed`);
    this.index = index;
    this.key = key;
  }
}

function resolve(hints: readonly OrderHint[], units: readonly Unit[]): Hint[] {
  return hints.map((hint, index) => {
    const at = (key: "place" | "before" | "after"): number | null => {
      const text = hint[key];
      if (text === undefined) return null;
      const found = units.findIndex((u) => u.text.text.startsWith(text));
      if (found < 0) throw new LostHint(index, key, text);
      return found;
    };
    return { place: at("place") as number, before: at("before"), after: at("after") };
  });
}

/**
 * Puts the fragments of a repeated and shuffled scrape into one order. `breakBefore` are beginnings of sentences that
 * begin a paragraph. Throws `LostHint`.
 */
export function reassemble(
  fragments: readonly Fragment[],
  hints: readonly OrderHint[],
  breakBefore: readonly string[],
): Reassembled {
  const scrape = toUnits(fragments);
  const distinct = findDuplicates(scrape);
  const { units, occurrences } = distinct;
  const { sequence, seams } = findOrder(distinct, resolve(hints, units));
  const breaks = new Set(units.filter((u) => breakBefore.some((text) => u.text.text.startsWith(text))));
  const duplicates = scrape.flatMap((u, i) => {
    const kept = units[occurrences[i] as number] as Unit;
    return kept === u ? [] : [{ text: u.text, of: counterparts(u.text, kept.text) }];
  });
  return {
    parts: lay(
      sequence.map((u) => units[u] as Unit),
      breaks,
    ),
    duplicates,
    seams: seams.map((i) => units[sequence[i] as number]?.text.at[0] as number),
  };
}
