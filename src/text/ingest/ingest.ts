import type { DocumentMeta, LedgerSpan, PolicyDocument } from "../model.ts";
import type { Misfit } from "../problems/yaml.ts";
import { type Reassembled, reassemble } from "../reassemble/reassemble.ts";
import type { Finished } from "../structure/finish.ts";
import { outOfSequence } from "../structure/sequence.ts";
import { structure } from "../structure/structure.ts";
import { account } from "./account.ts";
import { unpaired } from "./brackets.ts";
import { unconfirmed } from "./confirm.ts";
import { sortOut } from "./drop.ts";
import type { Fault } from "./fault.ts";
import { type Peeled, peelFront } from "./front.ts";
import { placePieces } from "./pieces.ts";
import { readSeed } from "./read-seed.ts";
import { noMatch, type Recipe, recipeFaults } from "./recipe.ts";

export interface Ingested {
  readonly document: PolicyDocument;
  /** They tile the seed. */
  readonly spans: readonly LedgerSpan[];
  /** What an editor should look at, though it may well be so. */
  readonly remarks: readonly Fault[];
}

export type Outcome =
  | { readonly ingested: Ingested; readonly faults: readonly [] }
  | { readonly ingested: null; readonly faults: readonly Fault[] };

export function metaOf(recipe: Recipe): DocumentMeta {
  const { id, title, shortTitle, number, issuers, issued, horizon, level, follows, script } = recipe;
  const { source, supplied, readings, accepted } = recipe;
  return {
    id,
    title,
    shortTitle,
    number,
    issuers,
    issued,
    horizon,
    level,
    follows,
    script,
    source,
    supplied,
    readings,
    accepted,
  };
}

function putInOrder(peeled: readonly Peeled[], recipe: Recipe): Reassembled & { readonly misfits: readonly Misfit[] } {
  if (!recipe.shuffled) {
    const idle = recipe.order.map((_, i) => noMatch(["order", i], "写了“shuffled: true”的配方才用得着次序提示"));
    return { parts: peeled, duplicates: [], seams: [], misfits: idle };
  }
  const fragments = peeled.map((p) => (p.type === "front" ? p : { type: "text" as const, text: p.line.text }));
  const breaks = [...recipe.gaps, ...recipe.wraps].map((entry) => entry.before);
  const { lostHints, ...order } = reassemble(fragments, recipe.order, breaks);
  const misfits = lostHints.map(({ index, key, text }) =>
    noMatch(["order", index, key], `种子里没有以“${text}”开头的句子`),
  );
  return { ...order, misfits };
}

/** Where the order rests on numbers or on an editor, not on the scrape. */
function seamRemarks(raw: string, seams: readonly number[]): Fault[] {
  return seams.map((offset) => {
    const begins = raw.slice(offset, offset + 12).split("\n", 1)[0];
    const message = `“${begins}…”的位置是按编号或配方定的，抓取文本本身看不出来：请对照原文`;
    return { in: "seed", offset, rule: "order-unproven", message };
  });
}

function sequenceRemarks({ provisions, kept }: Finished): Fault[] {
  const places = new Map(kept.map(({ eId, source }) => [eId, source.at[0] ?? 0]));
  return outOfSequence(provisions).map(({ eId, num, after }) => ({
    in: "seed",
    offset: places.get(eId) ?? 0,
    rule: "number-sequence",
    message: `${num}排在${after}之后：原文如此就不必改，否则改配方`,
  }));
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
  const faults = [...reading.faults, ...brackets.faults, ...recipeFaults(yaml, misfits)];
  if (faults.length > 0) return { ingested: null, faults };
  const spans = account(raw, { reading, sorted, order, finished }, recipe);
  const document = { meta: metaOf(recipe), provisions: finished.provisions };
  const remarks = [...seamRemarks(raw, order.seams), ...sequenceRemarks(finished)];
  return { ingested: { document, spans, remarks }, faults: [] };
}
