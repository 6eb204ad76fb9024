import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { readDocuments } from "../node/documents.ts";
import { readThreadOverrides } from "../node/threads.ts";
import { ProblemsError } from "../text/problems/problem.ts";
import { reloadOnChange } from "./watch.ts";

/** The editor's word on threads; an entry's id is the key of a clause, its data the clause that it follows, or none. */
export function overridesLoader(): Loader {
  return {
    name: "overrides",
    load: async ({ store, config, watcher }) => {
      const root = fileURLToPath(config.root);
      const load = async (): Promise<void> => {
        const { documents, problems } = await readDocuments(root);
        // What is wrong with a document is said by the loader of documents.
        if (problems.length > 0) return;
        const { overrides, problems: faults } = await readThreadOverrides(root, documents);
        if (faults.length > 0) throw new ProblemsError(faults);
        store.clear();
        for (const [id, follows] of overrides) store.set({ id, data: { follows } });
      };
      await load();
      reloadOnChange(watcher, root, "content", load);
    },
  };
}
