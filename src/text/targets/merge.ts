import type { PolicyDocument, Target } from "../model.ts";
import { allProvisions } from "../structure/outline.ts";

/** A place in a clause, as its text has it. */
export interface Quoted {
  readonly eId: string;
  readonly quote: string;
}

/** What an editor says of the targets of a document. */
export interface TargetsEdition {
  readonly document: string;
  readonly confirmed: readonly Quoted[];
  readonly corrected: readonly Target[];
  readonly added: readonly Target[];
  readonly discarded: readonly Quoted[];
}

/** The machine's targets that an editor's quote speaks of: those in the same words, or else those that overlap them. */
export function spokenOf<T extends Quoted>({ eId, quote }: Quoted, auto: readonly T[]): readonly T[] {
  const there = auto.filter((one) => one.eId === eId);
  const same = there.filter((one) => one.quote === quote);
  return same.length > 0 ? same : there.filter((one) => one.quote.includes(quote) || quote.includes(one.quote));
}

/** The machine's targets of a document with the editor's word before them, in reading order. */
export function mergeTargets(
  document: PolicyDocument,
  auto: readonly Target[],
  edition: TargetsEdition | null,
): readonly Target[] {
  if (edition === null) return auto;
  const overruled = new Set([...edition.corrected, ...edition.discarded].flatMap((one) => spokenOf(one, auto)));
  const confirmed = new Set(edition.confirmed.flatMap((one) => spokenOf(one, auto)));
  const left = auto
    .filter((one) => !overruled.has(one))
    .map((one): Target => (confirmed.has(one) ? { ...one, origin: "reviewed" } : one));
  const clauses = allProvisions(document.provisions)
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ clauses }) => clauses);
  const order = new Map(clauses.map(({ eId }, i) => [eId, i]));
  const texts = new Map(clauses.map(({ eId, text }) => [eId, text]));
  const end = ({ eId, quote }: Target): number => (texts.get(eId)?.indexOf(quote) ?? 0) + quote.length;
  return [...left, ...edition.corrected, ...edition.added].sort(
    (a, b) => (order.get(a.eId) ?? 0) - (order.get(b.eId) ?? 0) || end(a) - end(b),
  );
}
