import { z } from "zod";

/** The fields of a document's metadata, as recipes and front matter write them. */
export const metaShape = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "代号只能用小写字母、数字和连字符：改正"),
  title: z.string().min(1),
  shortTitle: z.string().min(1),
  number: z.string().nullable().default(null),
  issuers: z.array(z.string().min(1)).min(1),
  issued: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, '日期写成 "2021-12-22"，不知道哪一天的写成 "2017-07"：改正'),
  horizon: z.array(z.int().min(1949).max(2100)).min(1),
  level: z.enum(["national", "provincial", "municipal"]),
  follows: z.array(z.string().min(1)).default([]),
  script: z.enum(["Hans", "Hant"]),
  source: z.strictObject({
    name: z.string().min(1),
    url: z
      .url({ protocol: /^https?$/ })
      .nullable()
      .default(null),
  }),
  supplied: z.array(z.strictObject({ field: z.string().min(1), why: z.string().min(1) })).default([]),
  readings: z
    .array(
      z
        .strictObject({ from: z.string().min(1), to: z.string().min(1), why: z.string().min(1) })
        .refine(({ from, to }) => from.length === to.length, "from 和 to 的字数要相同：补足，或只写有差别的字"),
    )
    .default([]),
  accepted: z
    .array(z.strictObject({ rule: z.string().min(1), text: z.string().min(1), why: z.string().min(1) }))
    .default([]),
};

export const metaSchema = z.strictObject(metaShape);
