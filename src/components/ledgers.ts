import type { Source } from "../loaders/sources.ts";
import { type Member, sourceOf } from "./corpus.ts";
import { allProvisions } from "./counts.ts";
import { shareOf, shares } from "./ledger.ts";

/** What became of a document's seed, as figures. */
export interface LedgerEntry {
  readonly member: Member;
  readonly length: number;
  /** Shares of the seed, 0–1. */
  readonly kept: number;
  readonly duplicate: number;
  readonly boilerplate: number;
  readonly markup: number;
  readonly space: number;
  readonly duplicatePassages: number;
  readonly boilerplatePassages: number;
  readonly gaps: number;
}

function entry(member: Member, { ledger }: Source): LedgerEntry {
  const passages = new Map(shares(ledger).map((share) => [share.fate, share.passages]));
  return {
    member,
    length: ledger.length,
    kept: shareOf(ledger, "kept"),
    duplicate: shareOf(ledger, "duplicate"),
    boilerplate: shareOf(ledger, "boilerplate"),
    markup: shareOf(ledger, "markup"),
    space: shareOf(ledger, "space"),
    duplicatePassages: passages.get("duplicate") ?? 0,
    boilerplatePassages: passages.get("boilerplate") ?? 0,
    gaps: allProvisions(member.document).filter(({ kind }) => kind === "gap").length,
  };
}

/** The figures of every document that has a seed. */
export async function ledgerEntries(members: readonly Member[]): Promise<readonly LedgerEntry[]> {
  const found = members.map(async (member) => {
    const source = await sourceOf(member.document.meta.id);
    return source === null ? [] : [entry(member, source)];
  });
  return (await Promise.all(found)).flat();
}
