import type { APIRoute, InferGetStaticPropsType } from "astro";
import { documentPaths } from "../../../components/corpus.ts";
import { csvResponse } from "../../../components/csv.ts";
import { clausesTable } from "../../../components/tables.ts";
import { documentThemes } from "../../../components/themes.ts";

export const getStaticPaths = documentPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof documentPaths>> = async ({ props: { member } }) =>
  csvResponse(clausesTable(member.document, await documentThemes(member.document.meta.id)));
