import type { APIRoute, InferGetStaticPropsType } from "astro";
import { documentPaths } from "../../../components/corpus.ts";
import { documentRecord, json } from "../../../components/record.ts";

export const getStaticPaths = documentPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof documentPaths>> = ({ props }) =>
  json(documentRecord(props.member.document));
