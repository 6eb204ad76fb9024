import { z } from "zod";
import type { Alignment, Clause, PolicyDocument, Relation, Run } from "../model.ts";
import { fold } from "../normalize/fold.ts";
import { meant } from "../problems/nearest.ts";
import { type Misfit, misfitFaults, readYaml, type YamlFault } from "../problems/yaml.ts";
import { allClauses } from "../structure/outline.ts";
import { locate, nearestClause } from "./quote.ts";

/** The editor's word on two documents: which clauses go together, which do not, and the places that show it. */

const eId = z.string().min(1);
const quote = z.strictObject({ from: z.string().min(1), to: z.string().min(1) });

const schema = z.strictObject({
  /** Document ids; `from` was issued earlier. */
  from: z.string().min(1),
  to: z.string().min(1),
  /** Both texts were read through: a clause that stands in no pair has no counterpart. */
  complete: z.boolean().default(false),
  pairs: z
    .array(
      z.strictObject({
        from: eId,
        to: eId,
        /** Checked with the rest of the entry, so that a slip in it hides no other fault. */
        relation: z.string(),
        quotes: z.array(quote).min(1),
        note: z.string().min(1).optional(),
      }),
    )
    .default([]),
  /** Pairs that the machine proposes and an editor does not accept. */
  rejected: z.array(z.strictObject({ from: eId, to: eId, note: z.string().min(1).optional() })).default([]),
});

export type EditionFile = z.infer<typeof schema>;

export interface Edition {
  readonly from: string;
  readonly to: string;
  readonly complete: boolean;
  readonly pairs: readonly Alignment[];
  readonly rejected: readonly { readonly from: string; readonly to: string }[];
}

export type ReadEdition =
  | { readonly edition: Edition; readonly faults: readonly [] }
  | { readonly edition: null; readonly faults: readonly YamlFault[] };

/** Reads a file of reviewed pairs against the documents of the corpus. Every fault names its offset in `yaml`. */
export function readEdition(yaml: string, corpus: readonly PolicyDocument[]): ReadEdition {
  const { value, faults } = readYaml(yaml, schema, "alignment");
  if (value === null) return { edition: null, faults };
  const [from, to] = [
    corpus.find(({ meta }) => meta.id === value.from),
    corpus.find(({ meta }) => meta.id === value.to),
  ];
  if (!from || !to) return { edition: null, faults: misfitFaults(yaml, unknownDocuments(value, corpus)) };
  const misfits = [
    ...wrongOrder(from, to),
    ...unknownClauses(value, from, to),
    ...unknownRelations(value),
    ...contradictions(value),
    ...staleQuotes(value, from, to),
  ];
  if (misfits.length > 0) return { edition: null, faults: misfitFaults(yaml, misfits) };
  return { edition: toEdition(value, from, to), faults: [] };
}

function unknownDocuments(file: EditionFile, corpus: readonly PolicyDocument[]): Misfit[] {
  const ids = corpus.map(({ meta }) => meta.id);
  return (["from", "to"] as const)
    .filter((side) => !ids.includes(file[side]))
    .map((side) => ({
      path: [side],
      rule: "alignment-unknown-document",
      message: `没有 ${file[side]} 这份文件${meant(file[side], ids)}：改成 ${ids.join("、")} 之一`,
    }));
}

function wrongOrder(from: PolicyDocument, to: PolicyDocument): Misfit[] {
  if (from.meta.id !== to.meta.id && from.meta.issued <= to.meta.issued) return [];
  const message =
    from.meta.id === to.meta.id
      ? `${from.meta.id} 与自己配对：写两份不同的文件`
      : `${from.meta.id}（${from.meta.issued}）晚于 ${to.meta.id}（${to.meta.issued}）：对调 from 和 to，文件名也要对调`;
  return [{ path: ["from"], rule: "alignment-order", message }];
}

const clausesOf = (document: PolicyDocument): Map<string, Clause> =>
  new Map(allClauses(document).map((clause) => [clause.eId, clause]));

function unknownClauses(file: EditionFile, from: PolicyDocument, to: PolicyDocument): Misfit[] {
  const sides = { from: clausesOf(from), to: clausesOf(to) };
  return (["pairs", "rejected"] as const).flatMap((list) =>
    file[list].flatMap((entry, i) =>
      (["from", "to"] as const)
        .filter((side) => !sides[side].has(entry[side]))
        .map((side): Misfit => {
          const text = list === "pairs" ? file.pairs[i]?.quotes[0]?.[side] : undefined;
          const hint = nearestClause(text ?? null, entry[side], sides[side]);
          const message = `${file[side]} 里没有 ${entry[side]} 这一句：${hint ?? "改正代号，或删去这一条"}`;
          return { path: [list, i, side], rule: "alignment-unknown-clause", message };
        }),
    ),
  );
}

const RELATIONS: readonly string[] = ["verbatim", "reworded", "related"] satisfies readonly Relation[];

const isRelation = (name: string): name is Relation => RELATIONS.includes(name);

function unknownRelations(file: EditionFile): Misfit[] {
  return file.pairs.flatMap(({ relation }, i): Misfit[] => {
    const message = `没有“${relation}”这种关系${meant(relation, RELATIONS)}：只能写 ${RELATIONS.join("、")}`;
    return isRelation(relation) ? [] : [{ path: ["pairs", i, "relation"], rule: "alignment-relation", message }];
  });
}

/** Two entries for the same two clauses: the same said twice, or two editors who disagree. */
function contradictions(file: EditionFile): Misfit[] {
  const first = new Map<string, string>();
  const entries = [
    ...file.pairs.map((entry, i) => ({ ...entry, path: ["pairs", i], says: entry.relation as string })),
    ...file.rejected.map((entry, i) => ({ ...entry, path: ["rejected", i], says: "rejected" })),
  ];
  return entries.flatMap(({ from, to, path, says }): Misfit[] => {
    const key = `${from} ${to}`;
    const before = first.get(key);
    first.set(key, before ?? says);
    if (before === undefined) return [];
    const rule = before === says ? "alignment-duplicate" : "alignment-contradiction";
    const message =
      before === says
        ? `${from} 与 ${to} 写了两次：删去一条`
        : `${from} 与 ${to} 这里写的是 ${says}，前面写的是 ${before}：只留对的一条`;
    return [{ path, rule, message }];
  });
}

function staleQuotes(file: EditionFile, from: PolicyDocument, to: PolicyDocument): Misfit[] {
  const documents = { from, to };
  return (["from", "to"] as const).flatMap((side) => {
    const clauses = clausesOf(documents[side]);
    return file.pairs.flatMap(({ quotes, ...entry }, i) =>
      quotes.flatMap((quote, k): Misfit[] => {
        const clause = clauses.get(entry[side]);
        const wanted = fold(quote[side], documents[side].meta);
        if (!clause || locate(clause.text, wanted)) return [];
        const hint = nearestClause(wanted, null, clauses);
        const message = `${file[side]} 的 ${entry[side]} 里没有“${quote[side]}”：${hint ?? "照原句抄，或删去这一条"}`;
        return [{ path: ["pairs", i, "quotes", k, side], rule: "alignment-stale-quote", message }];
      }),
    );
  });
}

function toEdition(file: EditionFile, from: PolicyDocument, to: PolicyDocument): Edition {
  const [earlier, later] = [clausesOf(from), clausesOf(to)];
  const pairs = file.pairs.flatMap((entry): Alignment[] => {
    if (!isRelation(entry.relation)) return [];
    const evidence = entry.quotes.flatMap((quote): Run[] => {
      const a = locate(earlier.get(entry.from)?.text ?? "", fold(quote.from, from.meta));
      const b = locate(later.get(entry.to)?.text ?? "", fold(quote.to, to.meta));
      return a && b ? [{ from: a, to: b }] : [];
    });
    const [a, b] = [
      { document: file.from, eId: entry.from },
      { document: file.to, eId: entry.to },
    ];
    const note = entry.note ?? null;
    return [{ from: a, to: b, relation: entry.relation, score: 1, origin: "reviewed", evidence, reasons: [], note }];
  });
  return { from: file.from, to: file.to, complete: file.complete, pairs, rejected: file.rejected };
}
