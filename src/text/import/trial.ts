import { parse } from "yaml";
import type { Fault } from "../ingest/fault.ts";
import { type Ingested, ingest } from "../ingest/ingest.ts";
import { parseRecipe, type Recipe } from "../ingest/recipe.ts";
import type { LedgerSpan, Provision, ProvisionKind } from "../model.ts";
import { PLACEHOLDER } from "../problems/placeholder.ts";
import { allProvisions } from "../structure/outline.ts";

/** How the fields that an editor still has to fill in are read meanwhile, to see what the text itself has. */
const MEANWHILE: Readonly<Record<string, unknown>> = { issued: "2000-01", horizon: [2000], level: "national" };

export interface Trial {
  /** What comes of the text, facts that are missing left aside; null when the text itself has faults. */
  readonly ingested: Ingested | null;
  readonly faults: readonly Fault[];
}

/** A recipe whose gaps are filled for the time being, each listed as supplied. */
function filled(yaml: string): Recipe | null {
  const value = parse(yaml) as Record<string, unknown>;
  const isOpen = (v: unknown): boolean => v === PLACEHOLDER || (Array.isArray(v) && v.includes(PLACEHOLDER));
  const open = Object.keys(value).filter((field) => isOpen(value[field]));
  const answers = open.map((field) => [field, MEANWHILE[field] ?? (field === "issuers" ? [PLACEHOLDER] : PLACEHOLDER)]);
  const supplied = open.map((field) => ({ field, why: "-" }));
  const source = { ...(value["source"] as object) };
  const whole = {
    ...value,
    ...Object.fromEntries(answers),
    source,
    supplied: [...((value["supplied"] as []) ?? []), ...supplied],
  };
  const text = JSON.stringify(whole).replaceAll(PLACEHOLDER, "未填");
  return parseRecipe(text).recipe;
}

/** Runs the ingest on a proposed recipe. */
export function tryIngest(raw: string, yaml: string): Trial {
  const { recipe, faults } = parseRecipe(yaml);
  const readable = recipe ?? filled(yaml);
  if (!readable) return { ingested: null, faults };
  const outcome = ingest(raw, readable, yaml);
  return { ingested: outcome.ingested, faults: [...faults, ...outcome.faults] };
}

export interface Shares {
  readonly kept: number;
  readonly duplicate: number;
  readonly boilerplate: number;
  readonly markup: number;
}

/** Which share of a seed, white space left aside, has each fate. */
export function sharesOf(spans: readonly LedgerSpan[]): Shares {
  const units = { kept: 0, duplicate: 0, boilerplate: 0, markup: 0, space: 0 };
  for (const { start, end, fate } of spans) units[fate] += end - start;
  const all = Math.max(1, units.kept + units.duplicate + units.boilerplate + units.markup);
  return {
    kept: units.kept / all,
    duplicate: units.duplicate / all,
    boilerplate: units.boilerplate / all,
    markup: units.markup / all,
  };
}

/** How many provisions there are of each kind, in the order in which they are met. */
export function countKinds(provisions: readonly Provision[]): ReadonlyMap<ProvisionKind, number> {
  const counts = new Map<ProvisionKind, number>();
  for (const { kind } of allProvisions(provisions)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
