import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { readThemes } from "../node/themes.ts";
import type { Theme } from "../text/model.ts";
import { ProblemsError } from "../text/problems/problem.ts";
import { fill, sharedDocuments } from "./shared.ts";
import { keepLoaded } from "./watch.ts";

/** A theme with its place in the editor's order, from 1: a collection keeps none. */
export interface PlacedTheme {
  readonly position: number;
  readonly theme: Theme;
}

/** The themes of content/themes; an entry's id is the theme's id. */
export function themesLoader(): Loader {
  return {
    name: "themes",
    load: async (context) => {
      const root = fileURLToPath(context.config.root);
      const load = async (): Promise<void> => {
        const { documents, problems } = await sharedDocuments(root);
        // What is wrong with a document is said by the loader of documents.
        if (problems.length > 0) return;
        const { themes, problems: faults } = await readThemes(root, documents);
        if (faults.length > 0) throw new ProblemsError(faults);
        fill(
          context,
          themes.map((theme, i) => ({ id: theme.id, data: { position: i + 1, theme } })),
        );
      };
      await keepLoaded(context.watcher, root, ["content/documents/", "content/themes/"], load);
    },
  };
}
