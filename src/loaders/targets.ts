import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { readAllTargets } from "../node/targets.ts";
import { ProblemsError } from "../text/problems/problem.ts";
import { fill, sharedDocuments } from "./shared.ts";
import { keepLoaded } from "./watch.ts";

/** What every document aims at and reports; an entry's id is the document's id, its data a `DocumentTargets`. */
export function targetsLoader(): Loader {
  return {
    name: "targets",
    load: async (context) => {
      const root = fileURLToPath(context.config.root);
      const load = async (): Promise<void> => {
        const { documents, problems } = await sharedDocuments(root);
        // What is wrong with a document is said by the loader of documents.
        if (problems.length > 0) return;
        const { targets, problems: faults } = await readAllTargets(root, documents);
        if (faults.length > 0) throw new ProblemsError(faults);
        fill(
          context,
          targets.map((one) => ({ id: one.document, data: { ...one } })),
        );
      };
      await keepLoaded(context.watcher, root, ["content/documents/", "content/targets/"], load);
    },
  };
}
