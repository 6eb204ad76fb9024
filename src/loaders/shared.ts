import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { LoaderContext } from "astro/loaders";
import { type Collations, readCollations } from "../node/collations.ts";
import { type Documents, readDocuments } from "../node/documents.ts";

/** What several loaders need is read once as long as the files are the same. */

interface Kept<T> {
  readonly signature: string;
  readonly value: Promise<T>;
}

/** Names, sizes and times of the files in these folders, or of these files. */
async function signatureOf(root: string, places: readonly string[]): Promise<string> {
  const parts = await Promise.all(
    places.map(async (place) => {
      const names = await readdir(path.join(root, place)).catch(() => [""]);
      const about = names.sort().map(async (name) => {
        const file = await stat(path.join(root, place, name)).catch(() => null);
        return `${name}:${file?.mtimeMs ?? 0}:${file?.size ?? 0}`;
      });
      return (await Promise.all(about)).join();
    }),
  );
  return `${root}|${parts.join("|")}`;
}

function keeping<T>(places: readonly string[], read: (root: string) => Promise<T>): (root: string) => Promise<T> {
  let kept: Kept<T> | null = null;
  return async (root) => {
    const signature = await signatureOf(root, places);
    if (kept?.signature === signature) return kept.value;
    const value = read(root);
    kept = { signature, value };
    return value;
  };
}

export const sharedDocuments: (root: string) => Promise<Documents> = keeping(["content/documents"], readDocuments);

export const sharedCollations: (root: string) => Promise<Collations> = keeping(
  ["content/documents", "content/alignments", "content/concepts.yaml"],
  async (root) => readCollations(root, (await sharedDocuments(root)).documents),
);

/** Fills a collection: what has not changed is left alone, so that nothing built on it is made anew; what is gone, goes. */
export function fill(
  { store, generateDigest }: Pick<LoaderContext, "store" | "generateDigest">,
  entries: readonly { readonly id: string; readonly data: Record<string, unknown> }[],
): void {
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const { id, data } of entries) store.set({ id, data, digest: generateDigest(data) });
}
