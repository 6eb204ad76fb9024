import type { APIRoute } from "astro";
import { allAlignments } from "../../components/comparisons.ts";
import { corpus } from "../../components/corpus.ts";
import { alignmentRecord, json } from "../../components/record.ts";

export const GET: APIRoute = async () => json((await allAlignments(await corpus(), "auto")).map(alignmentRecord));
