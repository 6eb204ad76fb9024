import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { readDocuments } from "../node/documents.ts";
import { readIndicatorsFile } from "../node/indicators.ts";
import { ProblemsError } from "../text/problems/problem.ts";
import { reloadOnChange } from "./watch.ts";

/** The editor's indicators; an entry's id is the indicator's, its data the `Indicator` with its place in the file. */
export function indicatorsLoader(): Loader {
  return {
    name: "indicators",
    load: async ({ store, config, watcher }) => {
      const root = fileURLToPath(config.root);
      const load = async (): Promise<void> => {
        const { documents, problems } = await readDocuments(root);
        // What is wrong with a document is said by the loader of documents.
        if (problems.length > 0) return;
        const { indicators, problems: faults } = await readIndicatorsFile(root, documents);
        if (faults.length > 0) throw new ProblemsError(faults);
        store.clear();
        for (const [position, indicator] of indicators.entries())
          store.set({ id: indicator.id, data: { position, indicator } });
      };
      await load();
      reloadOnChange(watcher, root, "content", load);
    },
  };
}
