import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { readThreadOverrides } from "../node/threads.ts";
import { ProblemsError } from "../text/problems/problem.ts";
import { fill, sharedDocuments } from "./shared.ts";
import { keepLoaded } from "./watch.ts";

/** The editor's word on threads; an entry's id is the key of a clause, its data the clause that it follows, or none. */
export function overridesLoader(): Loader {
  return {
    name: "overrides",
    load: async (context) => {
      const root = fileURLToPath(context.config.root);
      const load = async (): Promise<void> => {
        const { documents, problems } = await sharedDocuments(root);
        // What is wrong with a document is said by the loader of documents.
        if (problems.length > 0) return;
        const { overrides, problems: faults } = await readThreadOverrides(root, documents);
        if (faults.length > 0) throw new ProblemsError(faults);
        fill(
          context,
          Array.from(overrides, ([id, follows]) => ({ id, data: { follows } })),
        );
      };
      await keepLoaded(
        context.watcher,
        root,
        ["content/documents/", "content/alignments/", "content/concepts.yaml", "content/threads.yaml"],
        load,
      );
    },
  };
}
