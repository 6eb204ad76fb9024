import path from "node:path";
import type { LoaderContext } from "astro/loaders";
import { ProblemsError } from "../text/problems/problem.ts";

type Watcher = NonNullable<LoaderContext["watcher"]>;

/** An editor's program writes a file in several strokes, and saving one file is no reason to load twice. */
const SETTLED = 60;

interface Reload {
  readonly inside: readonly string[];
  readonly load: () => Promise<void>;
}

/** One queue for all loaders: they share what they read, and none starts before the one it builds on has finished. */
class Queue {
  private readonly all: Reload[] = [];
  private readonly waiting = new Set<Reload>();
  private timer: NodeJS.Timeout | null = null;
  private isRunning = false;

  constructor(watcher: Watcher) {
    watcher.on("all", (_event, file) => {
      // What is written beside and renamed is whole only under its own name.
      if (file.endsWith(".part")) return;
      for (const reload of this.all)
        if (reload.inside.some((place) => file.startsWith(place))) this.waiting.add(reload);
      if (this.waiting.size > 0) this.start();
    });
  }

  add(reload: Reload): void {
    this.all.push(reload);
  }

  private start(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), SETTLED);
  }

  private async run(): Promise<void> {
    if (this.isRunning) return this.start();
    this.isRunning = true;
    const batch = this.all.filter((reload) => this.waiting.has(reload));
    this.waiting.clear();
    const said = new Set<string>();
    for (const { load } of batch) {
      try {
        await load();
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (!said.has(message)) console.error(message);
        said.add(message);
      }
    }
    this.isRunning = false;
  }
}

const queues = new WeakMap<Watcher, Queue>();

/**
 * Loads, and while the dev server runs loads again when a file of the places changes, comes or goes. There a fault is
 * said and the last good state stays, from the start on, so that it can heal; a build stops at it. A place is a folder
 * or file from the project's root.
 */
export async function keepLoaded(
  watcher: LoaderContext["watcher"],
  root: string,
  places: readonly string[],
  load: () => Promise<void>,
): Promise<void> {
  if (!watcher) return load();
  const queue = queues.get(watcher) ?? new Queue(watcher);
  queues.set(watcher, queue);
  const inside = places.map((place) => path.join(root, place));
  watcher.add(inside);
  queue.add({ inside, load });
  await load().catch((error: unknown) => {
    if (!(error instanceof ProblemsError)) throw error;
    console.error(error.message);
  });
}
