import type { Additive } from "./additive.ts";
import type { Candidate } from "./candidates.ts";
import { type Heard, look } from "./context.ts";
import type { Edition } from "./edition.ts";
import { wordingOf } from "./features.ts";
import type { Prepared, PreparedDocument } from "./prepare.ts";

/**
 * What editors read of other documents speaks for a pair as well: if a clause was restated in a third document, and
 * another clause is like that one, the two may belong together although they share few words.
 */

export const isRestating = (relation: string): boolean => relation === "verbatim" || relation === "reworded";

const name = (document: string, eId: string): string => `${document} ${eId}`;

/** A clause of a third document. */
interface Partner {
  readonly document: PreparedDocument;
  /** Index of its statement. */
  readonly place: number;
}

/** How likely the statements of two documents restate each other at first look, by their indices. */
type Likely = ReadonlyMap<string, number>;

/** For every clause, by document and eId, the clauses of other documents that editors found to restate it. */
export class Kin {
  readonly #partners = new Map<string, Partner[]>();
  readonly #likely = new Map<string, Likely>();
  readonly #order: ReadonlyMap<string, number>;
  readonly #first: (a: string, b: string) => Additive;

  /**
   * @param documents in date order
   * @param first the model of the first look at two documents
   */
  constructor(
    documents: readonly PreparedDocument[],
    editions: readonly Edition[],
    first: (a: string, b: string) => Additive,
  ) {
    this.#first = first;
    this.#order = new Map(documents.map(({ id }, i) => [id, i]));
    const partners = new Map(
      documents.flatMap((document) =>
        document.statements.map(
          ({ clause }, place) => [name(document.id, clause.eId), { document, place }] satisfies [string, Partner],
        ),
      ),
    );
    for (const { pairs } of editions)
      for (const { from, to, relation } of pairs) {
        const [a, b] = [name(from.document, from.eId), name(to.document, to.eId)];
        const [x, y] = [partners.get(a), partners.get(b)];
        if (!x || !y || !isRestating(relation)) continue;
        this.#add(a, y);
        this.#add(b, x);
      }
  }

  #add(clause: string, partner: Partner): void {
    const list = this.#partners.get(clause);
    if (list) list.push(partner);
    else this.#partners.set(clause, [partner]);
  }

  /** What speaks for a candidate of two documents, whichever of them was read with others. */
  hear(a: PreparedDocument, b: PreparedDocument, candidate: Candidate): Heard {
    const [x, y] = [this.through(a, candidate.a, b, candidate.b), this.through(b, candidate.b, a, candidate.a)];
    return { thread: Math.max(x.thread, y.thread), kin: Math.max(x.kin, y.kin) };
  }

  /** How like `other`, a clause of `elsewhere`, is to the best of a clause's partners in third documents. */
  through(document: PreparedDocument, clause: number, elsewhere: PreparedDocument, other: number): Heard {
    const eId = document.statements[clause]?.clause.eId ?? "";
    const statement = elsewhere.statements[other] as Prepared;
    let [thread, kin] = [0, 0];
    for (const partner of this.#partners.get(name(document.id, eId)) ?? []) {
      if (partner.document === elsewhere) continue;
      const like = partner.document.statements[partner.place] as Prepared;
      thread = Math.max(thread, wordingOf(like, statement, document.lexicons).wording);
      kin = Math.max(kin, this.#likelyOf(elsewhere, other, partner));
    }
    return { thread, kin };
  }

  #likelyOf(document: PreparedDocument, place: number, partner: Partner): number {
    const earlier = (this.#order.get(document.id) ?? 0) < (this.#order.get(partner.document.id) ?? 0);
    if (earlier) return this.#look(document, partner.document).get(`${place} ${partner.place}`) ?? 0;
    return this.#look(partner.document, document).get(`${partner.place} ${place}`) ?? 0;
  }

  #look(a: PreparedDocument, b: PreparedDocument): Likely {
    const key = name(a.id, b.id);
    const known = this.#likely.get(key);
    if (known) return known;
    const { list, likely } = look(a, b, this.#first(a.id, b.id));
    const made = new Map(list.map((candidate, i) => [`${candidate.a} ${candidate.b}`, likely[i] as number]));
    this.#likely.set(key, made);
    return made;
  }
}
