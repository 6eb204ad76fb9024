import type { APIRoute } from "astro";
import { csvResponse } from "../../components/csv.ts";
import { targetsTable } from "../../components/tables.ts";
import { corpusTargets } from "../../components/targets.ts";

export const GET: APIRoute = async () => csvResponse(targetsTable(await corpusTargets()));
