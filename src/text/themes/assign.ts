import { asides } from "../collation/aside.ts";
import type { Clause, PolicyDocument, Provision, Theme } from "../model.ts";
import { fold, type Reading } from "../normalize/fold.ts";
import { foldWidth } from "../normalize/width.ts";
import { keyOf } from "../structure/key.ts";

/** A clause that states policy, as themes look at it. */
export interface Subject {
  readonly document: string;
  readonly clause: Clause;
  /** In lower case, as terms are compared. */
  readonly text: string;
  readonly heading: string;
}

/** How terms and texts are compared: whatever their case and width. */
export const termKey = (term: string): string => foldWidth(term).toLowerCase();

interface Headed {
  readonly clause: Clause;
  readonly heading: string;
}

/** The clauses, each with the nearest heading above it. */
function headed(provisions: readonly Provision[], above: string, reading: Reading): Headed[] {
  return provisions.flatMap(({ heading, paragraphs, children }) => {
    const nearest = heading === null ? above : fold(heading, reading).toLowerCase();
    const own = paragraphs.flatMap(({ clauses }) => clauses.map((clause) => ({ clause, heading: nearest })));
    return [...own, ...headed(children, nearest, reading)];
  });
}

/** Every clause that a theme can hold, document by document in reading order. Asides state no policy and have none. */
export function subjects(corpus: readonly PolicyDocument[]): Subject[] {
  return corpus.flatMap((document) => {
    const aside = asides(document);
    return headed(document.provisions, "", document.meta)
      .filter(({ clause }) => !aside.has(clause.eId))
      .map(({ clause, heading }) => ({
        document: document.meta.id,
        clause,
        text: clause.text.toLowerCase(),
        heading,
      }));
  });
}

/** A heading speaks for all that stands below it, so it tells less of each clause than the clause's own words. */
const IN_TEXT = 2;
const IN_HEADING = 1;

/** Which clauses are in a theme, and how well each matches it: more of its terms, and in the text rather than above it. */
function matcher({ terms, pinned, excluded }: Theme): (subject: Subject) => number {
  const keys = terms.map(termKey);
  const [pins, exclusions] = [new Set(pinned.map(keyOf)), new Set(excluded.map(keyOf))];
  const held = (text: string): number => keys.filter((key) => text.includes(key)).length;
  return ({ document, clause, text, heading }) => {
    const ref = keyOf({ document, eId: clause.eId });
    if (exclusions.has(ref)) return 0;
    return IN_TEXT * (held(text) + (pins.has(ref) ? 1 : 0)) + IN_HEADING * held(heading);
  };
}

/**
 * The themes of each clause that has any, by `keyOf`: ids, best matching first, in the order given where two match
 * equally well. A pin counts as a term that stands in the text.
 */
export function themesOf(
  corpus: readonly PolicyDocument[],
  themes: readonly Theme[],
): ReadonlyMap<string, readonly string[]> {
  const matchers = themes.map((theme) => ({ id: theme.id, match: matcher(theme) }));
  const of = new Map<string, readonly string[]>();
  for (const subject of subjects(corpus)) {
    const matching = matchers
      .map(({ id, match }) => ({ id, score: match(subject) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score);
    const { document, clause } = subject;
    if (matching.length > 0)
      of.set(
        keyOf({ document, eId: clause.eId }),
        matching.map(({ id }) => id),
      );
  }
  return of;
}
