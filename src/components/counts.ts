import type { Clause, PolicyDocument, Provision, Target } from "../text/model.ts";

export interface Counts {
  readonly provisions: number;
  readonly clauses: number;
  /** Of headings and clauses, numbers and signs included, white space not. */
  readonly characters: number;
}

/** A provision and everything below it, in reading order. */
export function descendants(provision: Provision): readonly Provision[] {
  return [provision, ...provision.children.flatMap(descendants)];
}

export function allProvisions(document: PolicyDocument): readonly Provision[] {
  return document.provisions.flatMap(descendants);
}

export function ownClauses(provision: Provision): readonly Clause[] {
  return provision.paragraphs.flatMap((paragraph) => paragraph.clauses);
}

function ownCharacters(provision: Provision): number {
  const title = `${provision.num ?? ""}${provision.heading ?? ""}${provision.stop}`.length;
  return ownClauses(provision).reduce((sum, clause) => sum + clause.original.length, title);
}

function countIn(provisions: readonly Provision[]): Counts {
  return {
    provisions: provisions.length,
    clauses: provisions.reduce((sum, provision) => sum + ownClauses(provision).length, 0),
    characters: provisions.reduce((sum, provision) => sum + ownCharacters(provision), 0),
  };
}

/** How much is in a document. */
export function countDocument(document: PolicyDocument): Counts {
  return countIn(allProvisions(document));
}

/** How much is in a provision, its children included. */
export function countProvision(provision: Provision): Counts {
  return countIn(descendants(provision));
}

export function total(counts: readonly Counts[]): Counts {
  return {
    provisions: counts.reduce((sum, count) => sum + count.provisions, 0),
    clauses: counts.reduce((sum, count) => sum + count.clauses, 0),
    characters: counts.reduce((sum, count) => sum + count.characters, 0),
  };
}

/** How many entries of the targets' file are a document's. */
export function countTargets(targets: readonly Target[]): (document: string) => number {
  const counts = new Map<string, number>();
  for (const { document } of targets) counts.set(document, (counts.get(document) ?? 0) + 1);
  return (document) => counts.get(document) ?? 0;
}
