import type { DocumentMeta, Provision } from "../text/model.ts";
import { fold } from "../text/normalize/fold.ts";
import type { Member } from "./corpus.ts";
import { allProvisions } from "./counts.ts";
import { titleOf } from "./outline.ts";

/** Something that a reader should know is missing, broken off or not in the source. */
export interface Limit {
  readonly document: DocumentMeta;
  /** Where to look, or null for the document as a whole. */
  readonly eId: string | null;
  readonly what: string;
}

const FIELDS: Partial<Readonly<Record<string, string>>> = {
  title: "标题",
  number: "文号",
  issuers: "发布机关",
  issued: "发布日期",
  horizon: "目标年份",
  level: "层级",
  source: "来源",
};

function nameOf({ num, heading }: Provision, meta: DocumentMeta): string {
  return fold(titleOf(num, heading), meta);
}

/** Places where the source lacks text. */
export function gaps(members: readonly Member[]): readonly Limit[] {
  return members.flatMap(({ document }) =>
    allProvisions(document)
      .filter(({ kind }) => kind === "gap")
      .map(({ eId, note }) => ({ document: document.meta, eId, what: note ?? "缺失的内容不详" })),
  );
}

/** Lists of responsible bodies that the source breaks off. */
export function cutOffs(members: readonly Member[]): readonly Limit[] {
  return members.flatMap(({ document: { meta, ...document } }) =>
    allProvisions({ meta, ...document })
      .filter(({ responsible }) => responsible?.cutOff === true)
      .map((provision) => ({
        document: meta,
        eId: provision.responsible?.eId ?? provision.eId,
        what: `${nameOf(provision, meta)}：责任单位名单在原文中断开`,
      })),
  );
}

/** What the editor supplied because the source does not state it. */
export function supplied(members: readonly Member[]): readonly Limit[] {
  return members.flatMap(({ document: { meta } }) =>
    meta.supplied.map(({ field, why }) => ({ document: meta, eId: null, what: `${FIELDS[field] ?? field}：${why}` })),
  );
}
