import type { DocumentMeta } from "../text/model.ts";
import { fold } from "../text/normalize/fold.ts";

/** The particulars as a Simplified page names them; those of a Simplified document stay as they are. */
export function simplifiedMeta(meta: DocumentMeta): DocumentMeta {
  if (meta.script === "Hans") return meta;
  return {
    ...meta,
    title: fold(meta.title, meta),
    number: meta.number === null ? null : fold(meta.number, meta),
    issuers: meta.issuers.map((issuer) => fold(issuer, meta)),
  };
}
