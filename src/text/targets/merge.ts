import type { PolicyDocument, Target } from "../model.ts";
import { allProvisions } from "../structure/outline.ts";
import type { Quoted, TargetsEdition } from "./edition.ts";

const overlap = (a: Quoted, b: Quoted): boolean =>
  a.eId === b.eId && (a.quote.includes(b.quote) || b.quote.includes(a.quote));

/** The machine's targets of a document with the editor's word before them, in reading order. */
export function mergeTargets(
  document: PolicyDocument,
  auto: readonly Target[],
  edition: TargetsEdition | null,
): readonly Target[] {
  if (edition === null) return auto;
  const overruled = [...edition.corrected, ...edition.discarded];
  const kept = auto.filter((target) => !overruled.some((one) => overlap(one, target)));
  const clauses = allProvisions(document.provisions)
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ clauses }) => clauses);
  const order = new Map(clauses.map(({ eId }, i) => [eId, i]));
  const texts = new Map(clauses.map(({ eId, text }) => [eId, text]));
  const at = ({ eId, quote }: Target): number => texts.get(eId)?.indexOf(quote) ?? 0;
  return [...kept, ...edition.corrected, ...edition.added].sort(
    (a, b) => (order.get(a.eId) ?? 0) - (order.get(b.eId) ?? 0) || at(a) - at(b),
  );
}
