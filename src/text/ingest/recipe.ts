import { z } from "zod";
import { metaShape } from "../markdown/front-matter.ts";
import { placeholderFaults } from "../problems/placeholder.ts";
import { type Misfit, misfitFaults, readYaml, type YamlFault } from "../problems/yaml.ts";
import type { Fault } from "./fault.ts";

const why = z.string().min(1);

const level = z.enum([
  "part",
  "chapter",
  "division",
  "article",
  "section",
  "subsection",
  "item",
  "point",
  "subpoint",
  "box",
  "dash",
]);

const drop = z.union([
  /** An exact text, wherever it stands. */
  z.strictObject({
    text: z.string().min(1),
    rule: z.string().regex(/^[a-z-]+$/, "类名只能用小写字母和连字符：改正"),
    why,
  }),
  /** A passage that retells the document: from the beginning of `from` (or of the seed) to the end of `to` (or of it). */
  z.strictObject({
    from: z.string().optional(),
    to: z.string().optional(),
    rule: z.string().regex(/^[a-z-]+$/, "类名只能用小写字母和连字符：改正"),
    why,
  }),
  /** All HTML elements of this name. */
  z.strictObject({
    element: z.string().regex(/^[a-z0-9]+$/, "网页元素的名称只写小写字母和数字，如 script：改正"),
    rule: z.string().regex(/^[a-z-]+$/, "类名只能用小写字母和连字符：改正"),
    why,
  }),
]);

const schema = z.strictObject({
  ...metaShape,
  /** The file that the recipe reads, beside it. */
  seed: z.string().regex(/^[^/\\]+$/, "只写同一文件夹里种子的文件名，不写路径：改正"),
  /** How the seed's bytes are read; they stay as they are. Offsets of a ledger count units of the text so decoded. */
  encoding: z.enum(["utf-8", "gb18030", "big5", "utf-16le", "utf-16be"]).default("utf-8"),
  /** `plain`: a line is a paragraph; `pdf`: hard-wrapped lines; `html`: elements make paragraphs. */
  format: z.enum(["plain", "pdf", "html"]),
  /** Passages are repeated and out of order. */
  shuffled: z.boolean().default(false),
  /** Further strings of the title, number, issuers and date, as they stand in the seed. */
  front: z.array(z.string().min(1)).default([]),
  drop: z.array(drop).default([]),
  /** Where the text alone cannot decide: `place`, the beginning of a sentence, stands right before or after another. */
  order: z
    .array(
      z.strictObject({
        place: z.string().min(4),
        before: z.string().min(4).optional(),
        after: z.string().min(4).optional(),
        why,
      }),
    )
    .default([]),
  /** Text known to be missing before the sentence that begins with `before`, which has lost its heading of that level. */
  gaps: z
    .array(
      z.strictObject({
        before: z.string().min(4),
        level,
        num: z.string().nullable().default(null),
        missing: z.string().min(1),
      }),
    )
    .default([]),
  /** Sentences that begin a paragraph closing the provision that holds those of `level`. */
  wraps: z.array(z.strictObject({ before: z.string().min(4), level, why })).default([]),
  /** Clauses that the scrape cut off inside a bracket. */
  broken: z.array(z.strictObject({ begins: z.string().min(4), missing: z.string().min(1) })).default([]),
});

export type Recipe = z.infer<typeof schema>;
export type Drop = Recipe["drop"][number];

const inRecipe = (fault: YamlFault): Fault => ({ in: "recipe", ...fault });

/** Reads a recipe. Every fault names the offset in `yaml` that it stands at. */
export function parseRecipe(yaml: string): { readonly recipe: Recipe | null; readonly faults: readonly Fault[] } {
  const { value, faults } = readYaml(yaml, schema, "recipe");
  const open = placeholderFaults(yaml, "recipe-placeholder");
  if (open.length === 0) return { recipe: value, faults: faults.map(inRecipe) };
  const others = faults.filter(({ offset }) => open.every((fault) => fault.offset !== offset));
  return { recipe: null, faults: [...open, ...others].map(inRecipe) };
}

/** An entry that points at a text which is not there. */
export function noMatch(path: Misfit["path"], message: string): Misfit {
  return { path, rule: "recipe-no-match", message: `${message}：改正或删去这一条` };
}

/** Entries that do not fit the seed, which only the seed's text brings to light, at their places in the recipe. */
export const recipeFaults = (yaml: string, misfits: readonly Misfit[]): Fault[] =>
  misfitFaults(yaml, misfits).map(inRecipe);
