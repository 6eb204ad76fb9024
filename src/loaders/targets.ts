import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { readDocuments } from "../node/documents.ts";
import { readAllTargets } from "../node/targets.ts";
import { ProblemsError } from "../text/problems/problem.ts";
import { reloadOnChange } from "./watch.ts";

/** What every document aims at and reports; an entry's id is the document's id, its data a `DocumentTargets`. */
export function targetsLoader(): Loader {
  return {
    name: "targets",
    load: async ({ store, config, watcher }) => {
      const root = fileURLToPath(config.root);
      const load = async (): Promise<void> => {
        const { documents, problems } = await readDocuments(root);
        // What is wrong with a document is said by the loader of documents.
        if (problems.length > 0) return;
        const { targets, problems: faults } = await readAllTargets(root, documents);
        if (faults.length > 0) throw new ProblemsError(faults);
        store.clear();
        for (const one of targets) store.set({ id: one.document, data: { ...one } });
      };
      await load();
      reloadOnChange(watcher, root, "content", load);
    },
  };
}
