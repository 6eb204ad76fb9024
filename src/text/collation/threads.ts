import type { Edition } from "./edition.ts";
import { wordingOf } from "./features.ts";
import type { Lexicons, Prepared, PreparedDocument } from "./prepare.ts";

/**
 * What editors read of other documents speaks for a pair as well: if a clause was restated in a third document, and
 * another clause is worded like that one, the two may belong together although they share few words.
 */

export const isRestating = (relation: string): boolean => relation === "verbatim" || relation === "reworded";

const name = (document: string, eId: string): string => `${document} ${eId}`;

/** For every clause, by document and eId, the clauses of other documents that editors found to restate it. */
export class Kin {
  readonly #partners = new Map<string, { readonly document: string; readonly statement: Prepared }[]>();

  constructor(documents: readonly PreparedDocument[], editions: readonly Edition[]) {
    const statements = new Map(
      documents.flatMap(({ id, statements }) => statements.map((s) => [name(id, s.clause.eId), s] as const)),
    );
    for (const { pairs } of editions)
      for (const { from, to, relation } of pairs) {
        const [a, b] = [statements.get(name(from.document, from.eId)), statements.get(name(to.document, to.eId))];
        if (!a || !b || !isRestating(relation)) continue;
        this.#add(name(from.document, from.eId), to.document, b);
        this.#add(name(to.document, to.eId), from.document, a);
      }
  }

  #add(clause: string, document: string, statement: Prepared): void {
    const list = this.#partners.get(clause);
    if (list) list.push({ document, statement });
    else this.#partners.set(clause, [{ document, statement }]);
  }

  /** 0–1: how like `other`, a clause of `elsewhere`, is to the best of a clause's partners in third documents. */
  through(document: string, clause: Prepared, elsewhere: string, other: Prepared, lexicons: Lexicons): number {
    const partners = this.#partners.get(name(document, clause.clause.eId)) ?? [];
    return partners
      .filter((partner) => partner.document !== elsewhere)
      .reduce((best, { statement }) => Math.max(best, wordingOf(statement, other, lexicons).wording), 0);
  }
}
