import { z } from "zod";
import type { Alignment, ClauseRef, PolicyDocument } from "../model.ts";
import { type Misfit, misfitFaults, readYaml, type YamlFault } from "../problems/yaml.ts";
import { keyOf } from "../structure/key.ts";
import { allClauses } from "../structure/outline.ts";
import type { Overrides } from "./predecessors.ts";

/** The editor's word on threads: which earlier clause a clause goes on with, or that it goes on with none. */

const NAME = /^[^#\s]+#[^#\s]+$/u;
const clause = z.string().regex(NAME, "句子写成“文件代号#句子代号”，如 2021-fyp#sec_1__p_1__cl_1：改正");

const schema = z.array(z.strictObject({ clause, follows: clause.nullable(), why: z.string().min(1) }));

type Entry = z.infer<typeof schema>[number];

export type ReadOverrides =
  | { readonly overrides: Overrides; readonly faults: readonly [] }
  | { readonly overrides: null; readonly faults: readonly YamlFault[] };

function refOf(name: string): ClauseRef {
  const [document = "", eId = ""] = name.split("#");
  return { document, eId };
}

/**
 * Reads content/threads.yaml. An override chooses among the pairs that there are: it joins no clauses by itself.
 * @param corpus in date order
 * @param alignments of all documents
 */
export function readOverrides(
  yaml: string,
  corpus: readonly PolicyDocument[],
  alignments: readonly Alignment[],
): ReadOverrides {
  const { value, faults } = readYaml(yaml, schema, "thread");
  if (value === null) return { overrides: null, faults };
  const known = new Set(corpus.flatMap((one) => allClauses(one).map(({ eId }) => `${one.meta.id}#${eId}`)));
  const misfits = [...unknown(value, known), ...repeated(value), ...unjoined(value, alignments, known)];
  if (misfits.length > 0) return { overrides: null, faults: misfitFaults(yaml, misfits) };
  const said = value.map(
    ({ clause, follows }) => [keyOf(refOf(clause)), follows === null ? null : refOf(follows)] as const,
  );
  return { overrides: new Map(said), faults: [] };
}

function unknown(entries: readonly Entry[], known: ReadonlySet<string>): Misfit[] {
  return entries.flatMap((entry, i) =>
    (["clause", "follows"] as const).flatMap((side): Misfit[] => {
      const name = entry[side];
      if (name === null || known.has(name)) return [];
      const message = `没有 ${name} 这一句：从网页上该句的链接里抄代号`;
      return [{ path: [i, side], rule: "thread-unknown-clause", message }];
    }),
  );
}

function repeated(entries: readonly Entry[]): Misfit[] {
  return entries.flatMap(({ clause }, i): Misfit[] => {
    if (entries.findIndex((other) => other.clause === clause) === i) return [];
    const message = `${clause} 写了两次：只留对的一条`;
    return [{ path: [i, "clause"], rule: "thread-duplicate", message }];
  });
}

function unjoined(entries: readonly Entry[], alignments: readonly Alignment[], known: ReadonlySet<string>): Misfit[] {
  const joined = new Set(alignments.map(({ from, to }) => `${from.document}#${from.eId} ${to.document}#${to.eId}`));
  return entries.flatMap(({ clause, follows }, i): Misfit[] => {
    // An unknown clause is a fault already, and no pair could join it.
    if (follows === null || !known.has(follows) || !known.has(clause) || joined.has(`${follows} ${clause}`)) return [];
    const message = `${follows} 与 ${clause} 还没有配对：先写进 content/alignments`;
    return [{ path: [i, "follows"], rule: "thread-no-pair", message }];
  });
}
