import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { readSeeds } from "../node/seeds.ts";
import type { Ledger } from "../text/model.ts";
import { ProblemsError } from "../text/problems/problem.ts";
import { fill } from "./shared.ts";
import { keepLoaded } from "./watch.ts";

/** A document's seed as it was scraped, and what became of every code unit of it. */
export interface Source {
  readonly raw: string;
  readonly ledger: Ledger;
}

/** The seeds; an entry's id is the id of the document made from it. */
export function sourcesLoader(): Loader {
  return {
    name: "sources",
    load: async (context) => {
      const root = fileURLToPath(context.config.root);
      const load = async (): Promise<void> => {
        const { seeds, problems } = await readSeeds(root);
        if (problems.length > 0) throw new ProblemsError(problems);
        fill(
          context,
          seeds.map(({ recipe, raw, ledger }) => ({ id: recipe.id, data: { raw, ledger } })),
        );
      };
      await keepLoaded(context.watcher, root, ["seeds/"], load);
    },
  };
}
