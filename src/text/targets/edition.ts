import { z } from "zod";
import { locate, nearestClause } from "../collation/quote.ts";
import type { Clause, PolicyDocument, Target } from "../model.ts";
import { fold } from "../normalize/fold.ts";
import { meant } from "../problems/nearest.ts";
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
  /** What the machine reads there is right. */
  confirmed: z.array(z.strictObject({ ...place, note: z.string().min(1).optional() })).default([]),
  /** Take the place of what the machine reads in the same words. */
  corrected: z.array(stated).default([]),
  added: z.array(stated).default([]),
  /** What the machine reads there is no target. */
  discarded: z.array(z.strictObject({ ...place, note: z.string().min(1).optional() })).default([]),
});

type TargetsFile = z.infer<typeof schema>;
type Stated = z.infer<typeof stated>;

const LISTS = ["confirmed", "corrected", "added", "discarded"] as const;

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
    const ids = corpus.map(({ meta }) => meta.id);
    const message = `没有 ${value.document} 这份文件${meant(value.document, ids)}：改成 ${ids.join("、")} 之一`;
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
        const hint = nearestClause(wanted, eId, clauses) ?? "改正代号，或删去这一条";
        const message = `${file.document} 里没有 ${eId} 这一句：${hint}`;
        return [{ path: [list, i, "eId"], rule: "target-unknown-clause", message }];
      }
      if (locate(clause.text, wanted)) return [];
      const hint = nearestClause(wanted, null, clauses) ?? "照原句抄，或删去这一条";
      const message = `${file.document} 的 ${eId} 里没有“${quote}”：${hint}`;
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
          const message = `${field} 不能写“${entry[field]}”${meant(entry[field], NAMES[field])}：只能写 ${NAMES[field].join("、")}`;
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
            ? `有 comparator ${comparator} 而没有 value：补上数字，或把 comparator 写成 none`
            : `有 value ${value} 而没有 comparator：补上 =、>= 等`,
        );
      if (value === null && targetYear === null)
        return misfit("targetYear", "value 和 targetYear 都没有写：目标至少要有数字或期限，补上一个");
      if (valueMax !== null && (value === null || valueMax <= value))
        return misfit("valueMax", `valueMax ${valueMax} 不大于 value ${value}：对调，或删去一个`);
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
      const message = `${entry.eId} 的“${entry.quote}”前面 ${before} 里已经写过：删去一条`;
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
  const { confirmed, corrected, added, discarded } = file;
  return {
    document: file.document,
    confirmed: confirmed.map(quoted),
    corrected: targets(corrected),
    added: targets(added),
    discarded: discarded.map(quoted),
  };
}

/** The machine has learned to read it, or reads it in other words: such an entry would hide that from the editor. */
function overrulingNothing(edition: TargetsEdition, document: PolicyDocument): Misfit[] {
  const auto = extractTargets(document);
  return (["confirmed", "corrected", "discarded"] as const).flatMap((list) =>
    edition[list].flatMap((entry: Quoted, i): Misfit[] => {
      if (spokenOf(entry, auto).length > 0) return [];
      const remedy = list === "corrected" ? "把这一条移到 added" : "删去这一条";
      const message = `程序没有从 ${entry.eId} 的“${entry.quote}”读出目标：${remedy}`;
      return [{ path: [list, i, "quote"], rule: "target-nothing-there", message }];
    }),
  );
}
