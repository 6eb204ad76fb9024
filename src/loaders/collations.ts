import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { readDocuments } from "../node/documents.ts";
import { readEditions } from "../node/editions.ts";
import { merge } from "../text/collation/merge.ts";
import type { Alignment } from "../text/model.ts";
import { ProblemsError } from "../text/problems/problem.ts";
import { reloadOnChange } from "./watch.ts";

/** What two documents have in common. `from` was issued earlier. */
export interface Collation {
  readonly from: string;
  readonly to: string;
  /** An editor has read both texts through. */
  readonly complete: boolean;
  readonly alignments: readonly Alignment[];
  /** What the machine says without the editor's word. */
  readonly auto: readonly Alignment[];
}

/** Every two documents, aligned; an entry's id is `<from>--<to>`. */
export function collationsLoader(): Loader {
  return {
    name: "collations",
    load: async ({ store, config, watcher }) => {
      const root = fileURLToPath(config.root);
      const load = async (): Promise<void> => {
        const { documents, problems } = await readDocuments(root);
        // What is wrong with a document is said by the loader of documents.
        if (problems.length > 0) return;
        const read = await readEditions(root, documents);
        if (read.problems.length > 0) throw new ProblemsError(read.problems);
        store.clear();
        documents.forEach((later, i) => {
          for (const earlier of documents.slice(0, i)) {
            const [from, to] = [earlier.meta.id, later.meta.id];
            const edition = read.editions.find((e) => e.from === from && e.to === to) ?? null;
            const auto: Alignment[] = [];
            const collation: Collation = {
              from,
              to,
              complete: edition?.complete ?? false,
              alignments: merge(edition, auto),
              auto,
            };
            store.set({ id: `${from}--${to}`, data: { ...collation } });
          }
        });
      };
      await load();
      reloadOnChange(watcher, root, "content/documents", load);
      reloadOnChange(watcher, root, "content/alignments", load);
    },
  };
}
