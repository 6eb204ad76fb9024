import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { readIndicatorsFile } from "../node/indicators.ts";
import { ProblemsError } from "../text/problems/problem.ts";
import { fill, sharedDocuments } from "./shared.ts";
import { keepLoaded } from "./watch.ts";

/** The editor's indicators; an entry's id is the indicator's, its data the `Indicator` with its place in the file. */
export function indicatorsLoader(): Loader {
  return {
    name: "indicators",
    load: async (context) => {
      const root = fileURLToPath(context.config.root);
      const load = async (): Promise<void> => {
        const { documents, problems } = await sharedDocuments(root);
        // What is wrong with a document is said by the loader of documents.
        if (problems.length > 0) return;
        const { indicators, problems: faults } = await readIndicatorsFile(root, documents);
        if (faults.length > 0) throw new ProblemsError(faults);
        fill(
          context,
          indicators.map((indicator, position) => ({ id: indicator.id, data: { position, indicator } })),
        );
      };
      await keepLoaded(
        context.watcher,
        root,
        ["content/documents/", "content/indicators.yaml", "content/themes/"],
        load,
      );
    },
  };
}
