import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { readConceptsFile } from "../node/collations.ts";
import { conceptWords } from "../text/collation/concepts.ts";
import { fill } from "./shared.ts";
import { keepLoaded } from "./watch.ts";

/** The editor's concepts; an entry's id is a concept's name, its data what is said for it. */
export function conceptsLoader(): Loader {
  return {
    name: "concepts",
    load: async (context) => {
      const root = fileURLToPath(context.config.root);
      const load = async (): Promise<void> => {
        // What is wrong with the file is said by the loader of collations.
        const { concepts } = await readConceptsFile(root);
        fill(
          context,
          Array.from(conceptWords(concepts), ([name, words]) => ({ id: name, data: { words: [...words] } })),
        );
      };
      await keepLoaded(context.watcher, root, ["content/concepts.yaml"], load);
    },
  };
}
