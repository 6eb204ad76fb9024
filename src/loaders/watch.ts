import path from "node:path";
import type { LoaderContext } from "astro/loaders";

/** While the dev server runs, loads again when a file of the folder changes; a fault is said and the last good state stays. */
export function reloadOnChange(
  watcher: LoaderContext["watcher"],
  root: string,
  folder: string,
  load: () => Promise<void>,
): void {
  const inside = path.join(root, folder) + path.sep;
  watcher?.add(inside);
  watcher?.on("all", (_event, file) => {
    if (file.startsWith(inside))
      load().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
  });
}
