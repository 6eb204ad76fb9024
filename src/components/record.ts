import type { Alignment, Ledger, PolicyDocument, Provision, Target, Thread } from "../text/model.ts";
import { fold, type Reading } from "../text/normalize/fold.ts";
import type { Redirect } from "../text/redirects/redirect.ts";
import { STATED_FIELDS } from "../text/targets/fields.ts";
import type { Member } from "./corpus.ts";
import { countTargets, ownClauses } from "./counts.ts";

/** The shapes of the files under data/: what the site shows is what these say. */

/** In the order of the files, JSON and CSV alike. */
export const TARGET_FIELDS = [
  "document",
  "eId",
  "quote",
  ...STATED_FIELDS,
  "origin",
] as const satisfies readonly (keyof Target)[];

export function corpusRecord(members: readonly Member[], targets: readonly Target[], url: (id: string) => string) {
  const targetsOf = countTargets(targets);
  return {
    documents: members.map(({ document: { meta }, printed, counts }) => ({
      id: meta.id,
      title: meta.title,
      titleOriginal: printed.title,
      shortTitle: meta.shortTitle,
      number: meta.number,
      issuers: meta.issuers,
      issued: meta.issued,
      horizon: meta.horizon,
      level: meta.level,
      script: meta.script,
      url: url(meta.id),
      source: meta.source,
      supplied: meta.supplied,
      counts: {
        provisions: counts.provisions,
        clauses: counts.clauses,
        targets: targetsOf(meta.id),
        characters: counts.characters,
      },
    })),
  };
}

interface ProvisionRecord {
  readonly eId: string;
  readonly kind: string;
  readonly num: string | null;
  readonly heading: string | null;
  readonly headingOriginal: string | null;
  readonly note: string | null;
  readonly responsible: Provision["responsible"];
  readonly children: readonly ProvisionRecord[];
  readonly clauses: readonly {
    readonly eId: string;
    readonly text: string;
    readonly original: string;
    readonly themes: readonly string[];
  }[];
}

/** Ids of the themes of a clause, by its eId. */
export type ThemesOf = (eId: string) => readonly string[];

function provisionRecord(provision: Provision, reading: Reading, themes: ThemesOf): ProvisionRecord {
  const { eId, kind, num, heading, note, responsible } = provision;
  return {
    eId,
    kind,
    num: num === null ? null : fold(num, reading),
    heading: heading === null ? null : fold(heading, reading),
    headingOriginal: heading,
    note,
    responsible,
    children: provision.children.map((child) => provisionRecord(child, reading, themes)),
    clauses: ownClauses(provision).map(({ eId, text, original }) => ({ eId, text, original, themes: themes(eId) })),
  };
}

export function documentRecord({ meta, provisions }: PolicyDocument, themes: ThemesOf) {
  return { id: meta.id, provisions: provisions.map((provision) => provisionRecord(provision, meta, themes)) };
}

export function ledgerRecord({ seed, sha256, length, spans }: Ledger) {
  return { seed, sha256, length, spans };
}

/** Who goes with whom first, then what shows it. */
export function alignmentRecord({ from, to, relation, score, origin, evidence, reasons, note }: Alignment) {
  return { from, to, relation, score, origin, evidence, reasons, note };
}

/** Where it stands first, then what it says. */
export function targetRecord(target: Target) {
  return Object.fromEntries(TARGET_FIELDS.map((field) => [field, target[field]]));
}

export function threadRecord({ id, name, theme, stations }: Thread) {
  return { id, name, theme, clauses: stations.map(({ document, eId }) => ({ document, eId })) };
}

/** Of a whole document the eIds are null. */
export function redirectRecord({ from, to, why }: Redirect) {
  return { from, to, why };
}

export function json(value: object): Response {
  return new Response(`${JSON.stringify(value, null, 1)}\n`, {
    headers: { "content-type": "application/json; charset=utf-8" },
  });
}
