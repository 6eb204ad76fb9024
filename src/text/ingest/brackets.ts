import { simplify } from "../normalize/script.ts";
import type { Finished } from "../structure/finish.ts";
import { pairUp } from "../structure/sentences.ts";
import type { Fault } from "./fault.ts";
import { type Recipe, recipeOffset } from "./recipe.ts";

/**
 * Brackets and quotation marks of kept text that have lost their partner: the scrape has lost text there, and an
 * editor must have seen it. Each `broken` entry of the recipe acknowledges one clause by its beginning.
 */
export function unpaired({ kept }: Finished, recipe: Recipe, yaml: string): Fault[] {
  const met = new Set<number>();
  const faults = kept.flatMap(({ source }): Fault[] => {
    const [first] = pairUp(source.text).unpaired;
    if (first === undefined) return [];
    const entry = recipe.broken.findIndex((b) => simplify(source.text).startsWith(simplify(b.begins)));
    if (entry >= 0) {
      met.add(entry);
      return [];
    }
    const near = source.text.slice(Math.max(0, first - 6), first + 7);
    const message = `“${source.text.charAt(first)}” in “${near}” has no partner: if the scrape cut it off, say so in the recipe with “broken: - {begins: ${source.text.slice(0, 8)}, missing: …}”`;
    return [{ in: "seed", offset: source.at[first] as number, rule: "bracket-unpaired", message }];
  });
  const needless = recipe.broken.flatMap((b, i): Fault[] =>
    met.has(i)
      ? []
      : [
          {
            in: "recipe",
            offset: recipeOffset(yaml, ["broken", i]),
            rule: "recipe-no-match",
            message: `“${b.begins}” begins no clause with an unpaired bracket: correct the entry or remove it`,
          },
        ],
  );
  return [...faults, ...needless];
}
