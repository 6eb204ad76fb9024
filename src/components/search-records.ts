import type { DocumentMeta, Paragraph, PolicyDocument, Provision } from "../text/model.ts";
import { FACTS, type SearchRecord } from "../text/search/record.ts";
import { facts } from "./facts.ts";
import { gapNote, titleOf, unnumberedName } from "./outline.ts";
import { headingForm } from "./provision.ts";

/** What the site knows of a clause, by its eId. */
export interface Known {
  readonly themes: (eId: string) => readonly string[];
  readonly isNew: (eId: string) => boolean;
  readonly isKept: (eId: string) => boolean;
  readonly isGoal: (eId: string) => boolean;
}

type Words = Omit<SearchRecord, "facts" | "themes"> & { readonly eIds: readonly string[] };

function headingOf({ kind, num, heading, stop }: Provision): string {
  return `${titleOf(num, heading)}${stop}` || (unnumberedName(kind) ?? "");
}

/** A paragraph, with the heading that runs on into it. */
function paragraphRecord({ eId, clauses }: Paragraph, trail: readonly string[], title: string): Words {
  return {
    eId,
    trail,
    lines: [title + clauses.map(({ original }) => original).join("")],
    heading: title.length,
    clauses: clauses.map(({ original }) => original.length),
    eIds: clauses.map((clause) => clause.eId),
  };
}

/** A line that no clause is in: a heading above other provisions, or the note at a gap. */
function lineRecord(eId: string, trail: readonly string[], line: string, heading: number): Words {
  return { eId, trail, lines: [line], heading, clauses: [], eIds: [] };
}

function provisionRecords(provision: Provision, above: readonly string[]): readonly Words[] {
  const { eId, paragraphs, children, note } = provision;
  const form = headingForm(provision);
  const title = form === "none" ? "" : headingOf(provision);
  const trail = title === "" ? above : [...above, title];
  // A heading on its own line is a place of its own: what is below it need not hold what it says.
  const alone = form === "block" ? [lineRecord(eId, above, title, title.length)] : [];
  const gap = note === null ? [] : [lineRecord(eId, trail, gapNote(note), 0)];
  const own = paragraphs.map((paragraph, i) => {
    const opens = i === 0 && (form === "run-in" || form === "lead");
    return paragraphRecord(paragraph, opens ? above : trail, opens ? title : "");
  });
  return [...gap, ...alone, ...own, ...children.flatMap((child) => provisionRecords(child, trail))];
}

/** The head of a document's page, as printed. */
function headRecord(meta: DocumentMeta): SearchRecord {
  const { title, shortTitle, source, supplied } = meta;
  const particulars = facts(meta).flatMap(({ values }) => values);
  const lines = [title, shortTitle, ...particulars, source.name, ...supplied.map(({ why }) => why)];
  return { eId: "", trail: [], lines, heading: title.length, clauses: [], facts: FACTS.isHead, themes: [] };
}

function factsOf(eIds: readonly string[], { isNew, isKept, isGoal }: Known): number {
  return (
    (eIds.some(isNew) ? FACTS.isNew : 0) |
    (eIds.some(isKept) ? FACTS.isKept : 0) |
    (eIds.some(isGoal) ? FACTS.isGoal : 0)
  );
}

/** All that a reader of a document sees, in the pieces that a search leads to, in reading order. */
export function searchRecords({ meta, provisions }: PolicyDocument, known: Known): readonly SearchRecord[] {
  const words = provisions.flatMap((provision) => provisionRecords(provision, []));
  const records = words.map(({ eIds, ...record }) => ({
    ...record,
    facts: factsOf(eIds, known),
    themes: [...new Set(eIds.flatMap(known.themes))],
  }));
  return [headRecord(meta), ...records];
}
