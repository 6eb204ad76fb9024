import type { Provision, ProvisionKind } from "../model.ts";
import { renumber } from "../structure/gaps.ts";
import { COUNTED_THROUGHOUT, RANK, readMarker } from "../structure/marker.ts";
import { outOfSequence } from "../structure/sequence.ts";
import { error, type Fault, warning } from "./fault.ts";
import type { Sheet } from "./sheet.ts";

const valueOfNumber = (num: string | null): number | null => {
  const marker = num === null ? null : readMarker(num.split("至").at(-1) ?? "");
  return marker?.value ?? null;
};

interface Missing {
  readonly eId: string;
  readonly num: string;
  /** As it would be printed: 二、, or 二、至四、. */
  readonly missing: string;
}

function missingIn(provisions: readonly Provision[], throughout: Map<ProvisionKind, number>): Missing[] {
  const within = new Map<ProvisionKind, number>();
  let declared = 0;
  return provisions.flatMap(({ eId, kind, num, children }): Missing[] => {
    const value = valueOfNumber(num);
    const reached = COUNTED_THROUGHOUT.has(kind) ? throughout : within;
    const before = Math.max(reached.get(kind) ?? 0, declared);
    declared = kind === "gap" ? (value ?? declared) : 0;
    const counted = num !== null && value !== null && RANK.has(kind);
    if (counted) reached.set(kind, value);
    const below = missingIn(children, throughout);
    if (!counted || value <= before + 1) return below;
    const [first, last] = [renumber(num, before + 1), renumber(num, value - 1)];
    return [{ eId, num, missing: first === last ? first : `${first}至${last}` }, ...below];
  });
}

/** A number left out without a gap declared: an editor has lost a passage, or mistyped a number. */
export function numberGaps({ provisions, places }: Sheet): Fault[] {
  return missingIn(provisions, new Map()).map(({ eId, num, missing }) =>
    error(
      "number-gap",
      places.get(eId) ?? 0,
      `${num}之前缺${missing}：补上；原文就缺的，在前面写 :::gap{missing="…" num="${missing}"}，另起一行写 :::`,
    ),
  );
}

/** Numbers that repeat or go back. */
export function numberSequence({ provisions, places }: Sheet): Fault[] {
  return outOfSequence(provisions).map(({ eId, num, after }) =>
    warning(
      "number-sequence",
      places.get(eId) ?? 0,
      num === after ? `编号${num}重复：改正其中一个` : `${num}排在${after}之后：改正编号，或调整次序`,
    ),
  );
}
