import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { ProblemsError } from "../text/problems/problem.ts";
import { fill, sharedCollations, sharedDocuments } from "./shared.ts";
import { keepLoaded } from "./watch.ts";

/** Every two documents that are compared; an entry's id is `<from>--<to>`, its data a `Collation`. */
export function collationsLoader(): Loader {
  return {
    name: "collations",
    load: async (context) => {
      const root = fileURLToPath(context.config.root);
      const load = async (): Promise<void> => {
        const { problems } = await sharedDocuments(root);
        // What is wrong with a document is said by the loader of documents.
        if (problems.length > 0) return;
        const { collations, problems: faults } = await sharedCollations(root);
        if (faults.length > 0) throw new ProblemsError(faults);
        fill(
          context,
          collations.map((collation) => ({ id: `${collation.from}--${collation.to}`, data: { ...collation } })),
        );
      };
      await keepLoaded(
        context.watcher,
        root,
        ["content/documents/", "content/alignments/", "content/concepts.yaml"],
        load,
      );
    },
  };
}
