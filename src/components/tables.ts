import type { Alignment, ClauseRef, Ledger, PolicyDocument, Target, Thread } from "../text/model.ts";
import { fold } from "../text/normalize/fold.ts";
import type { Redirect } from "../text/redirects/redirect.ts";
import { keyOf } from "../text/structure/key.ts";
import type { Member } from "./corpus.ts";
import { allProvisions, countTargets, ownClauses } from "./counts.ts";
import { csv } from "./csv.ts";
import { TARGET_FIELDS, type ThemesOf } from "./record.ts";

/** The same as the JSON files, as tables for spreadsheets. */

export function corpusTable(members: readonly Member[], targets: readonly Target[]): string {
  const targetsOf = countTargets(targets);
  const columns = ["id", "title", "shortTitle", "number", "issuers", "issued", "horizon", "level", "script"];
  const rows = members.map(({ document: { meta }, counts }) => [
    meta.id,
    meta.title,
    meta.shortTitle,
    meta.number,
    meta.issuers.join("；"),
    meta.issued,
    meta.horizon.join("；"),
    meta.level,
    meta.script,
    counts.provisions,
    counts.clauses,
    targetsOf(meta.id),
    counts.characters,
  ]);
  return csv([...columns, "provisions", "clauses", "targets", "characters"], rows);
}

/** One line for each clause, with the number and heading of the provision that it stands in. */
export function clausesTable(document: PolicyDocument, themes: ThemesOf): string {
  const rows = allProvisions(document).flatMap((provision) =>
    ownClauses(provision).map(({ eId, text, original }) => [
      eId,
      provision.eId,
      provision.kind,
      provision.num,
      provision.heading === null ? null : fold(provision.heading, document.meta),
      text,
      original,
      themes(eId).join("；"),
    ]),
  );
  return csv(["eId", "provision", "kind", "num", "heading", "text", "original", "themes"], rows);
}

export function ledgerTable({ spans }: Ledger): string {
  const rows = spans.map((span) => [
    span.start,
    span.end,
    span.fate,
    span.fate === "kept" ? span.eId : null,
    span.fate === "duplicate" ? span.of : null,
    span.fate === "boilerplate" ? span.rule : null,
    span.fate === "boilerplate" ? span.why : null,
  ]);
  return csv(["start", "end", "fate", "eId", "of", "rule", "why"], rows);
}

/** One line for each pair, with the text of both clauses. */
export function alignmentsTable(members: readonly Member[], alignments: readonly Alignment[]): string {
  const texts = new Map(
    members.flatMap(({ document }) =>
      allProvisions(document).flatMap((provision) =>
        ownClauses(provision).map(({ eId, text }) => [`${document.meta.id} ${eId}`, text] as const),
      ),
    ),
  );
  const textOf = ({ document, eId }: ClauseRef): string => texts.get(`${document} ${eId}`) ?? "";
  const columns = ["fromDocument", "fromEId", "toDocument", "toEId", "relation", "score", "origin"];
  const rows = alignments.map(({ from, to, relation, score, origin, note }) => [
    from.document,
    from.eId,
    to.document,
    to.eId,
    relation,
    score,
    origin,
    textOf(from),
    textOf(to),
    note,
  ]);
  return csv([...columns, "fromText", "toText", "note"], rows);
}

/** One line for each clause of each thread. */
export function threadsTable(threads: readonly Thread[], texts: ReadonlyMap<string, string>): string {
  const rows = threads.flatMap(({ id, name, theme, stations }) =>
    stations.map((station) => [
      id,
      name,
      theme,
      station.document,
      station.eId,
      station.after?.relation ?? null,
      texts.get(keyOf(station)) ?? "",
    ]),
  );
  return csv(["thread", "name", "theme", "document", "eId", "relation", "text"], rows);
}

export function redirectsTable(redirects: readonly Redirect[]): string {
  const rows = redirects.map(({ from, to, why }) => [from.document, from.eId, to.document, to.eId, why]);
  return csv(["fromDocument", "fromEId", "toDocument", "toEId", "why"], rows);
}

export function targetsTable(targets: readonly Target[]): string {
  return csv(
    TARGET_FIELDS,
    targets.map((target) => TARGET_FIELDS.map((field) => target[field])),
  );
}
