import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { readCollations } from "../node/collations.ts";
import { readDocuments } from "../node/documents.ts";
import { ProblemsError } from "../text/problems/problem.ts";
import { reloadOnChange } from "./watch.ts";

/** Every two documents that are compared; an entry's id is `<from>--<to>`, its data a `Collation`. */
export function collationsLoader(): Loader {
  return {
    name: "collations",
    load: async ({ store, config, watcher }) => {
      const root = fileURLToPath(config.root);
      const load = async (): Promise<void> => {
        const { documents, problems } = await readDocuments(root);
        // What is wrong with a document is said by the loader of documents.
        if (problems.length > 0) return;
        const { collations, problems: faults } = await readCollations(root, documents);
        if (faults.length > 0) throw new ProblemsError(faults);
        store.clear();
        for (const collation of collations)
          store.set({ id: `${collation.from}--${collation.to}`, data: { ...collation } });
      };
      await load();
      reloadOnChange(watcher, root, "content", load);
    },
  };
}
