import type { APIRoute, InferGetStaticPropsType } from "astro";
import { documentPaths } from "../../../components/corpus.ts";
import { csvResponse } from "../../../components/csv.ts";
import { clausesTable } from "../../../components/tables.ts";

export const getStaticPaths = documentPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof documentPaths>> = ({ props }) =>
  csvResponse(clausesTable(props.member.document));
