import type { PolicyDocument, Provision } from "../model.ts";
import { allProvisions } from "../structure/outline.ts";
import type { Matched } from "./match.ts";

/** What became of provisions and paragraphs: they are where their clauses are. */

/** Of every clause what it stands in, the paragraph first, then provision by provision outwards. */
function holders({ provisions }: PolicyDocument): ReadonlyMap<string, readonly string[]> {
  const of = new Map<string, readonly string[]>();
  const walk = ({ eId, paragraphs, children }: Provision, above: readonly string[]): void => {
    const chain = [eId, ...above];
    for (const paragraph of paragraphs)
      for (const clause of paragraph.clauses) of.set(clause.eId, [paragraph.eId, ...chain]);
    for (const child of children) walk(child, chain);
  };
  for (const provision of provisions) walk(provision, []);
  return of;
}

/** `sec` of `sec_1`, `sub` of `sec_1__sub_2`. */
const kindOf = (eId: string): string => eId.replace(/^.*__/u, "").replace(/[_-].*$/u, "");

/** @returns the eIds of provisions and paragraphs that are gone, with the ones that now hold most of their clauses */
export function movedPlaces(
  before: PolicyDocument,
  after: PolicyDocument,
  pairs: readonly Matched[],
): ReadonlyMap<string, string> {
  const [olds, nows] = [holders(before), holders(after)];
  const still = new Set([...nows.values()].flat());
  for (const { eId } of allProvisions(after.provisions)) still.add(eId);
  const votes = new Map<string, Map<string, number>>();
  for (const pair of pairs) {
    const chain = nows.get(pair.after.eId) ?? [];
    for (const old of olds.get(pair.before.eId) ?? []) {
      const now = chain.find((eId) => kindOf(eId) === kindOf(old));
      if (now === undefined || still.has(old)) continue;
      const counts = votes.get(old) ?? new Map<string, number>();
      votes.set(old, counts.set(now, (counts.get(now) ?? 0) + 1));
    }
  }
  return new Map(
    [...votes].map(([old, counts]) => [old, [...counts].reduce((x, y) => (y[1] > x[1] ? y : x))[0]] as const),
  );
}

export interface HeadingChange {
  /** Where it stands now, or stood. */
  readonly eId: string;
  readonly before: string | null;
  readonly after: string | null;
}

const titleOf = ({ num, heading }: Provision): string | null =>
  num === null && heading === null ? null : `${num ?? ""}${heading ?? ""}`;

/** Headings that came, went or read otherwise. */
export function changedHeadings(
  before: PolicyDocument,
  after: PolicyDocument,
  moved: ReadonlyMap<string, string>,
): readonly HeadingChange[] {
  const olds = allProvisions(before.provisions).flatMap((provision) => {
    const title = titleOf(provision);
    return title === null ? [] : [{ eId: moved.get(provision.eId) ?? provision.eId, title }];
  });
  const titles = new Map(olds.map(({ eId, title }) => [eId, title]));
  const changes = allProvisions(after.provisions).flatMap((provision): HeadingChange[] => {
    const { eId } = provision;
    const [old, now] = [titles.get(eId) ?? null, titleOf(provision)];
    titles.delete(eId);
    return old === now ? [] : [{ eId, before: old, after: now }];
  });
  return [...changes, ...[...titles].map(([eId, title]) => ({ eId, before: title, after: null }))];
}
