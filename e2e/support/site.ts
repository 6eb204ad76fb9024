import { type BrowserContext, test as base, expect } from "@playwright/test";
import { FOLDER, homeOf, type Site, siteAt } from "./built.ts";

export type { Site };

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
    await use(siteAt(baseURL ?? FOLDER));
  },
  complaints: [
    async ({ context, site }, use) => {
      const complaints: string[] = [];
      listen(context, homeOf(site), complaints);
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
