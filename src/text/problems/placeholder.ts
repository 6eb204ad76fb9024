import { isScalar, parseDocument, visit } from "yaml";
import type { YamlFault } from "./yaml.ts";

/** What a command writes where only an editor knows the answer. No document may keep it. */
export const PLACEHOLDER = "请填写";

/** The placeholders that are still in a YAML text, each a fault at its place that says which field waits. */
export function placeholderFaults(yaml: string, rule: string): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(parseDocument(yaml, { prettyErrors: false }), {
    Pair(_, pair) {
      const field = isScalar(pair.key) ? String(pair.key.value) : "";
      visit(pair.value as Parameters<typeof visit>[0], {
        Pair: () => visit.SKIP,
        Scalar(_key, { value, range }) {
          if (value !== PLACEHOLDER) return;
          const message = `${field} 还没有填写：把“${PLACEHOLDER}”换成实际内容`;
          faults.push({ offset: range?.[0] ?? 0, rule, message });
        },
      });
    },
  });
  return faults;
}
