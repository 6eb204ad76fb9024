import type { Span } from "../model.ts";
import { readHtml } from "../normalize/html.ts";
import { type Line, line, type Reading } from "../normalize/line.ts";
import { slice } from "../normalize/mapped.ts";
import { readPlain } from "../normalize/plain.ts";
import { closeSpaces } from "../normalize/spaces.ts";
import { unwrap } from "../normalize/unwrap.ts";
import type { Fault } from "./fault.ts";
import type { Recipe } from "./recipe.ts";

export interface SeedReading extends Reading {
  /** HTML elements that the recipe drops. */
  readonly dropped: readonly (Span & { readonly element: string })[];
  readonly faults: readonly Fault[];
}

function closed(l: Line): Line {
  const text = closeSpaces(l.text);
  const bold = closeSpaces(slice(l.text, 0, l.bold)).text.length;
  return line(text, Math.min(bold, text.text.length), l.layout);
}

function foreign({ start, element }: Span & { readonly element: string }): Fault {
  const remedy = `“drop: - {element: ${element}, rule: …, why: …}”`;
  const message = `<${element}> 不是文件的正文：在配方里去掉它，写 ${remedy}`;
  return { in: "seed", offset: start, rule: "html-foreign", message };
}

function byFormat(raw: string, { format, drop }: Recipe): SeedReading {
  if (format !== "html") return { ...(format === "pdf" ? unwrap(raw) : readPlain(raw)), dropped: [], faults: [] };
  try {
    const html = readHtml(raw, new Set(drop.flatMap((d) => ("element" in d ? [d.element] : []))));
    return { ...html, faults: html.foreign.map(foreign) };
  } catch (error) {
    // The parser walks the tree by recursion: only a page made to be hostile nests so deep.
    if (!(error instanceof RangeError)) throw error;
    const message = "网页元素嵌套了几千层：先把正文从网页里截取出来";
    return {
      lines: [],
      markup: [],
      repeats: [],
      dropped: [],
      faults: [{ in: "seed", offset: 0, rule: "html-too-deep", message }],
    };
  }
}

/** Blanks that HTML writes as &nbsp; are no blanks in the seed: where one is closed, it is markup. */
function closedBlanks(before: readonly Line[], after: readonly Line[]): Span[] {
  const kept = new Set(after.flatMap((l) => l.text.at));
  return before.flatMap((l) => l.text.at).flatMap((at) => (kept.has(at) ? [] : [{ start: at, end: at + 1 }]));
}

/** The lines of a seed in the format that its recipe names, without stray blanks. */
export function readSeed(raw: string, recipe: Recipe): SeedReading {
  const reading = byFormat(raw, recipe);
  const lines = reading.lines.map(closed).filter((l) => l.text.text !== "");
  const blanks = recipe.format === "html" ? closedBlanks(reading.lines, lines) : [];
  return { ...reading, lines, markup: [...reading.markup, ...blanks] };
}
