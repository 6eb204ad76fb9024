import { isNode, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { metaShape } from "../markdown/front-matter.ts";
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
  z.strictObject({ text: z.string().min(1), rule: z.string().regex(/^[a-z-]+$/), why }),
  /** A passage that retells the document: from the beginning of `from` (or of the seed) to the end of `to` (or of it). */
  z.strictObject({ from: z.string().optional(), to: z.string().optional(), rule: z.string().regex(/^[a-z-]+$/), why }),
  /** All HTML elements of this name. */
  z.strictObject({ element: z.string().regex(/^[a-z0-9]+$/), rule: z.string().regex(/^[a-z-]+$/), why }),
]);

const schema = z.strictObject({
  ...metaShape,
  /** The file that the recipe reads, beside it. */
  seed: z.string().regex(/^[^/\\]+$/, "the name of a file in the same folder"),
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

/** Where in the YAML a path stands; for a missing key, the place that lacks it. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function explain(issue: z.core.$ZodIssue): string {
  const where = issue.path.join(".") || "recipe";
  if (issue.code === "unrecognized_keys")
    return `unknown key ${issue.keys.join(", ")} in ${where}: correct its name or remove it`;
  return `${where}: ${issue.message}`;
}

/** Reads a recipe. Every fault names the offset in `yaml` that it stands at. */
export function parseRecipe(yaml: string): { readonly recipe: Recipe | null; readonly faults: readonly Fault[] } {
  const document = parseDocument(yaml, { lineCounter: new LineCounter(), prettyErrors: false });
  const syntax = document.errors.map(
    (error): Fault => ({
      in: "recipe",
      offset: error.pos[0],
      rule: "recipe-syntax",
      message: `${error.message}: correct the YAML`,
    }),
  );
  if (syntax.length > 0) return { recipe: null, faults: syntax };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { recipe: parsed.data, faults: [] };
  const faults = parsed.error.issues.map((issue): Fault => {
    const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
    return { in: "recipe", offset: offsetOf(document, path), rule: "recipe-schema", message: explain(issue) };
  });
  return { recipe: null, faults };
}

/** An entry of a recipe that does not fit the seed: only the seed's text brings that to light. */
export interface Misfit {
  readonly path: readonly (string | number)[];
  readonly rule: string;
  readonly message: string;
}

/** An entry that points at a text which is not there. */
export function noMatch(path: Misfit["path"], message: string): Misfit {
  return { path, rule: "recipe-no-match", message: `${message}: correct the entry or remove it` };
}

/** The misfits as faults, at their places in the recipe's text. */
export function misfitFaults(yaml: string, misfits: readonly Misfit[]): Fault[] {
  if (misfits.length === 0) return [];
  const document = parseDocument(yaml);
  return misfits.map(({ path, rule, message }) => ({ in: "recipe", offset: offsetOf(document, path), rule, message }));
}
