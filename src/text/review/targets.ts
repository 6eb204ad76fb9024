import { stringify } from "yaml";
import type { Target } from "../model.ts";
import { STATED_FIELDS } from "../targets/fields.ts";
import { type Block, breakOf, entriesOf, indentOf, type Shape, withEntry } from "./entries.ts";

/** An editor's decisions on what the machine reads as targets, in the text of a document's file of targets. */

/** The words that the machine read one or more targets from. */
export interface TargetPlace {
  readonly eId: string;
  readonly quote: string;
}

/** A target as an editor states it. */
export type StatedTarget = Omit<Target, "document" | "eId" | "quote" | "origin">;

export type TargetDecision =
  | { readonly kind: "confirmed" | "discarded"; readonly note: string | null }
  /** One for each target that the words state. */
  | { readonly kind: "corrected"; readonly stated: readonly StatedTarget[]; readonly note: string | null }
  | { readonly kind: "open" };

interface TargetEntry extends TargetPlace, Partial<StatedTarget> {
  readonly note?: string;
}

/** Clause and place in it, by the key of an entry. */
export type PlaceOrder = (place: TargetPlace) => readonly number[];

export const keyOfTarget = ({ eId, quote }: TargetPlace): string => `${eId} ${quote}`;

export const targetShape = (order: PlaceOrder): Shape<TargetEntry> => ({
  lists: ["confirmed", "corrected", "added", "discarded"],
  keyOf: keyOfTarget,
  order,
});

const LISTS = ["confirmed", "corrected", "discarded"] as const;

export function newTargetFile(document: string): string {
  return `document: ${stringify(document).trim()}\n`;
}

const DEFAULTS: Partial<StatedTarget> = {
  kind: "target",
  comparator: "none",
  value: null,
  valueMax: null,
  unit: null,
  change: "level",
  baselineYear: null,
  targetYear: null,
};

/** What goes without saying in the file is not said. */
function linesOf({ eId, quote }: TargetPlace, stated: StatedTarget | null, note: string | null): string[] {
  const fields = STATED_FIELDS.filter((field) => stated !== null && stated[field] !== DEFAULTS[field]).map(
    (field) => `  ${field}: ${stringify(stated?.[field], { lineWidth: 0 }).trim()}`,
  );
  return [
    `- eId: ${stringify(eId).trim()}`,
    `  quote: ${JSON.stringify(quote)}`,
    ...fields,
    ...(note === null ? [] : [`  note: ${JSON.stringify(note)}`]),
  ];
}

function blocksOf(text: string, place: TargetPlace, decision: TargetDecision, order: PlaceOrder): Block<TargetEntry>[] {
  if (decision.kind === "open") return [];
  const end = breakOf(text);
  const indent = indentOf(text, targetShape(order));
  const all = decision.kind === "corrected" ? decision.stated : [null];
  const lines = all.map((stated, i) =>
    linesOf(place, stated, i === 0 ? decision.note : null)
      .map((line) => indent + line + end)
      .join(""),
  );
  return [{ list: decision.kind, value: place, lines: lines.join("") }];
}

/** The text with a decision, in which any that stood there on the same words is replaced. */
export function withTargetDecision(text: string, place: TargetPlace, decision: TargetDecision, order: PlaceOrder) {
  const shape = targetShape(order);
  const key = keyOfTarget(place);
  const [block] = blocksOf(text, place, decision, order);
  let without = text;
  // Several entries can state the targets of the same words.
  while (entriesOf(without, shape).some((entry) => isOn(entry, key)))
    without = withEntry(without, key, null, { ...shape, lists: LISTS });
  return block === undefined ? without : withEntry(without, key, block, { ...shape, lists: LISTS });
}

const isOn = ({ list, value }: { readonly list: string; readonly value: TargetEntry }, key: string): boolean =>
  list !== "added" && keyOfTarget(value) === key;

/** What a file says of the machine's targets, by the words that it quotes. */
export function targetDecisionsIn(text: string): ReadonlyMap<string, TargetDecision> {
  const found = new Map<string, TargetDecision>();
  for (const { list, value } of entriesOf(text, { ...targetShape(() => []), lists: LISTS })) {
    const key = keyOfTarget(value);
    const note = value.note ?? null;
    if (list !== "corrected") found.set(key, { kind: list === "confirmed" ? "confirmed" : "discarded", note });
    else {
      const before = found.get(key);
      const stated = before?.kind === "corrected" ? before.stated : [];
      found.set(key, { kind: "corrected", stated: [...stated, statedIn(value)], note: note ?? noteOf(before) });
    }
  }
  return found;
}

const noteOf = (decision: TargetDecision | undefined): string | null =>
  decision === undefined || decision.kind === "open" ? null : decision.note;

function statedIn(entry: TargetEntry): StatedTarget {
  const { eId: _, quote: __, note: ___, ...stated } = entry;
  return { ...(DEFAULTS as StatedTarget), ...stated };
}
