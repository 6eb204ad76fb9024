import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { ProblemsError } from "../text/problems/problem.ts";
import { fill, sharedDocuments } from "./shared.ts";
import { keepLoaded } from "./watch.ts";

/** Every document of content/documents; an entry's id is the document's id, its data a `PolicyDocument`. */
export function documentsLoader(): Loader {
  return {
    name: "documents",
    load: async (context) => {
      const root = fileURLToPath(context.config.root);
      const load = async (): Promise<void> => {
        const { documents, problems } = await sharedDocuments(root);
        if (problems.length > 0) throw new ProblemsError(problems);
        fill(
          context,
          documents.map((document) => ({ id: document.meta.id, data: { ...document } })),
        );
      };
      await keepLoaded(context.watcher, root, ["content/documents/"], load);
    },
  };
}
