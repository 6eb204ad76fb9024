import path from "node:path";
import type { LoaderContext } from "astro/loaders";

/** An editor's decision is written as a file beside and a rename, and two of them can follow close on each other. */
const SETTLED = 250;

/** Runs one load at a time: what changes meanwhile is loaded once more, however often it changes. */
function oneAtATime(load: () => Promise<void>): () => Promise<void> {
  let isLoading = false;
  let isStale = false;
  return async () => {
    isStale = true;
    if (isLoading) return;
    isLoading = true;
    while (isStale) {
      isStale = false;
      await load().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    }
    isLoading = false;
  };
}

/** While the dev server runs, loads again when a file of the folder changes; a fault is said and the last good state stays. */
export function reloadOnChange(
  watcher: LoaderContext["watcher"],
  root: string,
  folder: string,
  load: () => Promise<void>,
): void {
  const inside = path.join(root, folder) + path.sep;
  const again = oneAtATime(load);
  let waiting: NodeJS.Timeout | undefined;
  watcher?.add(inside);
  watcher?.on("all", (_event, file) => {
    if (!file.startsWith(inside) || file.endsWith(".part")) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void again(), SETTLED);
  });
}
