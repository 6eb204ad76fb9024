import type { APIRoute } from "astro";
import { csvResponse } from "../../components/csv.ts";
import { allRedirects } from "../../components/redirects.ts";
import { redirectsTable } from "../../components/tables.ts";

export const GET: APIRoute = async () => csvResponse(redirectsTable(await allRedirects()));
