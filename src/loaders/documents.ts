import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { readDocuments } from "../node/documents.ts";
import { ProblemsError } from "../text/problems/problem.ts";
import { reloadOnChange } from "./watch.ts";

/** Every document of content/documents; an entry's id is the document's id, its data a `PolicyDocument`. */
export function documentsLoader(): Loader {
  return {
    name: "documents",
    load: async ({ store, config, watcher }) => {
      const root = fileURLToPath(config.root);
      const load = async (): Promise<void> => {
        const { documents, problems } = await readDocuments(root);
        if (problems.length > 0) throw new ProblemsError(problems);
        store.clear();
        for (const document of documents) store.set({ id: document.meta.id, data: { ...document } });
      };
      await load();
      reloadOnChange(watcher, root, "content/documents", load);
    },
  };
}
