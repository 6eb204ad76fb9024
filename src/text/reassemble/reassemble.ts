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

/** A hint that points at no sentence. */
export interface LostHint {
  readonly index: number;
  readonly key: "place" | "before" | "after";
  readonly text: string;
}

function resolve(hints: readonly OrderHint[], units: readonly Unit[]): { hints: Hint[]; lost: LostHint[] } {
  const lost: LostHint[] = [];
  const at = (index: number, key: LostHint["key"], text: string | undefined): number | null => {
    if (text === undefined) return null;
    const found = units.findIndex((u) => u.text.text.startsWith(text));
    if (found < 0) lost.push({ index, key, text });
    return found < 0 ? null : found;
  };
  const resolved = hints.flatMap((hint, index): Hint[] => {
    const place = at(index, "place", hint.place);
    const [before, after] = [at(index, "before", hint.before), at(index, "after", hint.after)];
    return place === null ? [] : [{ place, before, after }];
  });
  return { hints: resolved, lost };
}

/**
 * Puts the fragments of a repeated and shuffled scrape into one order. `breakBefore` are beginnings of sentences that
 * begin a paragraph.
 */
export function reassemble(
  fragments: readonly Fragment[],
  orderHints: readonly OrderHint[],
  breakBefore: readonly string[],
): Reassembled & { readonly lostHints: readonly LostHint[] } {
  const scrape = toUnits(fragments);
  const distinct = findDuplicates(scrape);
  const { units, occurrences } = distinct;
  const { hints, lost } = resolve(orderHints, units);
  const { sequence, seams } = findOrder(distinct, hints);
  const breaks = new Set(units.filter((u) => breakBefore.some((text) => u.text.text.startsWith(text))));
  const duplicates = scrape.flatMap((u, i) => {
    const kept = units[occurrences[i] as number] as Unit;
    return kept === u ? [] : [{ text: u.text, of: counterparts(u.text, kept.text) }];
  });
  const ordered = sequence.map((u) => units[u] as Unit);
  const seamOffsets = seams.map((i) => ordered[i]?.text.at[0] as number);
  return { parts: lay(ordered, breaks), duplicates, seams: seamOffsets, lostHints: lost };
}
