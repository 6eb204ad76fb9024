import type { APIRoute } from "astro";
import { allAlignments } from "../../components/comparisons.ts";
import { corpus } from "../../components/corpus.ts";
import { csvResponse } from "../../components/csv.ts";
import { alignmentsTable } from "../../components/tables.ts";

export const GET: APIRoute = async () => {
  const members = await corpus();
  return csvResponse(alignmentsTable(members, await allAlignments(members, "alignments")));
};
