import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { readDocuments } from "../node/documents.ts";
import { readRedirectsFile } from "../node/redirects.ts";
import { ProblemsError } from "../text/problems/problem.ts";
import { nameOf } from "../text/redirects/redirect.ts";
import { reloadOnChange } from "./watch.ts";

/** Addresses that have changed; an entry's id is the old one, its data a `Redirect`. */
export function redirectsLoader(): Loader {
  return {
    name: "redirects",
    load: async ({ store, config, watcher }) => {
      const root = fileURLToPath(config.root);
      const load = async (): Promise<void> => {
        const { documents, problems } = await readDocuments(root);
        // What is wrong with a document is said by the loader of documents.
        if (problems.length > 0) return;
        const { redirects, problems: faults } = await readRedirectsFile(root, documents);
        if (faults.length > 0) throw new ProblemsError(faults);
        store.clear();
        for (const redirect of redirects) store.set({ id: nameOf(redirect.from), data: { ...redirect } });
      };
      await load();
      reloadOnChange(watcher, root, "content", load);
    },
  };
}
