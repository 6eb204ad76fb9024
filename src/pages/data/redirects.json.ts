import type { APIRoute } from "astro";
import { json, redirectRecord } from "../../components/record.ts";
import { allRedirects } from "../../components/redirects.ts";

export const GET: APIRoute = async () => json((await allRedirects()).map(redirectRecord));
