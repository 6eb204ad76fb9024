import type { DocumentMeta, LedgerSpan, PolicyDocument } from "../model.ts";
import { readHtml } from "../normalize/html.ts";
import { type Line, line, type Reading } from "../normalize/line.ts";
import { slice } from "../normalize/mapped.ts";
import { readPlain } from "../normalize/plain.ts";
import { closeSpaces } from "../normalize/spaces.ts";
import { unwrap } from "../normalize/unwrap.ts";
import { LostHint, type Reassembled, reassemble } from "../reassemble/reassemble.ts";
import type { Piece } from "../structure/draft.ts";
import type { Finished } from "../structure/finish.ts";
import { structure } from "../structure/structure.ts";
import { unpaired } from "./brackets.ts";
import { evidence, unconfirmed } from "./confirm.ts";
import { sortOut } from "./drop.ts";
import type { Fault } from "./fault.ts";
import { type Peeled, peelFront } from "./front.ts";
import { Painter } from "./ledger.ts";
import { placePieces } from "./pieces.ts";
import { type Recipe, recipeOffset } from "./recipe.ts";
import { divideRetold } from "./retold.ts";

export interface Ingested {
  readonly document: PolicyDocument;
  /** They tile the seed. */
  readonly spans: readonly LedgerSpan[];
  /** Seed offsets where the order rests on numbers or on an editor, not on the scrape. */
  readonly seams: readonly number[];
}

export type Outcome =
  | { readonly ingested: Ingested; readonly faults: readonly [] }
  | { readonly ingested: null; readonly faults: readonly Fault[] };

function readSeed(
  raw: string,
  recipe: Recipe,
): Reading & { dropped: readonly { start: number; end: number; element: string }[]; faults: Fault[] } {
  if (recipe.format !== "html")
    return { ...(recipe.format === "pdf" ? unwrap(raw) : readPlain(raw)), dropped: [], faults: [] };
  const elements = new Set(recipe.drop.flatMap((d) => ("element" in d ? [d.element] : [])));
  const html = readHtml(raw, elements);
  const faults = html.foreign.map(
    ({ start, element }): Fault => ({
      in: "seed",
      offset: start,
      rule: "html-foreign",
      message: `<${element}> is no text of the document: drop it in the recipe with “drop: - {element: ${element}, rule: …, why: …}”`,
    }),
  );
  return { ...html, faults };
}

export function metaOf(recipe: Recipe): DocumentMeta {
  const { id, title, shortTitle, number, issuers, issued, horizon, level, script, source, supplied, readings } = recipe;
  return { id, title, shortTitle, number, issuers, issued, horizon, level, script, source, supplied, readings };
}

function reassembled(peeled: readonly Peeled[], recipe: Recipe): Reassembled {
  const fragments = peeled.map((p) => (p.type === "front" ? p : { type: "text" as const, text: p.line.text }));
  return reassemble(
    fragments,
    recipe.order,
    [...recipe.gaps, ...recipe.wraps].map((entry) => entry.before),
  );
}

const inOrder = (peeled: readonly Peeled[]): Reassembled => ({ parts: peeled, duplicates: [], seams: [] });

/** Everything that has a fate, painted. A duplicate names what its first unit's counterpart became. */
function paintAll(
  painter: Painter,
  recipe: Recipe,
  reading: ReturnType<typeof readSeed>,
  sorted: ReturnType<typeof sortOut>,
  order: Reassembled,
  finished: Finished,
): void {
  const eIdAt = new Map<number, string>();
  for (const { eId, source } of finished.kept) {
    painter.paint(source, { fate: "kept", eId });
    for (const offset of source.at) eIdAt.set(offset, eId);
  }
  for (const part of order.parts) if (part.type === "front") painter.paint(part.text, { fate: "kept", eId: "front" });
  for (const { text, of } of order.duplicates) {
    of.forEach((offset, i) => {
      painter.paint(slice(text, i, i + 1), { fate: "duplicate", of: eIdAt.get(offset) ?? "front" });
    });
  }
  const { repeats, own } = divideRetold(sorted.retold, finished.kept);
  for (const { units, of } of repeats) painter.paint(units, { fate: "duplicate", of });
  const boilerplate = [...sorted.dropped, ...own];
  for (const units of evidence(
    recipe,
    order.parts,
    boilerplate.map((d) => d.units),
  ))
    painter.paint(units, { fate: "kept", eId: "front" });
  for (const { units, rule, why } of boilerplate) painter.paintFree(units, { fate: "boilerplate", rule, why });
  for (const bullet of finished.bullets) painter.paint(bullet, { fate: "markup" });
  for (const { start, end, of } of reading.repeats)
    painter.paintRest({ start, end }, { fate: "duplicate", of: eIdAt.get(of) ?? "front" });
  for (const { start, end, element } of reading.dropped) {
    const entry = recipe.drop.find((d) => "element" in d && d.element === element);
    painter.paintRest(
      { start, end },
      { fate: "boilerplate", rule: entry?.rule ?? element, why: entry?.why ?? element },
    );
  }
  for (const span of reading.markup) painter.paintRest(span, { fate: "markup" });
}

const closed = (l: Line): Line => {
  const text = closeSpaces(l.text);
  const bold = closeSpaces(slice(l.text, 0, l.bold)).text.length;
  return line(text, Math.min(bold, text.text.length), l.layout);
};

/**
 * A scrape and its recipe become a document and a ledger. Pure: the same input gives the same output anywhere. Faults
 * are all those that can be found together; a recipe entry that matches nothing is one.
 */
export function ingest(raw: string, recipe: Recipe, yaml: string): Outcome {
  const reading = readSeed(raw, recipe);
  const lines = reading.lines.map(closed).filter((l) => l.text.text !== "");
  const sorted = sortOut(lines, recipe);
  const lost = (path: readonly (string | number)[], message: string, rule = "recipe-no-match"): Fault => ({
    in: "recipe",
    offset: recipeOffset(yaml, path),
    rule,
    message: `${message}: correct the entry or remove it`,
  });
  const all = lines.map((l) => l.text.text).join("\n");
  const faults: Fault[] = [
    ...reading.faults,
    ...sorted.faults.map((f) => lost(f.path, f.message)),
    ...unconfirmed(recipe, all).map((f) => lost(f.path, f.message, f.rule)),
  ];
  let order: Reassembled | null = null;
  try {
    const peeled = peelFront(sorted.lines, recipe, recipe.front);
    order = recipe.shuffled ? reassembled(peeled, recipe) : inOrder(peeled);
  } catch (error) {
    if (!(error instanceof LostHint)) throw error;
    faults.push(lost(["order", error.index, error.key], error.message));
  }
  const placed = order ? placePieces(order.parts, recipe) : { pieces: [] as Piece[], faults: [] };
  faults.push(...placed.faults.map((f) => lost(f.path, f.message)));
  if (!order || faults.length > 0) return { ingested: null, faults };
  const finished = structure(placed.pieces, recipe);
  const broken = unpaired(finished, recipe, yaml);
  if (broken.length > 0) return { ingested: null, faults: broken };
  const painter = new Painter(raw);
  paintAll(painter, recipe, reading, sorted, order, finished);
  const { spans, lost: unaccounted } = painter.spans();
  if (unaccounted.length > 0)
    throw new Error(`no step accounts for the units at ${unaccounted.slice(0, 5).join()} of ${recipe.seed}`);
  return {
    ingested: { document: { meta: metaOf(recipe), provisions: finished.provisions }, spans, seams: order.seams },
    faults: [],
  };
}
