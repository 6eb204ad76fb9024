import type { APIRoute, InferGetStaticPropsType } from "astro";
import { sourcePaths } from "../../../components/corpus.ts";
import { json, ledgerRecord } from "../../../components/record.ts";

export const getStaticPaths = sourcePaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof sourcePaths>> = ({ props }) =>
  json(ledgerRecord(props.source.ledger));
