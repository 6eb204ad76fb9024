import type { z } from "zod";
import { meant } from "./nearest.ts";

/** What zod finds wrong with an editor's file, in the editor's words: what was found, what was expected, what to do. */

type Issue = z.core.$ZodIssue;

const TYPES: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: "true 或 false",
  array: "列表（每条一行，以 - 开头，或写成 [甲, 乙]）",
  object: "一组字段（每行一个“字段: 内容”）",
  record: "一组字段（每行一个“字段: 内容”）",
};

/** `supplied` 第 2 条的 `why`, for supplied.1.why. */
function fieldAt(path: readonly PropertyKey[]): string {
  return path.reduce<string>((said, key) => {
    if (typeof key === "number") return `${said} 第 ${key + 1} 条`.trimStart();
    return said === "" ? String(key) : `${said}${said.endsWith("条") ? "的 " : "."}${String(key)}`;
  }, "");
}

function shown(value: unknown): string {
  if (value === null) return "空的";
  if (Array.isArray(value)) return "列表";
  if (typeof value === "object") return "一组字段";
  if (typeof value === "string") return `文字“${value.length > 30 ? `${value.slice(0, 30)}…` : value}”`;
  return String(value);
}

/** The keys that a schema knows at a path, whatever it is wrapped in. */
export function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  const { def } = (schema as z.ZodType)._zod as unknown as { def: Record<string, unknown> & { type: string } };
  const [key, ...rest] = path;
  if (def["innerType"]) return keysAt(def["innerType"], path);
  if (def.type === "union") return (def["options"] as unknown[]).flatMap((option) => keysAt(option, path));
  if (def.type === "array") return path.length > 0 ? keysAt(def["element"], rest) : [];
  if (def.type === "record") return path.length > 0 ? keysAt(def["valueType"], rest) : [];
  if (def.type !== "object") return [];
  const shape = def["shape"] as Record<string, unknown>;
  if (key === undefined) return Object.keys(shape);
  return shape[String(key)] ? keysAt(shape[String(key)], rest) : [];
}

const FEWEST: Readonly<Record<string, (least: number | bigint) => string>> = {
  string: (least) => (least === 1 ? "不能是空的" : `至少写 ${least} 个字`),
  array: (least) => `至少写 ${least} 条`,
  number: (least) => `不能小于 ${least}`,
  int: (least) => `不能小于 ${least}`,
};

function formatOf(issue: Extract<Issue, { code: "invalid_format" }>): string {
  return issue.format === "url" ? "不是完整的网址：写成 https://… 的样子，没有就写 null" : "写法不合要求";
}

/** An entry that fits none of several forms is told the faults of the form that it is nearest to. */
function nearestForm(forms: readonly (readonly Issue[])[]): Issue | undefined {
  const cost = (form: readonly Issue[]): number =>
    form.reduce((sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1), 0);
  const [best] = [...forms].sort((a, b) => cost(a) - cost(b));
  return best?.[0];
}

/** What is wrong, without the field's name. */
function whatIsWrong(issue: Issue, value: unknown): string {
  // A schema's own message is in the editor's language already.
  if (/\p{Script=Han}/u.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type": {
      if (value === undefined) return `缺少这一项：补上，内容是${TYPES[issue.expected] ?? issue.expected}`;
      const quoted = issue.expected === "string" ? "：给它加上双引号" : "：改正";
      return `应是${TYPES[issue.expected] ?? issue.expected}，写的是${shown(value)}${quoted}`;
    }
    case "invalid_value": {
      const names = issue.values.map(String);
      const wanted = `只能写 ${names.join("、")}`;
      if (value === undefined) return `缺少这一项：${wanted}`;
      return `${wanted}，写的是${shown(value)}${meant(String(value), names)}：改正`;
    }
    case "too_small":
      return `${FEWEST[issue.origin]?.(issue.minimum) ?? `至少 ${issue.minimum}`}：补上，或删去这一项`;
    case "too_big":
      return `不能大于 ${issue.maximum}：改正`;
    case "invalid_format":
      return formatOf(issue);
    case "invalid_key":
      return "字段名不合要求：改正";
    default:
      return "内容不合要求：对照说明改正";
  }
}

export interface Explained {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * One issue as messages with the paths that they speak of.
 * @param valueAt what the file has at a path; undefined where it has nothing
 */
export function explainIssue(
  issue: Issue,
  schema: z.ZodType,
  valueAt: (path: readonly PropertyKey[]) => unknown,
): Explained[] {
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, issue.path);
    const where = issue.path.length === 0 ? "" : `${fieldAt(issue.path)}里`;
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: `${where}没有“${key}”这个字段${meant(key, known)}：改正或删去，可用的有 ${[...new Set(known)].join("、")}`,
    }));
  }
  if (issue.code === "invalid_union") {
    const nearest = nearestForm(issue.errors);
    if (nearest) {
      const inner = { ...nearest, path: [...issue.path, ...nearest.path] } as Issue;
      return explainIssue(inner, schema, valueAt);
    }
  }
  const field = fieldAt(issue.path);
  const wrong = whatIsWrong(issue, valueAt(issue.path));
  return [{ path: issue.path, message: field === "" ? `整个文件${wrong}` : `${field}：${wrong}` }];
}
