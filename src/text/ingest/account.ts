import type { LedgerSpan } from "../model.ts";
import { slice } from "../normalize/mapped.ts";
import type { Reassembled } from "../reassemble/reassemble.ts";
import type { Finished } from "../structure/finish.ts";
import { evidence } from "./confirm.ts";
import type { Sorted } from "./drop.ts";
import { Painter } from "./ledger.ts";
import type { SeedReading } from "./read-seed.ts";
import type { Recipe } from "./recipe.ts";
import { divideRetold } from "./retold.ts";

/** What the steps of an ingest have made of a seed. */
export interface Steps {
  readonly reading: SeedReading;
  readonly sorted: Sorted;
  readonly order: Reassembled;
  readonly finished: Finished;
}

/** Clauses, titles and front matter; returns what each kept unit belongs to, by offset. */
function paintKept(painter: Painter, { order, finished }: Steps): ReadonlyMap<number, string> {
  const eIdAt = new Map<number, string>();
  for (const { eId, source } of finished.kept) {
    painter.paint(source, { fate: "kept", eId });
    for (const offset of source.at) eIdAt.set(offset, eId);
  }
  for (const part of order.parts) if (part.type === "front") painter.paint(part.text, { fate: "kept", eId: "front" });
  for (const bullet of finished.bullets) painter.paint(bullet, { fate: "markup" });
  return eIdAt;
}

/** Copies that a scrape made, and titles that its pages repeat: each unit is a duplicate of its counterpart. */
function paintCopies(painter: Painter, { order, reading }: Steps, eIdAt: ReadonlyMap<number, string>): void {
  const of = (offset: number): string => eIdAt.get(offset) ?? "front";
  for (const { text, of: offsets } of order.duplicates) {
    offsets.forEach((offset, i) => {
      painter.paint(slice(text, i, i + 1), { fate: "duplicate", of: of(offset) });
    });
  }
  for (const repeat of reading.repeats) painter.paintRest(repeat, { fate: "duplicate", of: of(repeat.of) });
}

/** What the recipe takes out, except where it repeats the text or is the only evidence for a fact. */
function paintDropped(painter: Painter, { sorted, order, finished, reading }: Steps, recipe: Recipe): void {
  const { repeats, own } = divideRetold(sorted.retold, finished.kept);
  for (const { units, of } of repeats) painter.paint(units, { fate: "duplicate", of });
  const boilerplate = [...sorted.dropped, ...own];
  const texts = boilerplate.map((d) => d.units);
  for (const units of evidence(recipe, order.parts, texts)) painter.paint(units, { fate: "kept", eId: "front" });
  for (const { units, rule, why } of boilerplate) painter.paintFree(units, { fate: "boilerplate", rule, why });
  for (const { element, ...span } of reading.dropped) {
    const entry = recipe.drop.find((d) => "element" in d && d.element === element);
    if (entry) painter.paintRest(span, { fate: "boilerplate", rule: entry.rule, why: entry.why });
  }
}

/** The fates of all units of a seed. Throws when the steps leave one without: that is a fault of the program. */
export function account(raw: string, steps: Steps, recipe: Recipe): readonly LedgerSpan[] {
  const painter = new Painter(raw);
  const eIdAt = paintKept(painter, steps);
  paintCopies(painter, steps, eIdAt);
  paintDropped(painter, steps, recipe);
  for (const span of steps.reading.markup) painter.paintRest(span, { fate: "markup" });
  const { spans, lost } = painter.spans();
  if (lost.length > 0)
    throw new Error(`no step accounts for the units at ${lost.slice(0, 5).join()} of ${recipe.seed}`);
  return spans;
}
