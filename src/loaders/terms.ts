import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { readTermsFile } from "../node/terms.ts";
import { ProblemsError } from "../text/problems/problem.ts";
import { fill } from "./shared.ts";
import { keepLoaded } from "./watch.ts";

/** What an editor says of words, as the one entry `terms`. */
export function termsLoader(): Loader {
  return {
    name: "terms",
    load: async (context) => {
      const root = fileURLToPath(context.config.root);
      const load = async (): Promise<void> => {
        const { terms, problems } = await readTermsFile(root);
        if (problems.length > 0) throw new ProblemsError(problems);
        fill(context, [{ id: "terms", data: { ...terms } }]);
      };
      await keepLoaded(context.watcher, root, ["content/terms.yaml"], load);
    },
  };
}
