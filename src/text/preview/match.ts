import { grams } from "../collation/terms.ts";
import type { Clause } from "../model.ts";

/** Which clause of a document before a change is which one after it. */

export interface Matched {
  readonly before: Clause;
  readonly after: Clause;
}

export interface Matches {
  /** In the order of the later text. */
  readonly pairs: readonly Matched[];
  readonly gone: readonly Clause[];
  readonly added: readonly Clause[];
}

/** From this likeness on a clause is the same, reworded; one that kept its eId needs less to be told by. */
const ELSEWHERE = 0.6;
const IN_PLACE = 0.3;
/** What the same eId counts against a clause that is a little more alike. */
const STAYED = 0.15;

/**
 * By eId and text, then by text wherever it stands, then by likeness, the most alike first. An eId that another text
 * has taken over says nothing: what stood there is looked for elsewhere.
 */
export function matchClauses(before: readonly Clause[], after: readonly Clause[]): Matches {
  const found = new Map<Clause, Clause>();
  const taken = new Set<Clause>();
  const join = (old: Clause, now: Clause): void => {
    if (found.has(old) || taken.has(now)) return;
    found.set(old, now);
    taken.add(now);
  };
  const byEId = new Map(after.map((clause) => [clause.eId, clause]));
  for (const old of before) {
    const now = byEId.get(old.eId);
    if (now?.text === old.text) join(old, now);
  }
  const left = () => [before.filter((old) => !found.has(old)), after.filter((now) => !taken.has(now))] as const;
  const [olds, nows] = left();
  const byText = Map.groupBy(nows, ({ text }) => text);
  for (const old of olds) {
    const now = byText.get(old.text)?.shift();
    if (now) join(old, now);
  }
  for (const { old, now } of alike(...left())) join(old, now);
  const [gone, added] = left();
  const origin = new Map([...found].map(([old, now]) => [now, old]));
  const pairs = after.flatMap((now): Matched[] => {
    const old = origin.get(now);
    return old === undefined ? [] : [{ before: old, after: now }];
  });
  return { pairs, gone, added };
}

interface Candidate {
  readonly old: Clause;
  readonly now: Clause;
  readonly weight: number;
}

/** Clauses alike enough to be one, the most alike first (L. R. Dice, 1945), found by the pairs of characters they share. */
function alike(olds: readonly Clause[], nows: readonly Clause[]): readonly Candidate[] {
  const sets = nows.map(({ text }) => new Set(grams(text, 2)));
  const holders = new Map<string, number[]>();
  sets.forEach((set, i) => {
    for (const pair of set) {
      const own = holders.get(pair);
      if (own === undefined) holders.set(pair, [i]);
      else own.push(i);
    }
  });
  const candidates = olds.flatMap((old) => {
    const own = new Set(grams(old.text, 2));
    const shared = new Map<number, number>();
    for (const pair of own) for (const i of holders.get(pair) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
    return [...shared].flatMap(([i, both]): Candidate[] => {
      const now = nows[i];
      const likeness = (2 * both) / (own.size + (sets[i]?.size ?? 0));
      const stayed = now?.eId === old.eId;
      if (now === undefined || likeness < (stayed ? IN_PLACE : ELSEWHERE)) return [];
      return [{ old, now, weight: likeness + (stayed ? STAYED : 0) }];
    });
  });
  return candidates.sort((a, b) => b.weight - a.weight);
}
