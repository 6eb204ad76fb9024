import { fileAddress } from "./site-root.ts";

/** The files of the search are classic scripts, each of which hands its content to `searchFile` under its name. */

interface Waiting {
  readonly resolve: (content: unknown) => void;
}

declare global {
  interface Window {
    searchFile: (name: string, content: unknown) => void;
  }
}

const waiting = new Map<string, Waiting>();
const asked = new Map<string, Promise<unknown>>();

function addressOf(name: string): string {
  return fileAddress(`search/${name.split("/").map(encodeURIComponent).join("/")}.js`);
}

function load(name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = addressOf(name);
    waiting.set(name, { resolve });
    const end = (): void => {
      script.remove();
      // A file that was cut short loads and hands nothing over.
      if (waiting.delete(name)) reject(new Error(`search/${name}.js`));
    };
    script.addEventListener("load", end);
    script.addEventListener("error", end);
    document.head.append(script);
  });
}

/**
 * What a file of the search holds. Asked for again it is not loaded again, unless it failed. Rejects with an error that
 * names the file if it is missing or damaged.
 */
export function searchFile<T>(name: string): Promise<T> {
  const before = asked.get(name);
  if (before !== undefined) return before as Promise<T>;
  const loaded = load(name);
  asked.set(name, loaded);
  loaded.catch(() => asked.delete(name));
  return loaded as Promise<T>;
}

/** Makes this page one that files of the search can be loaded into. */
export function receiveSearchFiles(): void {
  window.searchFile = (name, content) => {
    waiting.get(name)?.resolve(content);
    waiting.delete(name);
  };
}

/** The bytes that a file holds in base64, unzipped. Rejects as `searchFile` does, and where they are damaged. */
export async function bytesOf(name: string): Promise<Uint8Array> {
  const text = await searchFile<string>(name);
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
