import type { APIRoute } from "astro";
import { corpus } from "../../components/corpus.ts";
import { csvResponse } from "../../components/csv.ts";
import { corpusTable } from "../../components/tables.ts";
import { corpusTargets } from "../../components/targets.ts";

export const GET: APIRoute = async () => csvResponse(corpusTable(await corpus(), await corpusTargets()));
