import type { Clause, PolicyDocument, Provision } from "../model.ts";
import { fold } from "../normalize/fold.ts";
import { asides } from "./aside.ts";

/** A clause with what stands around it. */
export interface Statement {
  readonly clause: Clause;
  /** Folded headings from the top of the document down to the clause. */
  readonly path: readonly string[];
  /** eId of the provision that holds it. */
  readonly provision: string;
}

/** Every clause of a document, in order. */
export function everyStatement({ meta, provisions }: PolicyDocument): Statement[] {
  const within = (provision: Provision, above: readonly string[]): Statement[] => {
    const path = provision.heading === null ? above : [...above, fold(provision.heading, meta)];
    const own = provision.paragraphs
      .flatMap(({ clauses }) => clauses)
      .map((clause) => ({ clause, path, provision: provision.eId }));
    return [...own, ...provision.children.flatMap((child) => within(child, path))];
  };
  return provisions.flatMap((provision) => within(provision, []));
}

/** Every clause that can have a predecessor or a successor. */
export function statements(document: PolicyDocument): Statement[] {
  const aside = asides(document);
  return everyStatement(document).filter(({ clause }) => !aside.has(clause.eId));
}
