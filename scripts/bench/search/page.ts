import path from "node:path";
import { compileFunction } from "node:vm";
import type { OpenedSearch } from "../../../src/browser/indexed-search.ts";
import { bundleEngine } from "../../../src/integrations/search/engine.ts";
import type { Packed } from "../../../src/integrations/search/pack.ts";

/** As much of a page as the search of the built site needs: it loads the packed files, which are scripts, and runs them. */

export interface PageScript {
  readonly open: () => Promise<OpenedSearch>;
}

export interface Page extends PageScript {
  /** The names of the files that were loaded, in their order. */
  readonly loaded: readonly string[];
}

export type Files = ReadonlyMap<string, string>;

export const filesOf = (packed: readonly Packed[]): Files => new Map(packed.map(({ name, code }) => [name, code]));

const ADDRESS = "https://page.invalid/";

interface Receiver {
  searchFile?: (name: string, content: unknown) => void;
  readonly location: { readonly origin: string; readonly href: string };
}

/** A `<script>` of which only its address and what listens to it matter. */
function scriptElement() {
  const listeners = new Map<string, () => void>();
  return {
    src: "",
    addEventListener: (event: string, listener: () => void) => listeners.set(event, listener),
    tell: (event: string) => listeners.get(event)?.(),
    remove: () => undefined,
  };
}

function documentOf(window: Receiver, files: Files, loaded: string[]) {
  const append = (script: ReturnType<typeof scriptElement>): void => {
    const name = decodeURIComponent(new URL(script.src).pathname.replace(/^\/search\/|\.js$/g, ""));
    const code = files.get(name);
    setImmediate(() => {
      if (code === undefined) return script.tell("error");
      loaded.push(name);
      compileFunction(code, ["searchFile"])(window.searchFile);
      script.tell("load");
    });
  };
  return {
    currentScript: null,
    baseURI: ADDRESS,
    documentElement: { dataset: {} },
    querySelector: () => ({ getAttribute: () => "zh-CN" }),
    createElement: scriptElement,
    head: { append },
  };
}

/** A script for `openPage` that searches through the files of an index, beginning with the table of that name. */
export function pageScript(table: string): Promise<string> {
  return bundleEngine(table, path.join(import.meta.dirname, "page-script.ts"));
}

/** A page that has loaded nothing yet. */
export function openPage(script: string, files: Files): Page {
  const window: Receiver = { location: { origin: "https://page.invalid", href: ADDRESS } };
  const loaded: string[] = [];
  const scripts: PageScript[] = [];
  const run = compileFunction(script, ["window", "document", "location", "ready"]);
  run(window, documentOf(window, files, loaded), window.location, (made: PageScript) => scripts.push(made));
  const [made] = scripts;
  if (made === undefined) throw new Error("search: the script of the page did not run");
  return { ...made, loaded };
}
