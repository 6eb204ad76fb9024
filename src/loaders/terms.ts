import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { readTermsFile } from "../node/terms.ts";
import { ProblemsError } from "../text/problems/problem.ts";
import { reloadOnChange } from "./watch.ts";

/** What an editor says of words, as the one entry `terms`. */
export function termsLoader(): Loader {
  return {
    name: "terms",
    load: async ({ store, config, watcher }) => {
      const root = fileURLToPath(config.root);
      const load = async (): Promise<void> => {
        const { terms, problems } = await readTermsFile(root);
        if (problems.length > 0) throw new ProblemsError(problems);
        store.clear();
        store.set({ id: "terms", data: { ...terms } });
      };
      await load();
      reloadOnChange(watcher, root, "content", load);
    },
  };
}
