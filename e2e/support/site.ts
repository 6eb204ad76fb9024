import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, test as base, expect } from "@playwright/test";
import { dist, unzipped } from "./unzip.ts";

export interface Site {
  /** The address of a page, `documents/2016-guide/` say, with its query and fragment. */
  url(page: string): string;
  /** A file of public data, read from the build. */
  data<T>(name: string): T;
  /** What the build wrote for a page. */
  html(page: string): string;
}

/** What the ledger of a document's seed says. */
export interface Ledger {
  readonly seed: string;
  readonly sha256: string;
  readonly length: number;
  readonly spans: readonly LedgerSpan[];
}

export interface LedgerSpan {
  readonly start: number;
  readonly end: number;
  readonly fate: "kept" | "duplicate" | "boilerplate" | "markup" | "space";
  readonly eId?: string;
  readonly of?: string;
  readonly rule?: string;
  readonly why?: string;
}

export interface CorpusEntry {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly issued: string;
  readonly script: "Hans" | "Hant";
  readonly url: string;
  readonly counts: { readonly provisions: number; readonly clauses: number };
}

function fileUrl(page: string): string {
  const [, file = "", rest = ""] = /^([^?#]*)(.*)$/.exec(page) ?? [];
  const named = file === "" || file.endsWith("/") ? `${file}index.html` : file;
  return `${pathToFileURL(path.join(unzipped, named)).href}${rest}`;
}

/** Takes down whatever the browser says, and every request that fails or leaves the site. */
function listen(context: BrowserContext, home: string, complaints: string[]): void {
  context.on("console", (message) => complaints.push(`console.${message.type()}: ${message.text()}`));
  context.on("weberror", (error) => complaints.push(`script: ${error.error().message}`));
  context.on("request", (request) => {
    if (!request.url().startsWith(home)) complaints.push(`request outside the site: ${request.url()}`);
  });
  context.on("requestfailed", (request) => {
    // Leaving a page ends what it was still loading.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`request: ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
}

/** Playwright's own, with the site at hand; what a test leaves in `complaints` fails it. */
export const test = base.extend<{ site: Site; complaints: string[] }>({
  site: async ({ baseURL }, use) => {
    await use({
      url: (page) => (baseURL === "file:" ? fileUrl(page) : new URL(page, baseURL).href),
      data: (name) => JSON.parse(readFileSync(path.join(dist, "data", name), "utf8")),
      html: (page) => readFileSync(path.join(dist, page, "index.html"), "utf8"),
    });
  },
  complaints: [
    async ({ context, site }, use) => {
      const complaints: string[] = [];
      listen(context, site.url("").replace(/index\.html$/, ""), complaints);
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
