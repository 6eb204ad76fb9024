import type { APIRoute, InferGetStaticPropsType } from "astro";
import { documentPaths } from "../../../components/corpus.ts";
import { documentRecord, json } from "../../../components/record.ts";
import { documentThemes } from "../../../components/themes.ts";

export const getStaticPaths = documentPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof documentPaths>> = async ({ props: { member } }) =>
  json(documentRecord(member.document, await documentThemes(member.document.meta.id)));
