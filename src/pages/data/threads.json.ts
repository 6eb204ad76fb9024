import type { APIRoute } from "astro";
import { json, threadRecord } from "../../components/record.ts";
import { corpusThreads } from "../../components/threads.ts";

export const GET: APIRoute = async () => json((await corpusThreads()).map(threadRecord));
