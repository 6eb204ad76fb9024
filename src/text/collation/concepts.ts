import { z } from "zod";
import { type Misfit, misfitFaults, readYaml, type YamlFault } from "../problems/yaml.ts";

/** A way to speak of a concept. */
interface Term {
  readonly concept: string;
  readonly text: string;
}

/**
 * What an editor knows and no count of characters shows: different ways to speak of the same thing. Terms by their first
 * two code units, in lower case, so that a text is walked once for all of them.
 */
export type Concepts = ReadonlyMap<string, readonly Term[]>;

const schema = z.record(z.string().min(1), z.array(z.string().min(2)).min(1));

/** Reads content/concepts.yaml: the name of a concept, then what is said for it. */
export function readConcepts(yaml: string): {
  readonly concepts: Concepts | null;
  readonly faults: readonly YamlFault[];
} {
  const { value, faults } = readYaml(yaml, schema, "concept");
  if (value === null) return { concepts: null, faults };
  const repeated = Object.entries(value).flatMap(([name, terms]) =>
    terms.flatMap((term, i): Misfit[] => {
      const message = `“${name}”里“${term}”写了两次：删去一个`;
      return terms.indexOf(term) < i ? [{ path: [name, i], rule: "concept-duplicate", message }] : [];
    }),
  );
  if (repeated.length > 0) return { concepts: null, faults: misfitFaults(yaml, repeated) };
  const concepts = new Map<string, Term[]>();
  for (const [concept, terms] of Object.entries(value))
    for (const term of terms) {
      const text = term.toLowerCase();
      concepts.set(text.slice(0, 2), [...(concepts.get(text.slice(0, 2)) ?? []), { concept, text }]);
    }
  return { concepts, faults: [] };
}

/** The names of the concepts that a text speaks of, each once. */
export function conceptsIn(text: string, concepts: Concepts): string[] {
  const lower = text.toLowerCase();
  const found = new Set<string>();
  for (let i = 0; i + 1 < lower.length; i++)
    for (const term of concepts.get(lower.slice(i, i + 2)) ?? [])
      if (lower.startsWith(term.text, i)) found.add(term.concept);
  return [...found];
}

/** What is said for each concept, by its name. */
export function conceptWords(concepts: Concepts): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy([...concepts.values()].flat(), ({ concept }) => concept);
  return new Map([...groups].map(([name, terms]) => [name, terms.map(({ text }) => text)]));
}
