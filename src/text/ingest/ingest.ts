import type { DocumentMeta, LedgerSpan, PolicyDocument } from "../model.ts";
import { type Reassembled, reassemble } from "../reassemble/reassemble.ts";
import { structure } from "../structure/structure.ts";
import { account } from "./account.ts";
import { unpaired } from "./brackets.ts";
import { unconfirmed } from "./confirm.ts";
import { sortOut } from "./drop.ts";
import type { Fault } from "./fault.ts";
import { type Peeled, peelFront } from "./front.ts";
import { placePieces } from "./pieces.ts";
import { readSeed } from "./read-seed.ts";
import { type Misfit, misfitFaults, noMatch, type Recipe } from "./recipe.ts";

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

export function metaOf(recipe: Recipe): DocumentMeta {
  const { id, title, shortTitle, number, issuers, issued, horizon, level, script, source, supplied, readings } = recipe;
  return { id, title, shortTitle, number, issuers, issued, horizon, level, script, source, supplied, readings };
}

function putInOrder(peeled: readonly Peeled[], recipe: Recipe): Reassembled & { readonly misfits: readonly Misfit[] } {
  if (!recipe.shuffled) {
    const idle = recipe.order.map((_, i) => noMatch(["order", i], "hints serve only a recipe with “shuffled: true”"));
    return { parts: peeled, duplicates: [], seams: [], misfits: idle };
  }
  const fragments = peeled.map((p) => (p.type === "front" ? p : { type: "text" as const, text: p.line.text }));
  const breaks = [...recipe.gaps, ...recipe.wraps].map((entry) => entry.before);
  const { lostHints, ...order } = reassemble(fragments, recipe.order, breaks);
  const misfits = lostHints.map(({ index, key, text }) =>
    noMatch(["order", index, key], `“${text}” begins no sentence of the seed`),
  );
  return { ...order, misfits };
}

/**
 * A scrape and its recipe become a document and a ledger. Pure: the same input gives the same output anywhere. `yaml` is
 * the recipe's own text, for the places of faults; they are all that can be found together.
 */
export function ingest(raw: string, recipe: Recipe, yaml: string): Outcome {
  const reading = readSeed(raw, recipe);
  const sorted = sortOut(reading.lines, recipe);
  const order = putInOrder(peelFront(sorted.lines, recipe, recipe.front), recipe);
  const { pieces, misfits: unplaced } = placePieces(order.parts, recipe);
  const text = reading.lines.map((l) => l.text.text).join("\n");
  const finished = structure(pieces, recipe);
  const brackets = unpaired(finished, recipe);
  const misfits = [...sorted.misfits, ...unconfirmed(recipe, text), ...order.misfits, ...unplaced, ...brackets.misfits];
  const faults = [...reading.faults, ...brackets.faults, ...misfitFaults(yaml, misfits)];
  if (faults.length > 0) return { ingested: null, faults };
  const spans = account(raw, { reading, sorted, order, finished }, recipe);
  const document = { meta: metaOf(recipe), provisions: finished.provisions };
  return { ingested: { document, spans, seams: order.seams }, faults: [] };
}
