import type { RecordText } from "./record.ts";

/** The eId of the clause in which an offset of a line of a record stands; of the record where no clause does. */
export function eIdAt({ eId, lines, clauses }: RecordText, line: number, offset: number): string {
  if (line !== lines.length - 1) return eId;
  const length = clauses.reduce((sum, one) => sum + one, 0);
  let end = (lines[line] ?? "").length - length;
  if (offset < end) return eId;
  const number = clauses.findIndex((one) => {
    end += one;
    return offset < end;
  });
  return number < 0 ? eId : `${eId}__cl_${number + 1}`;
}
