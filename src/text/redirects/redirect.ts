import type { ClauseRef, PolicyDocument } from "../model.ts";
import { allProvisions } from "../structure/outline.ts";

/** What a link leads to: a whole document, or what bears the eId in it. */
export interface Address {
  readonly document: string;
  readonly eId: string | null;
}

/** An address that was published, and the one that stands for it now. */
export interface Redirect {
  readonly from: Address;
  readonly to: Address;
  /** The editor's reason. */
  readonly why: string | null;
}

export function addressOf(name: string): Address {
  const [document = "", eId] = name.split("#");
  return { document, eId: eId ?? null };
}

/** As an editor writes it: `2021-fyp` or `2021-fyp#sec_1__p_1__cl_1`. */
export const nameOf = ({ document, eId }: Address): string => (eId === null ? document : `${document}#${eId}`);

/** Everything in a document that a link can lead to: provisions, paragraphs and clauses. */
export function eIdsOf({ provisions }: PolicyDocument): ReadonlySet<string> {
  return new Set(
    allProvisions(provisions).flatMap(({ eId, paragraphs }) => [
      eId,
      ...paragraphs.flatMap((paragraph) => [paragraph.eId, ...paragraph.clauses.map((clause) => clause.eId)]),
    ]),
  );
}

/** What things were called before. */
export interface Former {
  /** The ids that a document had. */
  documents(id: string): readonly string[];
  /** The eIds that something in a document had. */
  eIds(document: string, eId: string): readonly string[];
}

export function formerOf(redirects: readonly Redirect[]): Former {
  const names = Map.groupBy(redirects, ({ to }) => nameOf(to));
  const of = (address: Address): readonly Address[] => (names.get(nameOf(address)) ?? []).map(({ from }) => from);
  return {
    documents: (id) => of({ document: id, eId: null }).map(({ document }) => document),
    eIds: (document, eId) => of({ document, eId }).flatMap((from) => from.eId ?? []),
  };
}

/** One side of a row: a clause, or none. */
type Side = ClauseRef | null;

/**
 * The ids that a row of a comparison had, `<from eId>--<to eId>`: every way in which its clauses were called, but the
 * one in which they are called now.
 */
export function formerRows(former: Former, from: Side, to: Side): readonly string[] {
  const named = (side: Side): readonly string[] =>
    side === null ? [""] : [side.eId, ...former.eIds(side.document, side.eId)];
  const others = named(to);
  return named(from)
    .flatMap((first) => others.map((second) => `${first}--${second}`))
    .slice(1);
}

/** The keys that a clause had, `<document>--<eId>`, by which threads are named. */
export function formerKeys(former: Former, { document, eId }: ClauseRef): readonly string[] {
  const documents = [document, ...former.documents(document)];
  const eIds = [eId, ...former.eIds(document, eId)];
  return documents.flatMap((id) => eIds.map((name) => `${id}--${name}`)).slice(1);
}
