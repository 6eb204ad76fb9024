import type { APIRoute, InferGetStaticPropsType } from "astro";
import { sourcePaths } from "../../../components/corpus.ts";
import { csvResponse } from "../../../components/csv.ts";
import { ledgerTable } from "../../../components/tables.ts";

export const getStaticPaths = sourcePaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof sourcePaths>> = ({ props }) =>
  csvResponse(ledgerTable(props.source.ledger));
