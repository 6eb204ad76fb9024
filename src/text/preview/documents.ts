import type { Clause, ClauseRef, DocumentMeta, PolicyDocument } from "../model.ts";
import { type Address, nameOf, type Redirect } from "../redirects/redirect.ts";
import { keyOf } from "../structure/key.ts";
import { allClauses } from "../structure/outline.ts";
import { type Piece, piecesOf } from "./inline.ts";
import { type Matches, matchClauses } from "./match.ts";
import { changedHeadings, type HeadingChange, movedPlaces } from "./places.ts";
import type { Snapshot } from "./snapshot.ts";

/** A document in both contents. */
export interface Kept {
  readonly before: PolicyDocument;
  readonly after: PolicyDocument;
  readonly matches: Matches;
}

export interface Named {
  readonly id: string;
  readonly title: string;
}

export interface RewordedClause {
  readonly eId: string;
  readonly before: string;
  readonly after: string;
  readonly pieces: readonly Piece[];
}

/**
 * What becomes of a link that led to something with another eId now.
 * - `kept` a redirect stands in the new content
 * - `redirect` one has to be added
 * - `taken` none helps: another text has the old eId
 */
export type Fate = "kept" | "redirect" | "taken";

export interface MovedEId {
  readonly from: string;
  readonly to: string;
  /** Of a clause; null of a provision or paragraph. */
  readonly text: string | null;
  readonly fate: Fate;
}

export interface DocumentChange extends Named {
  readonly facts: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  readonly headings: readonly HeadingChange[];
  readonly reworded: readonly RewordedClause[];
  readonly added: readonly Clause[];
  readonly gone: readonly Clause[];
  readonly moved: readonly MovedEId[];
}

export interface Documents {
  readonly added: readonly Named[];
  readonly removed: readonly Named[];
  readonly renamed: readonly { readonly from: string; readonly to: string; readonly title: string }[];
  readonly unread: readonly string[];
  readonly edited: readonly DocumentChange[];
}

/** Of two documents with different ids so many clauses must be the same for one to be the other, renamed. */
const SAME = 0.5;

const named = ({ meta }: PolicyDocument): Named => ({ id: meta.id, title: meta.title });
const idOf = ({ meta }: PolicyDocument): string => meta.id;

function sameShare(a: PolicyDocument, b: PolicyDocument): number {
  const [x, y] = [new Set(allClauses(a).map(({ text }) => text)), new Set(allClauses(b).map(({ text }) => text))];
  return [...x].filter((text) => y.has(text)).length / Math.max(1, Math.min(x.size, y.size));
}

/** The documents of both contents that are the same one. */
export function keptDocuments(before: Snapshot, after: Snapshot): readonly Kept[] {
  const [olds, nows] = [new Set(before.documents.map(idOf)), new Set(after.documents.map(idOf))];
  const gone = before.documents.filter((one) => !nows.has(idOf(one)) && !after.unread.includes(idOf(one)));
  const taken = new Set<string>();
  return after.documents.flatMap((now): Kept[] => {
    const id = idOf(now);
    const isNew = !olds.has(id) && !before.unread.includes(id);
    const old = isNew
      ? gone.find((one) => !taken.has(idOf(one)) && sameShare(one, now) >= SAME)
      : before.documents.find((one) => idOf(one) === id);
    if (old === undefined) return [];
    taken.add(idOf(old));
    return [{ before: old, after: now, matches: matchClauses(allClauses(old), allClauses(now)) }];
  });
}

/** Where the clauses of the old content are now, by key; what is gone is not there. */
export function currentPlaces(kept: readonly Kept[]): ReadonlyMap<string, ClauseRef> {
  return new Map(
    kept.flatMap(({ before, after, matches }) =>
      matches.pairs.map(
        (pair) =>
          [
            keyOf({ document: idOf(before), eId: pair.before.eId }),
            { document: idOf(after), eId: pair.after.eId },
          ] as const,
      ),
    ),
  );
}

const FIELDS = [
  "title",
  "shortTitle",
  "number",
  "issuers",
  "issued",
  "horizon",
  "level",
  "follows",
  "script",
  "source",
  "supplied",
  "readings",
] as const satisfies readonly (keyof DocumentMeta)[];

function said(value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return "（无）";
  if (Array.isArray(value) && value.every((one) => typeof one !== "object")) return value.join("、");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function changedFacts(before: DocumentMeta, after: DocumentMeta): DocumentChange["facts"] {
  return FIELDS.map((field) => ({ field, before: said(before[field]), after: said(after[field]) })).filter(
    (fact) => fact.before !== fact.after,
  );
}

function movedEIds({ after, matches }: Kept, places: ReadonlyMap<string, string>, redirects: readonly Redirect[]) {
  const id = idOf(after);
  const caught = new Set(redirects.map(({ from }) => nameOf(from)));
  const here = new Set(allClauses(after).map(({ eId }) => eId));
  const fateOf = (eId: string): Fate =>
    here.has(eId) ? "taken" : caught.has(nameOf({ document: id, eId })) ? "kept" : "redirect";
  const clauses = matches.pairs
    .filter((pair) => pair.before.eId !== pair.after.eId)
    .map((pair): MovedEId => {
      const from = pair.before.eId;
      return { from, to: pair.after.eId, text: pair.after.text, fate: fateOf(from) };
    });
  const taken = matches.gone
    .filter(({ eId }) => here.has(eId))
    .map(({ eId, text }): MovedEId => ({ from: eId, to: eId, text, fate: "taken" }));
  const held = [...places].map(([from, to]): MovedEId => ({ from, to, text: null, fate: fateOf(from) }));
  return [...clauses, ...taken, ...held];
}

function changeOf(kept: Kept, redirects: readonly Redirect[]): DocumentChange {
  const { before, after, matches } = kept;
  const places = movedPlaces(before, after, matches.pairs);
  const reworded = matches.pairs
    .filter((pair) => pair.before.text !== pair.after.text || pair.before.original !== pair.after.original)
    .map((pair): RewordedClause => {
      // Where only the signs of the source changed, its own text shows what.
      const side = pair.before.text === pair.after.text ? "original" : "text";
      const [old, now] = [pair.before[side], pair.after[side]];
      return { eId: pair.after.eId, before: old, after: now, pieces: piecesOf(old, now) };
    });
  return {
    ...named(after),
    facts: changedFacts(before.meta, after.meta),
    headings: changedHeadings(before, after, places),
    reworded,
    added: matches.added,
    gone: matches.gone,
    moved: movedEIds(kept, places, redirects),
  };
}

const isEdited = ({ facts, headings, reworded, added, gone, moved }: DocumentChange): boolean =>
  [facts, headings, reworded, added, gone, moved].some((list) => list.length > 0);

export function documentsChange(before: Snapshot, after: Snapshot, kept: readonly Kept[]): Documents {
  const unread = [...new Set([...before.unread, ...after.unread])].sort();
  const [old, now] = [new Set(kept.map((one) => idOf(one.before))), new Set(kept.map((one) => idOf(one.after)))];
  const others = (documents: readonly PolicyDocument[], known: ReadonlySet<string>): readonly Named[] =>
    documents.map(named).filter(({ id }) => !known.has(id) && !unread.includes(id));
  return {
    added: others(after.documents, now),
    removed: others(before.documents, old),
    renamed: kept
      .filter((one) => idOf(one.before) !== idOf(one.after))
      .map((one) => ({ from: idOf(one.before), to: idOf(one.after), title: one.after.meta.title })),
    unread,
    edited: kept.map((one) => changeOf(one, after.redirects)).filter(isEdited),
  };
}

/** The redirects that keep links which would break. */
export function missingRedirects({ renamed, edited }: Documents, redirects: readonly Redirect[]): readonly Redirect[] {
  const caught = new Set(redirects.map(({ from }) => nameOf(from)));
  const whole = renamed
    .map(({ from, to }): Redirect => {
      const address = (document: string): Address => ({ document, eId: null });
      return { from: address(from), to: address(to), why: "文件改了代号" };
    })
    .filter(({ from }) => !caught.has(nameOf(from)));
  const inside = edited.flatMap(({ id, moved }) =>
    moved
      .filter(({ fate }) => fate === "redirect")
      .map(({ from, to, text }): Redirect => {
        const why = text === null ? "条款换了位置" : "句子换了位置";
        return { from: { document: id, eId: from }, to: { document: id, eId: to }, why };
      }),
  );
  return [...whole, ...inside];
}
