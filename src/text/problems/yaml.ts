import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

/** A fault at an offset of a YAML text, in code units. */
export interface YamlFault {
  readonly offset: number;
  readonly rule: string;
  readonly message: string;
}

/** An entry that is well formed and does not fit what it speaks of. */
export interface Misfit {
  readonly path: readonly (string | number)[];
  readonly rule: string;
  readonly message: string;
}

export type ReadYaml<T> =
  | { readonly value: T; readonly faults: readonly [] }
  | { readonly value: null; readonly faults: readonly YamlFault[] };

type Parsed = ReturnType<typeof parseDocument>;

/** Where in the YAML a path stands; for a missing key, the place that lacks it. */
function offsetOf(document: Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function explain(issue: z.core.$ZodIssue, what: string): string {
  const where = issue.path.join(".") || what;
  if (issue.code === "unrecognized_keys")
    return `unknown key ${issue.keys.join(", ")} in ${where}: correct its name or remove it`;
  return `${where}: ${issue.message}`;
}

/**
 * Reads a YAML text by a schema.
 * @param what how rules call it: `recipe` makes `recipe-syntax` and `recipe-schema`
 */
export function readYaml<T>(yaml: string, schema: z.ZodType<T>, what: string): ReadYaml<T> {
  const document = parseDocument(yaml, { lineCounter: new LineCounter(), prettyErrors: false });
  const syntax = document.errors.map((error) => ({
    offset: error.pos[0],
    rule: `${what}-syntax`,
    message: `${error.message}: correct the YAML`,
  }));
  if (syntax.length > 0) return { value: null, faults: syntax };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, faults: [] };
  const faults = parsed.error.issues.map((issue) => {
    const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
    return { offset: offsetOf(document, path), rule: `${what}-schema`, message: explain(issue, what) };
  });
  return { value: null, faults };
}

/** The misfits as faults, at their places in the text. */
export function misfitFaults(yaml: string, misfits: readonly Misfit[]): YamlFault[] {
  if (misfits.length === 0) return [];
  const document = parseDocument(yaml);
  return misfits.map(({ path, rule, message }) => ({ offset: offsetOf(document, path), rule, message }));
}
