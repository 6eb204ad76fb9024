import type { Provision, ProvisionKind } from "../model.ts";
import { COUNTED_THROUGHOUT, RANK, readMarker } from "./marker.ts";

/** A number that does not go on from the one before it. Numbers left out are gaps and not among these. */
export interface OutOfSequence {
  readonly eId: string;
  readonly num: string;
  /** The number of its kind before it. */
  readonly after: string;
}

interface Last {
  readonly num: string;
  readonly value: number;
}

function walk(provisions: readonly Provision[], throughout: Map<ProvisionKind, Last>): OutOfSequence[] {
  const within = new Map<ProvisionKind, Last>();
  return provisions.flatMap(({ eId, kind, num, children }) => {
    const value = num === null || !RANK.has(kind) ? undefined : readMarker(num)?.value;
    if (num === null || value === undefined) return walk(children, throughout);
    const last = COUNTED_THROUGHOUT.has(kind) ? throughout : within;
    const before = last.get(kind);
    last.set(kind, { num, value });
    const own = before !== undefined && value <= before.value ? [{ eId, num, after: before.num }] : [];
    return [...own, ...walk(children, throughout)];
  });
}

/** Numbers that repeat or go back. They are reported and never changed: the source may have them so. */
export function outOfSequence(provisions: readonly Provision[]): OutOfSequence[] {
  return walk(provisions, new Map());
}
