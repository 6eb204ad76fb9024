import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { readRedirectsFile } from "../node/redirects.ts";
import { ProblemsError } from "../text/problems/problem.ts";
import { fill, sharedDocuments } from "./shared.ts";
import { keepLoaded } from "./watch.ts";

/** The table of addresses that have changed, as the one entry `redirects`: most often it is empty, which is no fault. */
export function redirectsLoader(): Loader {
  return {
    name: "redirects",
    load: async (context) => {
      const root = fileURLToPath(context.config.root);
      const load = async (): Promise<void> => {
        const { documents, problems } = await sharedDocuments(root);
        // What is wrong with a document is said by the loader of documents.
        if (problems.length > 0) return;
        const { redirects, problems: faults } = await readRedirectsFile(root, documents);
        if (faults.length > 0) throw new ProblemsError(faults);
        fill(context, [{ id: "redirects", data: { redirects: [...redirects] } }]);
      };
      await keepLoaded(context.watcher, root, ["content/documents/", "content/redirects.yaml"], load);
    },
  };
}
