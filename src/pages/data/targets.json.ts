import type { APIRoute } from "astro";
import { json, targetRecord } from "../../components/record.ts";
import { corpusTargets } from "../../components/targets.ts";

export const GET: APIRoute = async () => json((await corpusTargets()).map(targetRecord));
