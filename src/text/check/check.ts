import { placeOf } from "../problems/problem.ts";
import { brackets } from "./brackets.ts";
import { characterFaults } from "./characters.ts";
import { type Fault, warning } from "./fault.ts";
import { emptyProvisions, headingDepths } from "./headings.ts";
import { insertions } from "./insertions.ts";
import { leftMarkup } from "./markup.ts";
import { numberGaps, numberSequence } from "./numbers.ts";
import { halfWidth, strayBlanks } from "./punctuation.ts";
import { repeatedParagraphs } from "./repeats.ts";
import { mixedScripts } from "./scripts.ts";
import type { Sheet } from "./sheet.ts";

const RULES: readonly ((sheet: Sheet) => Fault[])[] = [
  ({ source }) => characterFaults(source),
  numberGaps,
  numberSequence,
  emptyProvisions,
  headingDepths,
  brackets,
  mixedScripts,
  halfWidth,
  strayBlanks,
  leftMarkup,
  repeatedParagraphs,
  insertions,
];

/** The line of a fault and of what it goes on for, to look for what an editor has accepted. */
function lineAt(source: string, offset: number): string {
  const start = source.lastIndexOf("\n", offset - 1) + 1;
  const end = source.indexOf("\n", offset);
  return source.slice(start, end < 0 ? undefined : end);
}

/** An entry that silences nothing would one day silence something else. */
function idle({ source, meta }: Sheet, met: ReadonlySet<number>): Fault[] {
  return (meta?.accepted ?? []).flatMap(({ rule, text }, i): Fault[] => {
    if (met.has(i)) return [];
    const list = Math.max(0, source.search(/^accepted:/mu));
    const at = source.indexOf(text, list);
    const message = `accepted 第 ${i + 1} 条没有用处：含有“${text}”的行没有 ${rule} 的问题，删去这一条`;
    return [warning("accepted-idle", at < 0 ? list : at, message)];
  });
}

/** What every rule finds in a document, without what its editor has accepted. */
export function checkDocument(sheet: Sheet): Fault[] {
  const accepted = sheet.meta?.accepted ?? [];
  const met = new Set<number>();
  const faults = RULES.flatMap((rule) => rule(sheet)).filter(({ rule, offset }) => {
    const line = lineAt(sheet.source, offset);
    const entry = accepted.findIndex((one) => one.rule === rule && line.includes(one.text));
    if (entry >= 0) met.add(entry);
    return entry < 0;
  });
  return [...faults, ...idle(sheet, met)];
}

/** Lines from 1 of the beginning and the end of a fault. */
export function linesOf(source: string, { offset, end }: Fault): { readonly line: number; readonly endLine: number } {
  return { line: placeOf(source, offset).line, endLine: placeOf(source, Math.max(offset, end - 1)).line };
}
