import { z } from "zod";
import type { PairDecision } from "./pairs.ts";
import type { TargetDecision } from "./targets.ts";

/** What the page of the dev server asks for: read by a schema, since anyone on the machine could ask. */

const id = z.string().min(1).max(200);
const words = z.string().trim().min(1).max(4000);
const note = z.string().trim().max(2000).nullable().default(null);
const orNull = (text: string | null): string | null => (text === "" ? null : text);

const pairDecision: z.ZodType<PairDecision> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("accepted"),
    relation: z.enum(["verbatim", "reworded", "related"]),
    quotes: z
      .array(z.strictObject({ from: words, to: words }))
      .min(1)
      .max(12),
    note: note.transform(orNull),
  }),
  z.strictObject({ kind: z.literal("rejected"), note: note.transform(orNull) }),
  z.strictObject({ kind: z.literal("open") }),
]);

/** Decisions on clauses of the same two documents, which are written together. */
export const pairsRequest = z.strictObject({
  from: id,
  to: id,
  decisions: z
    .array(z.strictObject({ from: id, to: id, decision: pairDecision }))
    .min(1)
    .max(4),
});

export type PairsRequest = z.infer<typeof pairsRequest>;

const number = z.number().nullable();
const year = z.number().int().min(1900).max(2200).nullable();

const stated = z.strictObject({
  kind: z.enum(["target", "achievement"]),
  indicator: words,
  comparator: z.enum([">=", ">", "<=", "<", "=", "about", "none"]),
  value: number,
  valueMax: number,
  unit: words.nullable(),
  change: z.enum(["level", "growth_per_year", "increase", "decrease"]),
  baselineYear: year,
  targetYear: year,
});

const targetDecision: z.ZodType<TargetDecision> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["confirmed", "discarded"]), note: note.transform(orNull) }),
  z.strictObject({ kind: z.literal("corrected"), stated: z.array(stated).min(1).max(8), note: note.transform(orNull) }),
  z.strictObject({ kind: z.literal("open") }),
]);

export const targetRequest = z.strictObject({ eId: id, quote: words, decision: targetDecision });

export type TargetRequest = z.infer<typeof targetRequest>;

export const undoRequest = z.strictObject({ edit: z.number().int().nonnegative() });
