import type { Span } from "../model.ts";
import { type Mapped, slice } from "./mapped.ts";

/** How a hard-wrapped source set a paragraph. */
export interface Layout {
  /** In em: what its full lines fill. */
  readonly measure: number;
  /** A title repeated at a page's head says inside it that the box of that title goes on. */
  readonly continued: boolean;
}

/** A line of running text, as the reader of a format sees it: usually a paragraph, without blanks at its ends. */
export interface Line {
  readonly text: Mapped;
  /** How many units at its head the source sets in bold. */
  readonly bold: number;
  /** Null where the source does not tell. */
  readonly layout: Layout | null;
}

/** What a format's reader makes of a seed. White space between lines needs no mention. */
export interface Reading {
  readonly lines: readonly Line[];
  readonly markup: readonly Span[];
  /** Text that page breaks repeated: where, and the offset of what it repeats. */
  readonly repeats: readonly (Span & { readonly of: number })[];
}

export function line(text: Mapped, bold = 0, layout: Layout | null = null): Line {
  return { text, bold, layout };
}

/** The units `[start, end)` of a line as a line of their own. */
export function partOf({ text, bold, layout }: Line, start: number, end = text.text.length): Line {
  return line(slice(text, start, end), Math.max(0, Math.min(bold, end) - start), layout);
}
