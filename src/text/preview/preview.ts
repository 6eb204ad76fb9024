import type { Alignment, ClauseRef, PolicyDocument, Relation, Target, Theme, Thread } from "../model.ts";
import { nameOf, type Redirect } from "../redirects/redirect.ts";
import { keyOf } from "../structure/key.ts";
import { allClauses } from "../structure/outline.ts";
import { STATED_FIELDS } from "../targets/fields.ts";
import { themesOf } from "../themes/assign.ts";
import { currentPlaces, type Documents, documentsChange, keptDocuments, missingRedirects } from "./documents.ts";
import type { Snapshot } from "./snapshot.ts";

/** What a change of content does to the site. A part that faults kept from being compared is null. */
export interface Preview {
  readonly documents: Documents;
  readonly pairs: Pairs | null;
  readonly targets: Targets | null;
  readonly themes: readonly ThemeChange[] | null;
  readonly threads: Threads | null;
  /** What to add to the table of old addresses. */
  readonly redirects: readonly Redirect[];
  /** What came into that table, and what went. */
  readonly table: Redirects;
}

export interface Redirects {
  readonly gained: readonly Redirect[];
  /** Links that break again. */
  readonly lost: readonly Redirect[];
}

export interface Pair {
  readonly from: ClauseRef & { readonly text: string };
  readonly to: ClauseRef & { readonly text: string };
  readonly relation: Relation;
}

export interface Pairs {
  readonly gained: readonly Pair[];
  readonly lost: readonly Pair[];
  readonly changed: readonly (Pair & { readonly before: Relation })[];
}

export interface Targets {
  readonly gained: readonly Target[];
  readonly lost: readonly Target[];
  readonly changed: readonly { readonly before: Target; readonly after: Target }[];
}

export interface ThemeChange {
  readonly id: string;
  readonly title: string;
  readonly is: "added" | "removed" | "kept";
  readonly gained: number;
  readonly lost: number;
  /** It is called, or described, in other words. */
  readonly retold: boolean;
}

export interface Threads {
  readonly gained: number;
  readonly lost: number;
  /** With the same clause named, and others on the way. */
  readonly changed: number;
}

/** Where a clause of the old content is now; what is gone keeps its old name, which no clause has in common with it. */
type Now = (ref: ClauseRef) => string;

export function previewOf(before: Snapshot, after: Snapshot): Preview {
  const kept = keptDocuments(before, after);
  const places = currentPlaces(kept);
  const now: Now = (ref) => {
    const place = places.get(keyOf(ref));
    return place === undefined ? `gone ${keyOf(ref)}` : keyOf(place);
  };
  const documents = documentsChange(before, after, kept);
  return {
    documents,
    pairs: both(before.alignments, after.alignments, (a, b) =>
      pairsChange(a, b, now, [textsOf(before.documents), textsOf(after.documents)]),
    ),
    targets: both(before.targets, after.targets, (a, b) => targetsChange(a, b, now)),
    themes: both(before.themes, after.themes, (a, b) =>
      themesChange({ documents: before.documents, themes: a }, { documents: after.documents, themes: b }, now),
    ),
    threads: both(before.threads, after.threads, (a, b) => threadsChange(a, b, now)),
    redirects: missingRedirects(documents, after.redirects),
    table: tableChange(before.redirects, after.redirects),
  };
}

/** One that leads elsewhere now still catches its links. */
function tableChange(before: readonly Redirect[], after: readonly Redirect[]): Redirects {
  const [olds, nows] = [before, after].map((table) => new Set(table.map(({ from }) => nameOf(from))));
  return {
    gained: after.filter(({ from }) => !olds?.has(nameOf(from))),
    lost: before.filter(({ from }) => !nows?.has(nameOf(from))),
  };
}

function both<T, R>(before: T | null, after: T | null, compare: (before: T, after: T) => R): R | null {
  return before === null || after === null ? null : compare(before, after);
}

type Texts = ReadonlyMap<string, string>;

function textsOf(documents: readonly PolicyDocument[]): Texts {
  return new Map(
    documents.flatMap((document) =>
      allClauses(document).map(({ eId, text }) => [keyOf({ document: document.meta.id, eId }), text] as const),
    ),
  );
}

function pairsChange(
  before: readonly Alignment[],
  after: readonly Alignment[],
  now: Now,
  [oldTexts, newTexts]: readonly [Texts, Texts],
): Pairs {
  const pairOf = ({ from, to, relation }: Alignment, texts: Texts): Pair => {
    const said = ({ document, eId }: ClauseRef) => ({ document, eId, text: texts.get(keyOf({ document, eId })) ?? "" });
    return { from: said(from), to: said(to), relation };
  };
  const olds = new Map(before.map((one) => [`${now(one.from)} ${now(one.to)}`, one]));
  const news = new Map(after.map((one) => [`${keyOf(one.from)} ${keyOf(one.to)}`, one]));
  return {
    gained: [...news].filter(([key]) => !olds.has(key)).map(([, one]) => pairOf(one, newTexts)),
    lost: [...olds].filter(([key]) => !news.has(key)).map(([, one]) => pairOf(one, oldTexts)),
    changed: [...news].flatMap(([key, one]) => {
      const old = olds.get(key);
      if (old === undefined || old.relation === one.relation) return [];
      return [{ ...pairOf(one, newTexts), before: old.relation }];
    }),
  };
}

type Same = (a: Target, b: Target) => boolean;

/** How a target of a clause is known again, the surest way first. */
const SAME: readonly Same[] = [
  (a, b) => a.quote === b.quote,
  (a, b) => a.indicator === b.indicator,
  (a, b) => a.quote.includes(b.quote) || b.quote.includes(a.quote),
];

function targetsChange(before: readonly Target[], after: readonly Target[], now: Now): Targets {
  const left = new Set(after);
  const byClause = Map.groupBy(after, keyOf);
  const partner = new Map<Target, Target>();
  for (const same of SAME) {
    for (const old of before) {
      if (partner.has(old)) continue;
      const found = byClause.get(now(old))?.find((one) => left.has(one) && same(old, one));
      if (found === undefined) continue;
      partner.set(old, found);
      left.delete(found);
    }
  }
  return {
    gained: [...left],
    lost: before.filter((old) => !partner.has(old)),
    changed: [...partner]
      .filter(([old, one]) => STATED_FIELDS.some((field) => old[field] !== one[field]))
      .map(([old, one]) => ({ before: old, after: one })),
  };
}

interface Topics {
  readonly documents: readonly PolicyDocument[];
  readonly themes: readonly Theme[];
}

function membersOf({ documents, themes }: Topics, name: (key: string) => string): ReadonlyMap<string, Set<string>> {
  const members = new Map<string, Set<string>>();
  for (const [key, ids] of themesOf(documents, themes))
    for (const id of ids) members.set(id, (members.get(id) ?? new Set()).add(name(key)));
  return members;
}

function themesChange(before: Topics, after: Topics, now: Now): readonly ThemeChange[] {
  const current = new Map(
    before.documents.flatMap((document) =>
      allClauses(document).map(({ eId }) => {
        const ref = { document: document.meta.id, eId };
        return [keyOf(ref), now(ref)] as const;
      }),
    ),
  );
  const olds = membersOf(before, (key) => current.get(key) ?? key);
  const news = membersOf(after, (key) => key);
  const [had, has] = [before.themes, after.themes].map((themes) => new Set(themes.map(({ id }) => id)));
  const removed = before.themes.filter(({ id }) => !has?.has(id));
  return [...after.themes, ...removed]
    .map(({ id, title, about }): ThemeChange => {
      const [old, one] = [olds.get(id) ?? new Set<string>(), news.get(id) ?? new Set<string>()];
      const is = !had?.has(id) ? "added" : has?.has(id) ? "kept" : "removed";
      const gained = [...one].filter((key) => !old.has(key)).length;
      const lost = [...old].filter((key) => !one.has(key)).length;
      const was = before.themes.find((theme) => theme.id === id);
      const retold = was !== undefined && (was.title !== title || was.about !== about);
      return { id, title, is, gained, lost, retold };
    })
    .filter(({ is, gained, lost, retold }) => is !== "kept" || retold || gained + lost > 0);
}

function threadsChange(before: readonly Thread[], after: readonly Thread[], now: Now): Threads {
  const olds = before.map(({ stations }) => stations.map(now));
  const news = after.map(({ stations }) => stations.map(keyOf));
  const [oldWays, newWays] = [olds, news].map((ways) => new Set(ways.map((way) => way.join(" "))));
  // A thread is named by its second clause.
  const names = (ways: readonly string[][], others: ReadonlySet<string> | undefined): ReadonlySet<string> =>
    new Set(ways.filter((way) => !others?.has(way.join(" "))).map((way) => way[1] ?? ""));
  const [lost, gained] = [names(olds, newWays), names(news, oldWays)];
  const changed = [...gained].filter((name) => lost.has(name)).length;
  return { gained: gained.size - changed, lost: lost.size - changed, changed };
}
