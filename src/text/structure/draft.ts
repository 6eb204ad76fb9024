import type { ProvisionKind } from "../model.ts";
import type { Line } from "../normalize/line.ts";
import { EMPTY, type Mapped } from "../normalize/mapped.ts";

/** A provision before it has an eId: its text still knows where it came from, and its parts stand in source order. */
export interface Draft {
  readonly kind: ProvisionKind;
  readonly num: string | null;
  /** The value of `num`, where it is a number. */
  readonly value: number | null;
  readonly heading: string | null;
  readonly stop: string;
  /** Number, heading and stop as they stand in the source. */
  readonly title: Mapped;
  /** Dashes and the like that only mark the item. */
  readonly bullet: Mapped;
  readonly note: string | null;
  readonly content: Content[];
}

/** A line in a provision's content is a paragraph. */
export type Content = Draft | Line;

export function draft(kind: ProvisionKind, parts: Partial<Draft> = {}): Draft {
  const empty = { num: null, value: null, heading: null, stop: "", title: EMPTY, bullet: EMPTY, note: null };
  return { ...empty, ...parts, kind, content: [] };
}

export const isDraft = (content: Content): content is Draft => "kind" in content;

/** What the builder reads: lines of text, and what an editor or the reassembly knows beyond them. */
export type Piece =
  | { readonly type: "line"; readonly line: Line }
  /** All before it, back to the start, is the letter that hands the document down. */
  | { readonly type: "end-of-letter" }
  /** Text is missing here; what follows, up to the next number of this level, has lost its heading. */
  | { readonly type: "gap"; readonly level: ProvisionKind; readonly num: string | null; readonly note: string }
  /** What follows belongs to the provision that holds those of this level, not to the last of them. */
  | { readonly type: "close"; readonly level: ProvisionKind };
