import type { DocumentMeta, PolicyDocument, Provision, ProvisionKind } from "../text/model.ts";
import { fold } from "../text/normalize/fold.ts";
import { ownClauses } from "./counts.ts";
import { titleOf, unnumberedName } from "./outline.ts";

/** A provision by its title. */
export interface Title {
  readonly eId: string;
  readonly title: string;
}

/** Where a clause stands in its document. */
export interface Place {
  /** The top-level provision. */
  readonly section: Title;
  /** The one below it, if that has a title. */
  readonly part: Title | null;
  /** Numbers from the top down: 三（二）1 */
  readonly number: string;
  /** The nearest heading above the clause. */
  readonly heading: string;
}

/** Provisions that divide a section for the eye; smaller ones would cut it to pieces. */
const PARTS: ReadonlySet<ProvisionKind> = new Set(["chapter", "division", "article", "subsection", "head", "box"]);

function ownName({ kind, heading }: Provision, meta: DocumentMeta): string | null {
  if (heading !== null) return fold(heading, meta);
  return unnumberedName(kind) ?? (kind === "preamble" ? "引言" : null);
}

function titled(provision: Provision, meta: DocumentMeta): Title {
  const { eId, num } = provision;
  return { eId, title: titleOf(num === null ? null : fold(num, meta), ownName(provision, meta)) };
}

/** Two digits of different numbers must not read as one: 专栏4 · 1 */
function joined(above: string, own: string): string {
  return /\d$/u.test(above) && /^\d/u.test(own) ? `${above} · ${own}` : `${above}${own}`;
}

function within(provision: Provision, above: Place | null, meta: DocumentMeta): readonly (readonly [string, Place])[] {
  const isPart = above !== null && above.part === null && PARTS.has(provision.kind);
  const place: Place = {
    section: above?.section ?? titled(provision, meta),
    part: isPart ? titled(provision, meta) : (above?.part ?? null),
    number: joined(above?.number ?? "", fold(provision.num ?? "", meta).replace(/[、.．]$/u, "")),
    heading: ownName(provision, meta) ?? above?.heading ?? "",
  };
  return [
    ...ownClauses(provision).map(({ eId }) => [eId, place] as const),
    ...provision.children.flatMap((child) => within(child, place, meta)),
  ];
}

/** The place of every clause, by its eId. */
export function placesOf({ meta, provisions }: PolicyDocument): ReadonlyMap<string, Place> {
  return new Map(provisions.flatMap((provision) => within(provision, null, meta)));
}
