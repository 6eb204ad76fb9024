import type { Change, Span } from "../text/model.ts";

export type Side = "from" | "to";

/** A stretch of one clause: as it is on the other side, only on this side, or elsewhere on the other side. */
export interface Mark {
  readonly kind: "kept" | "changed" | "moved";
  readonly text: string;
}

function spanOn(change: Change, side: Side): (Span & { readonly kind: Mark["kind"] }) | null {
  if (change.kind === "kept") return { ...change[side], kind: "kept" };
  if (side === "from" && change.kind === "deleted") return { ...change.from, kind: "changed" };
  if (side === "to" && change.kind === "inserted") return { ...change.to, kind: "changed" };
  if (side === "from" && change.kind === "movedAway") return { ...change.from, kind: "moved" };
  return side === "to" && change.kind === "movedHere" ? { ...change.to, kind: "moved" } : null;
}

/**
 * One side's own text, cut where it differs from the other. What is kept has as many stretches on either side, in the
 * same order, even where one of them is empty: a script that weaves both sides together counts on it.
 */
export function marksOn(side: Side, text: string, changes: readonly Change[]): readonly Mark[] {
  return changes.flatMap((change): Mark[] => {
    const span = spanOn(change, side);
    return span === null ? [] : [{ kind: span.kind, text: text.slice(span.start, span.end) }];
  });
}

/** A text that stands beside nothing. */
export function unmarked(text: string): readonly Mark[] {
  return [{ kind: "kept", text }];
}
