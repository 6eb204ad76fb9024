import path from "node:path";
import type { LoaderContext } from "astro/loaders";

/** An editor's decision is written as a file beside and a rename, and two of them can follow close on each other. */
const SETTLED = 250;

/** While the dev server runs, loads again when a file of the folder changes; a fault is said and the last good state stays. */
export function reloadOnChange(
  watcher: LoaderContext["watcher"],
  root: string,
  folder: string,
  load: () => Promise<void>,
): void {
  const inside = path.join(root, folder) + path.sep;
  const again = (): void => {
    load().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
  };
  let waiting: NodeJS.Timeout | undefined;
  watcher?.add(inside);
  watcher?.on("all", (_event, file) => {
    if (!file.startsWith(inside) || file.endsWith(".part")) return;
    clearTimeout(waiting);
    waiting = setTimeout(again, SETTLED);
  });
}
