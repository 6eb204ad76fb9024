import type { DocumentMeta } from "../text/model.ts";
import { dateName, horizonName } from "./words.ts";

/** A line of a document's particulars. */
export interface Fact {
  readonly name: string;
  readonly values: readonly string[];
  /** Why the editor supplied it, or null if the source states it. */
  readonly supplied: string | null;
}

function why({ supplied }: DocumentMeta, field: keyof DocumentMeta): string | null {
  return supplied.find((one) => one.field === field)?.why ?? null;
}

export function facts(meta: DocumentMeta): readonly Fact[] {
  const { issuers, number, issued, horizon } = meta;
  return [
    { name: "发布机关", values: issuers, supplied: why(meta, "issuers") },
    { name: "文号", values: [number ?? "抓取文本未载"], supplied: why(meta, "number") },
    { name: "发布日期", values: [dateName(issued)], supplied: why(meta, "issued") },
    { name: "目标年份", values: [horizonName(horizon)], supplied: why(meta, "horizon") },
  ];
}

export function suppliedTitle(meta: DocumentMeta): string | null {
  return why(meta, "title");
}
