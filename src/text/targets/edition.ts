import { z } from "zod";
import { locate, nearestClause } from "../collation/quote.ts";
import type { Clause, PolicyDocument, Target } from "../model.ts";
import { fold } from "../normalize/fold.ts";
import { type Misfit, misfitFaults, readYaml, type YamlFault } from "../problems/yaml.ts";
import { allProvisions } from "../structure/outline.ts";
import { extractTargets } from "./extract.ts";
import { type Quoted, spokenOf, type TargetsEdition } from "./merge.ts";

/** The editor's word on the targets of a document: what the machine reads wrongly, misses, or takes for one. */

const place = { eId: z.string().min(1), quote: z.string().min(1) };
const year = z.number().int().min(1900).max(2200).nullable().default(null);

const stated = z.strictObject({
  ...place,
  /** Names are checked with the rest of the entry, so that a slip in one hides no other fault. */
  kind: z.string().default("target"),
  indicator: z.string().min(1),
  comparator: z.string().default("none"),
  value: z.number().nullable().default(null),
  valueMax: z.number().nullable().default(null),
  unit: z.string().min(1).nullable().default(null),
  change: z.string().default("level"),
  baselineYear: year,
  targetYear: year,
  note: z.string().min(1).optional(),
});

const schema = z.strictObject({
  document: z.string().min(1),
  /** Take the place of what the machine reads in the same words. */
  corrected: z.array(stated).default([]),
  added: z.array(stated).default([]),
  /** What the machine reads there is no target. */
  discarded: z.array(z.strictObject({ ...place, note: z.string().min(1).optional() })).default([]),
});

type TargetsFile = z.infer<typeof schema>;
type Stated = z.infer<typeof stated>;

const LISTS = ["corrected", "added", "discarded"] as const;

const NAMES = {
  kind: ["target", "achievement"],
  comparator: [">=", ">", "<=", "<", "=", "about", "none"],
  change: ["level", "growth_per_year", "increase", "decrease"],
} as const satisfies { readonly [Field in "kind" | "comparator" | "change"]: readonly Target[Field][] };

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T =>
  (names as readonly string[]).includes(name);

export type ReadTargets =
  | { readonly edition: TargetsEdition; readonly faults: readonly [] }
  | { readonly edition: null; readonly faults: readonly YamlFault[] };

/** Reads an editor's file against the documents of the corpus. Every fault names its offset in `yaml`. */
export function readTargets(yaml: string, corpus: readonly PolicyDocument[]): ReadTargets {
  const { value, faults } = readYaml(yaml, schema, "target");
  if (value === null) return { edition: null, faults };
  const document = corpus.find(({ meta }) => meta.id === value.document);
  if (!document) {
    const ids = corpus.map(({ meta }) => meta.id).join(", ");
    const message = `there is no document ${value.document}: put one of ${ids}`;
    const misfit = { path: ["document"], rule: "target-unknown-document", message };
    return { edition: null, faults: misfitFaults(yaml, [misfit]) };
  }
  const misfits = [...misplaced(value, document), ...unknownNames(value), ...unlikely(value), ...duplicates(value)];
  if (misfits.length > 0) return { edition: null, faults: misfitFaults(yaml, misfits) };
  const edition = toEdition(value, document);
  const idle = overrulingNothing(edition, document);
  return idle.length > 0 ? { edition: null, faults: misfitFaults(yaml, idle) } : { edition, faults: [] };
}

const clausesOf = ({ provisions }: PolicyDocument): Map<string, Clause> =>
  new Map(
    allProvisions(provisions)
      .flatMap(({ paragraphs }) => paragraphs)
      .flatMap(({ clauses }) => clauses)
      .map((clause) => [clause.eId, clause]),
  );

function misplaced(file: TargetsFile, document: PolicyDocument): Misfit[] {
  const clauses = clausesOf(document);
  return LISTS.flatMap((list) =>
    file[list].flatMap(({ eId, quote }, i): Misfit[] => {
      const clause = clauses.get(eId);
      const wanted = fold(quote, document.meta);
      if (!clause) {
        const hint = nearestClause(wanted, eId, clauses) ?? "correct it or remove the entry";
        const message = `there is no clause ${eId} in ${file.document}: ${hint}`;
        return [{ path: [list, i, "eId"], rule: "target-unknown-clause", message }];
      }
      if (locate(clause.text, wanted)) return [];
      const hint = nearestClause(wanted, null, clauses) ?? "quote it as it stands there, or remove the entry";
      const message = `“${quote}” does not stand in ${eId} of ${file.document}: ${hint}`;
      return [{ path: [list, i, "quote"], rule: "target-stale-quote", message }];
    }),
  );
}

function unknownNames(file: TargetsFile): Misfit[] {
  return (["corrected", "added"] as const).flatMap((list) =>
    file[list].flatMap((entry, i) =>
      (["kind", "comparator", "change"] as const)
        .filter((field) => !isOneOf<string>(NAMES[field], entry[field]))
        .map((field): Misfit => {
          const message = `${entry[field]} is no ${field}: write ${NAMES[field].join(", ")}`;
          return { path: [list, i, field], rule: `target-${field}`, message };
        }),
    ),
  );
}

/** A number needs a comparator and a comparator a number; a range goes up; a goal without a number needs its year. */
function unlikely(file: TargetsFile): Misfit[] {
  return (["corrected", "added"] as const).flatMap((list) =>
    file[list].flatMap(({ comparator, value, valueMax, targetYear }, i): Misfit[] => {
      const misfit = (field: string, message: string): Misfit[] => [
        { path: [list, i, field], rule: "target-value", message },
      ];
      if ((value === null) !== (comparator === "none"))
        return misfit(
          value === null ? "comparator" : "value",
          value === null
            ? `${comparator} without a value: add one, or write none`
            : `${value} without a comparator: add =, >= …`,
        );
      if (value === null && targetYear === null)
        return misfit("targetYear", "neither a value nor a targetYear: a target has one of them at least");
      if (valueMax !== null && (value === null || valueMax <= value))
        return misfit("valueMax", `valueMax ${valueMax} is not above value ${value}: swap them or remove one`);
      return [];
    }),
  );
}

/** Two entries for the same words: several targets of one quote differ in their indicator or their value. */
function duplicates(file: TargetsFile): Misfit[] {
  const seen = new Map<string, string>();
  return LISTS.flatMap((list) =>
    file[list].flatMap((entry, i): Misfit[] => {
      const what = "indicator" in entry ? `${entry.indicator} ${entry.value}` : "";
      const key = `${entry.eId} ${entry.quote} ${what}`;
      const before = seen.get(key);
      seen.set(key, before ?? list);
      if (before === undefined) return [];
      const message = `“${entry.quote}” of ${entry.eId} stands here and under ${before} above: remove one entry`;
      return [{ path: [list, i], rule: "target-duplicate", message }];
    }),
  );
}

function toEdition(file: TargetsFile, document: PolicyDocument): TargetsEdition {
  const clauses = clausesOf(document);
  const quoted = ({ eId, quote }: Quoted): Quoted => {
    const text = clauses.get(eId)?.text ?? "";
    const found = locate(text, fold(quote, document.meta));
    return { eId, quote: found ? text.slice(found.start, found.end) : quote };
  };
  const targets = (list: readonly Stated[]): Target[] =>
    list.flatMap(({ note: _, ...entry }): Target[] => {
      const { kind, comparator, change } = entry;
      if (!isOneOf(NAMES.kind, kind) || !isOneOf(NAMES.comparator, comparator) || !isOneOf(NAMES.change, change))
        return [];
      const indicator = fold(entry.indicator, document.meta);
      const unit = entry.unit === null ? null : fold(entry.unit, document.meta);
      return [
        {
          document: file.document,
          ...entry,
          ...quoted(entry),
          indicator,
          unit,
          kind,
          comparator,
          change,
          origin: "reviewed",
        },
      ];
    });
  const { corrected, added, discarded } = file;
  return {
    document: file.document,
    corrected: targets(corrected),
    added: targets(added),
    discarded: discarded.map(quoted),
  };
}

/** The machine has learned to read it, or reads it in other words: such an entry would hide that from the editor. */
function overrulingNothing(edition: TargetsEdition, document: PolicyDocument): Misfit[] {
  const auto = extractTargets(document);
  return (["corrected", "discarded"] as const).flatMap((list) =>
    edition[list].flatMap((entry: Quoted, i): Misfit[] => {
      if (spokenOf(entry, auto).length > 0) return [];
      const remedy = list === "corrected" ? "put the entry under added" : "remove the entry";
      const message = `no target is read from “${entry.quote}” of ${entry.eId}: ${remedy}`;
      return [{ path: [list, i, "quote"], rule: "target-nothing-there", message }];
    }),
  );
}
