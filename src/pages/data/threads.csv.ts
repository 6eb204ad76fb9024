import type { APIRoute } from "astro";
import { corpus } from "../../components/corpus.ts";
import { csvResponse } from "../../components/csv.ts";
import { threadsTable } from "../../components/tables.ts";
import { corpusThreads, toldOf } from "../../components/threads.ts";

export const GET: APIRoute = async () => {
  const { texts } = toldOf(await corpus());
  return csvResponse(threadsTable(await corpusThreads(), texts));
};
