import { z } from "zod";
import { type Misfit, misfitFaults, readYaml, type YamlFault } from "../problems/yaml.ts";

/** A thing whose mention is followed through the documents: its name, and the words for it. */
export interface Term {
  readonly name: string;
  readonly words: readonly string[];
}

/** What an editor says of words: which to follow, and which tell nothing of a document although only it has them. */
export interface Terms {
  readonly followed: readonly Term[];
  readonly ignored: readonly string[];
}

const word = z.string().min(2);

const schema = z.strictObject({
  followed: z.array(z.strictObject({ name: z.string().min(1), words: z.array(word).min(1) })).default([]),
  ignored: z.array(word).default([]),
});

export type ReadTerms =
  | { readonly terms: Terms; readonly faults: readonly [] }
  | { readonly terms: null; readonly faults: readonly YamlFault[] };

/** Reads content/terms.yaml. Every fault names its offset in `yaml`. */
export function readTerms(yaml: string): ReadTerms {
  const { value, faults } = readYaml(yaml, schema, "term");
  if (value === null) return { terms: null, faults };
  const misfits = [...repeatedNames(value), ...value.followed.flatMap(idleWords), ...repeatedIgnored(value)];
  if (misfits.length > 0) return { terms: null, faults: misfitFaults(yaml, misfits) };
  return { terms: value, faults: [] };
}

function repeatedNames({ followed }: Terms): Misfit[] {
  const names = followed.map(({ name }) => name);
  return names.flatMap((name, i): Misfit[] => {
    const message = `“${name}”这个题目写了两次：合并，或换一个题目`;
    return names.indexOf(name) < i ? [{ path: ["followed", i, "name"], rule: "term-duplicate", message }] : [];
  });
}

/** Words that can find nothing that another word of the term does not find. */
function idleWords({ name, words }: Term, at: number): Misfit[] {
  return words.flatMap((one, i): Misfit[] => {
    const other = words.find((two, k) => k !== i && one.includes(two) && (one !== two || k < i));
    if (other === undefined) return [];
    const message =
      one === other
        ? `“${name}”里“${one}”写了两次：删去一个`
        : `含有“${one}”的句子都含有“${other}”：从“${name}”里删去一个`;
    return [{ path: ["followed", at, "words", i], rule: "term-idle", message }];
  });
}

function repeatedIgnored({ ignored }: Terms): Misfit[] {
  return ignored.flatMap((one, i): Misfit[] => {
    const message = `ignored 里“${one}”写了两次：删去一个`;
    return ignored.indexOf(one) < i ? [{ path: ["ignored", i], rule: "term-duplicate", message }] : [];
  });
}

/** A clause that can say a term. */
export interface Utterance {
  readonly eId: string;
  readonly text: string;
}

/** How many clauses of a document say a term, and the first of them. */
export interface Use {
  readonly found: number;
  readonly clauses: number;
  readonly first: string | null;
}

/** A clause counts once, however often it says one of the words. */
export function useOf(words: readonly string[], clauses: readonly Utterance[]): Use {
  const sought = words.map((one) => one.toLowerCase());
  const found = clauses.filter(({ text }) => {
    const lower = text.toLowerCase();
    return sought.some((one) => lower.includes(one));
  });
  return { found: found.length, clauses: clauses.length, first: found[0]?.eId ?? null };
}
