import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { readConceptsFile } from "../node/collations.ts";
import { conceptWords } from "../text/collation/concepts.ts";
import { reloadOnChange } from "./watch.ts";

/** The editor's concepts; an entry's id is a concept's name, its data what is said for it. */
export function conceptsLoader(): Loader {
  return {
    name: "concepts",
    load: async ({ store, config, watcher }) => {
      const root = fileURLToPath(config.root);
      const load = async (): Promise<void> => {
        // What is wrong with the file is said by the loader of collations.
        const { concepts } = await readConceptsFile(root);
        store.clear();
        for (const [name, words] of conceptWords(concepts)) store.set({ id: name, data: { words: [...words] } });
      };
      await load();
      reloadOnChange(watcher, root, "content", load);
    },
  };
}
