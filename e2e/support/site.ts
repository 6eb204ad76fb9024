import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { test as base, expect, type Page } from "@playwright/test";
import { dist, unzipped } from "./unzip.ts";

export interface Site {
  /** The address of a page, `documents/2016-guide/` say, with its fragment. */
  url(page: string): string;
  /** A file of public data, read from the build. */
  data<T>(name: string): T;
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
  const [file = "", fragment] = page.split("#");
  const named = file === "" || file.endsWith("/") ? `${file}index.html` : file;
  return `${pathToFileURL(path.join(unzipped, named)).href}${fragment === undefined ? "" : `#${fragment}`}`;
}

/** Whatever the browser complains about during a test fails it. */
function listen(page: Page, complaints: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => {
    // Leaving a page ends what it was still loading.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`request: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
}

export const test = base.extend<{ site: Site; complaints: string[] }>({
  site: async ({ baseURL }, use) => {
    await use({
      url: (page) => (baseURL === "file:" ? fileUrl(page) : new URL(page, baseURL).href),
      data: (name) => JSON.parse(readFileSync(path.join(dist, "data", name), "utf8")),
    });
  },
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      listen(page, complaints);
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
