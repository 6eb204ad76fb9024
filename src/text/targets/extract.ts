import type { PolicyDocument, Target } from "../model.ts";
import { goalsIn } from "./deadline.ts";
import { masked, unmasked } from "./mask.ts";
import { statedIn } from "./numeric.ts";
import { type Passage, passages } from "./passage.ts";
import { baselines, type Mention, mentions } from "./years.ts";

/** The last of them that begins before an offset. */
const before = <T extends { readonly start: number }>(list: readonly T[], at: number): T | null =>
  list.findLast(({ start }) => start < at) ?? null;

interface When {
  readonly kind: Target["kind"];
  readonly targetYear: number | null;
}

/** A year that was over when the document was issued is one that it reports on, and none that it reports lies ahead. */
function when(kind: Target["kind"], governing: Mention | null, issued: number): When {
  const year = governing?.year ?? null;
  if (year !== null && year < issued) return { kind: "achievement", targetYear: year };
  if (kind === "achievement" && year !== null && year > issued) return { kind, targetYear: null };
  return { kind, targetYear: year };
}

function targetsOf({ clause, kind, governing }: Passage, document: string, issued: number): Target[] {
  const text = masked(clause.text);
  const [years, bases] = [mentions(text), baselines(text)];
  const governs = (at: number): Mention | null => before(years, at) ?? governing;
  const base = (at: number): number | null => before(bases, at)?.year ?? null;
  const ref = { document, eId: clause.eId };
  const numeric = statedIn(text).map(({ span, at, ...fields }) => ({
    at,
    span,
    target: {
      ...ref,
      quote: clause.text.slice(span.start, span.end),
      ...fields,
      indicator: unmasked(fields.indicator, text, clause.text),
      ...when(kind, governs(at), issued),
      baselineYear: base(at),
      origin: "auto",
    } satisfies Target,
  }));
  const covered = numeric.map(({ span }) => span);
  const goals = kind === "achievement" ? [] : goalsIn(text, covered, governs);
  const all = [
    ...numeric,
    ...goals.map(({ span, at, year, ...fields }) => ({
      at,
      span,
      target: {
        ...ref,
        quote: clause.text.slice(span.start, span.end),
        kind: "target",
        ...fields,
        indicator: unmasked(fields.indicator, text, clause.text),
        comparator: "none",
        value: null,
        valueMax: null,
        unit: null,
        baselineYear: base(at),
        targetYear: year,
        origin: "auto",
      } satisfies Target,
    })),
  ];
  return all.sort((a, b) => a.at - b.at).map(({ target }) => target);
}

/** What a document aims at and what it reports, in reading order. */
export function extractTargets(document: PolicyDocument): Target[] {
  const issued = Number(document.meta.issued.slice(0, 4));
  return passages(document).flatMap((passage) => targetsOf(passage, document.meta.id, issued));
}
