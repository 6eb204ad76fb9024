import type { APIRoute } from "astro";
import { corpus } from "../../components/corpus.ts";
import { corpusRecord, json } from "../../components/record.ts";
import { corpusTargets } from "../../components/targets.ts";

// The address is relative to the site's root, so that it holds wherever the site is put.
export const GET: APIRoute = async () =>
  json(corpusRecord(await corpus(), await corpusTargets(), (id) => `documents/${id}/index.html`));
