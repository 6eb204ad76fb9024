import type { Span } from "../model.ts";
import type { Mapped } from "./mapped.ts";

/** A line of running text, as the reader of a format sees it: usually a paragraph, without blanks at its ends. */
export interface Line {
  readonly text: Mapped;
  /** How many units at its head the source sets in bold. */
  readonly bold: number;
  /** The measure it was set to, in em, where the source is hard-wrapped and tells it. */
  readonly measure: number | null;
}

/** What a format's reader makes of a seed. White space between lines needs no mention. */
export interface Reading {
  readonly lines: readonly Line[];
  readonly markup: readonly Span[];
  /** Text that page breaks repeated: where, and the offset of what it repeats. */
  readonly repeats: readonly (Span & { readonly of: number })[];
}

export function line(text: Mapped, bold = 0, measure: number | null = null): Line {
  return { text, bold, measure };
}
