import { z } from "zod";
import type { Alignment, ClauseRef, PolicyDocument } from "../model.ts";
import { type Misfit, misfitFaults, readYaml, type YamlFault } from "../problems/yaml.ts";
import { keyOf } from "../structure/key.ts";
import { allClauses } from "../structure/outline.ts";
import type { Overrides } from "./predecessors.ts";

/** The editor's word on threads: which earlier clause a clause goes on with, or that it goes on with none. */

const NAME = /^[^#\s]+#[^#\s]+$/u;
const clause = z.string().regex(NAME, "a document and a clause of it, such as 2021-fyp#sec_1__p_1__cl_1");

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
  const misfits = [...unknown(value, corpus), ...repeated(value), ...unjoined(value, alignments)];
  if (misfits.length > 0) return { overrides: null, faults: misfitFaults(yaml, misfits) };
  const said = value.map(
    ({ clause, follows }) => [keyOf(refOf(clause)), follows === null ? null : refOf(follows)] as const,
  );
  return { overrides: new Map(said), faults: [] };
}

function unknown(entries: readonly Entry[], corpus: readonly PolicyDocument[]): Misfit[] {
  const known = new Set(corpus.flatMap((one) => allClauses(one).map(({ eId }) => `${one.meta.id}#${eId}`)));
  return entries.flatMap((entry, i) =>
    (["clause", "follows"] as const).flatMap((side): Misfit[] => {
      const name = entry[side];
      if (name === null || known.has(name)) return [];
      const message = `there is no clause ${name}: copy its name from the address of its link`;
      return [{ path: [i, side], rule: "thread-unknown-clause", message }];
    }),
  );
}

function repeated(entries: readonly Entry[]): Misfit[] {
  return entries.flatMap(({ clause }, i): Misfit[] => {
    if (entries.findIndex((other) => other.clause === clause) === i) return [];
    const message = `${clause} stands here twice: keep the entry that holds`;
    return [{ path: [i, "clause"], rule: "thread-duplicate", message }];
  });
}

function unjoined(entries: readonly Entry[], alignments: readonly Alignment[]): Misfit[] {
  const joined = new Set(alignments.map(({ from, to }) => `${from.document}#${from.eId} ${to.document}#${to.eId}`));
  return entries.flatMap(({ clause, follows }, i): Misfit[] => {
    if (follows === null || joined.has(`${follows} ${clause}`)) return [];
    const message = `no pair joins ${follows} and ${clause}: put them into content/alignments first`;
    return [{ path: [i, "follows"], rule: "thread-no-pair", message }];
  });
}
