import { z } from "zod";
import type { PolicyDocument, Target } from "../model.ts";
import { meant } from "../problems/nearest.ts";
import { type Misfit, misfitFaults, readYaml, type YamlFault } from "../problems/yaml.ts";
import { allProvisions } from "../structure/outline.ts";

/** One definition of an indicator (口径): only figures of the same measure are ever compared. */
export interface Measure {
  readonly name: string;
  /** A target belongs to it whose indicator, or else whose quote, holds one of these. */
  readonly find: readonly string[];
  readonly unit: string | null;
  readonly change: Target["change"] | null;
  readonly kind: Target["kind"] | null;
}

/** What several documents set goals for, in an editor's words. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly theme: string;
  /** Which way a raise of ambition goes. */
  readonly better: "more" | "less";
  readonly measures: readonly Measure[];
  /** A clause that holds one of these sets it as a goal, without a number. */
  readonly mentions: readonly string[];
  /** The editor's remark on what a reader should know when comparing. */
  readonly note: string | null;
}

const word = z.string().min(2);

const schema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "代号只能用小写字母、数字和连字符：改正"),
    name: z.string().min(1),
    theme: z.string().min(1),
    better: z.enum(["more", "less"]),
    measures: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          find: z.array(word).min(1),
          unit: z.string().min(1).nullable().default(null),
          change: z.enum(["level", "growth_per_year", "increase", "decrease"]).nullable().default(null),
          kind: z.enum(["target", "achievement"]).nullable().default(null),
        }),
      )
      .min(1),
    mentions: z.array(word).default([]),
    note: z.string().min(1).nullable().default(null),
  }),
);

export type ReadIndicators =
  | { readonly indicators: readonly Indicator[]; readonly faults: readonly [] }
  | { readonly indicators: null; readonly faults: readonly YamlFault[] };

/**
 * Reads content/indicators.yaml against the documents of the corpus. Every fault names its offset in `yaml`.
 * @param themes ids of the editor's themes
 */
export function readIndicators(
  yaml: string,
  corpus: readonly PolicyDocument[],
  themes: readonly string[],
): ReadIndicators {
  const { value, faults } = readYaml(yaml, schema, "indicator");
  if (value === null) return { indicators: null, faults };
  const misfits = [
    ...repeated(value),
    ...value.flatMap(repeatedMeasures),
    ...unknownThemes(value, themes),
    ...strangers(value, corpus),
  ];
  if (misfits.length > 0) return { indicators: null, faults: misfitFaults(yaml, misfits) };
  return { indicators: value, faults: [] };
}

function repeated(indicators: readonly Indicator[]): Misfit[] {
  return indicators.flatMap(({ id }, i): Misfit[] => {
    const message = `前面已有代号为 ${id} 的指标：换一个代号`;
    const isRepeated = indicators.findIndex((one) => one.id === id) < i;
    return isRepeated ? [{ path: [i, "id"], rule: "indicator-duplicate", message }] : [];
  });
}

function repeatedMeasures({ measures }: Indicator, i: number): Misfit[] {
  return measures.flatMap(({ name }, k): Misfit[] => {
    const message = `前面已有名为“${name}”的口径：换一个名称，或合并`;
    const isRepeated = measures.findIndex((one) => one.name === name) < k;
    return isRepeated ? [{ path: [i, "measures", k, "name"], rule: "indicator-duplicate", message }] : [];
  });
}

function unknownThemes(indicators: readonly Indicator[], themes: readonly string[]): Misfit[] {
  return indicators.flatMap(({ theme }, i): Misfit[] => {
    const message = `没有 ${theme} 这个主题${meant(theme, themes)}：改成 ${themes.join("、")} 之一`;
    return themes.includes(theme) ? [] : [{ path: [i, "theme"], rule: "indicator-unknown-theme", message }];
  });
}

/** Whether the letters of a word stand in a text in this order: an indicator's name may be put together from its clause. */
function runsThrough(text: string, word: string): boolean {
  let at = -1;
  return Array.from(word).every((letter) => {
    at = text.indexOf(letter, at + 1);
    return at >= 0;
  });
}

/** Words that stand in no clause can find nothing: a slip, or the document has changed. */
function strangers(indicators: readonly Indicator[], corpus: readonly PolicyDocument[]): Misfit[] {
  const texts = corpus
    .flatMap(({ provisions }) => allProvisions(provisions))
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ clauses }) => clauses.map(({ text }) => text));
  const missing = (
    words: readonly string[],
    path: Misfit["path"],
    stands: (text: string, word: string) => boolean,
  ): Misfit[] =>
    words.flatMap((wanted, k): Misfit[] => {
      const message = `没有一句含有“${wanted}”：照文件里的写法改，或删去`;
      const isFound = texts.some((text) => stands(text, wanted));
      return isFound ? [] : [{ path: [...path, k], rule: "indicator-stale", message }];
    });
  return indicators.flatMap(({ measures, mentions }, i) => [
    ...measures.flatMap(({ find }, k) => missing(find, [i, "measures", k, "find"], runsThrough)),
    ...missing(mentions, [i, "mentions"], (text, wanted) => text.includes(wanted)),
  ]);
}
