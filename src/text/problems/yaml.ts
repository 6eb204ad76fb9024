import { isNode, isPair, LineCounter, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { explainIssue } from "./issues.ts";
import { explainSyntax, fullWidthColon, isUnclosed } from "./syntax.ts";

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

/** Where a key stands: its value may be empty, and then stands nowhere. */
function keyOffset(document: Parsed, path: readonly PropertyKey[]): number | null {
  const name = path.at(-1);
  const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const items = parent && typeof parent === "object" && "items" in parent ? (parent.items as unknown[]) : [];
  for (const pair of items)
    if (isPair(pair) && isNode(pair.key) && String(pair.key) === name) return pair.key.range?.[0] ?? null;
  return null;
}

/** Where in the YAML a path stands; for a missing key, the place that lacks it. */
function offsetOf(document: Parsed, path: readonly PropertyKey[], ofKey = false): number {
  const key = ofKey ? keyOffset(document, path) : null;
  if (key !== null) return key;
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** An alias that leads nowhere, or to far too much, throws only when the values are made. */
function valuesOf(document: Parsed): { readonly made: unknown } | { readonly alias: number } {
  try {
    return { made: document.toJS() as unknown };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    let alias = 0;
    visit(document, {
      Alias(_, node) {
        alias = node.range?.[0] ?? 0;
        return visit.BREAK;
      },
    });
    return { alias };
  }
}

/** The bracket or quotation mark that is never closed: the library finds it missing only where the text ends. */
function unclosed(document: Parsed, yaml: string): number | null {
  let found: number | null = null;
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? [0, 0];
      const sign = yaml.charAt(start);
      const closes = { "[": "]", "{": "}", '"': '"', "'": "'" }[sign];
      if (closes !== undefined && (end - start < 2 || yaml.charAt(end - 1) !== closes)) found = start;
    },
  });
  return found;
}

function syntaxFaults(document: Parsed, yaml: string, what: string): YamlFault[] {
  const [error] = document.errors;
  if (!error) return [];
  const colon = fullWidthColon(yaml);
  if (colon !== null) return [colonFault(colon, what)];
  const offset = isUnclosed(error) ? (unclosed(document, yaml) ?? error.pos[0]) : error.pos[0];
  return [{ offset, rule: `${what}-syntax`, message: explainSyntax(error) }];
}

const colonFault = (offset: number, what: string): YamlFault => ({
  offset,
  rule: `${what}-syntax`,
  message: "字段名后面是全角冒号“：”：换成半角冒号和一个空格“: ”",
});

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (inner !== null && typeof inner === "object" ? Reflect.get(inner, key) : undefined),
    value,
  );

/**
 * Reads a YAML text by a schema.
 * @param what how rules call it: `recipe` makes `recipe-syntax` and `recipe-schema`
 */
export function readYaml<T>(yaml: string, schema: z.ZodType<T>, what: string): ReadYaml<T> {
  const document = parseDocument(yaml, { lineCounter: new LineCounter(), prettyErrors: false });
  const syntax = syntaxFaults(document, yaml, what);
  if (syntax.length > 0) return { value: null, faults: syntax };
  const values = valuesOf(document);
  if ("alias" in values) {
    const message = "* 在 YAML 里表示别名，此处没有它所指的内容：给这段文字加上双引号";
    return { value: null, faults: [{ offset: values.alias, rule: `${what}-syntax`, message }] };
  }
  const parsed = schema.safeParse(values.made);
  if (parsed.success) return { value: parsed.data, faults: [] };
  const colon = fullWidthColon(yaml);
  if (colon !== null) return { value: null, faults: [colonFault(colon, what)] };
  const faults = parsed.error.issues.flatMap((issue) =>
    explainIssue(issue, schema, (path) => at(values.made, path)).map(({ path, message }) => ({
      offset: offsetOf(document, path, issue.code === "unrecognized_keys"),
      rule: `${what}-schema`,
      message,
    })),
  );
  return { value: null, faults };
}

/** The misfits as faults, at their places in the text. */
export function misfitFaults(yaml: string, misfits: readonly Misfit[]): YamlFault[] {
  if (misfits.length === 0) return [];
  const document = parseDocument(yaml);
  return misfits.map(({ path, rule, message }) => ({ offset: offsetOf(document, path), rule, message }));
}
