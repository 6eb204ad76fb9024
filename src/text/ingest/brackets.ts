import type { Mapped } from "../normalize/mapped.ts";
import { simplify } from "../normalize/script.ts";
import type { Misfit } from "../problems/yaml.ts";
import type { Finished } from "../structure/finish.ts";
import { pairUp } from "../structure/sentences.ts";
import type { Fault } from "./fault.ts";
import { noMatch, type Recipe } from "./recipe.ts";

/**
 * Brackets and quotation marks of kept text that have lost their partner: the scrape has lost text there, and an
 * editor must have seen it. Each `broken` entry of the recipe acknowledges one clause by its beginning.
 */
export function unpaired({ kept }: Finished, recipe: Recipe): { faults: Fault[]; misfits: Misfit[] } {
  const met = new Set<number>();
  const faults = kept.flatMap(({ source }): Fault[] => {
    const [first] = pairUp(source.text).unpaired;
    if (first === undefined) return [];
    const entry = recipe.broken.findIndex((b) => simplify(source.text).startsWith(simplify(b.begins)));
    if (entry < 0) return [unpairedFault(source, first)];
    met.add(entry);
    return [];
  });
  const misfits = recipe.broken.flatMap((b, i): Misfit[] =>
    met.has(i) ? [] : [noMatch(["broken", i], `没有以“${b.begins}”开头而括号不成对的句子`)],
  );
  return { faults, misfits };
}

function unpairedFault(source: Mapped, at: number): Fault {
  const near = source.text.slice(Math.max(0, at - 6), at + 7);
  const remedy = `“broken: - {begins: ${source.text.slice(0, 8)}, missing: …}”`;
  const message = `“${near}”里的“${source.text.charAt(at)}”没有配对：若是抓取时截断的，在配方里写明 ${remedy}`;
  return { in: "seed", offset: source.at[at] as number, rule: "bracket-unpaired", message };
}
