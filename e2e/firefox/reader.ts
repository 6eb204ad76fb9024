import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { after, before, test } from "node:test";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { FOLDER, homeOf, type Site, siteAt } from "../support/built.ts";
import unzip from "../support/unzip.ts";

const root = path.resolve(import.meta.dirname, "../..");
const PORT = process.env["E2E_PORT"] ?? "4339";
const BASE = "/policy/site/";

const PLACES = [
  { name: "over HTTP", address: `http://127.0.0.1:${PORT}${BASE}` },
  { name: "from the unzipped folder", address: FOLDER },
] as const;

const WINDOW = { width: 1280, height: 900 };
/** In milliseconds. A single step gives up first, so that the report names it. */
const LONGEST = { test: 30_000, step: 10_000 };

/** A Firefox as it comes from Mozilla, with the rules for folders that readers have, at the site. */
export interface Reader {
  readonly page: Page;
  readonly site: Site;
  readonly isFolder: boolean;
}

let browser: Browser;
let server: ChildProcess;

async function serve(): Promise<void> {
  const script = path.join(root, "scripts/serve.mjs");
  server = spawn(process.execPath, [script, "--port", PORT, "--base", BASE], { stdio: ["ignore", "pipe", "inherit"] });
  const listening = server.stdout === null ? null : once(server.stdout, "data");
  const ended = once(server, "exit").then(() => Promise.reject(new Error("scripts/serve.mjs has ended")));
  await Promise.race([listening, ended]);
}

before(async () => {
  const executablePath = process.env["E2E_FIREFOX"];
  if (!executablePath) throw new Error("E2E_FIREFOX names no Firefox: npm test finds one");
  unzip();
  await serve();
  // What drives a browser loosens this rule for its own comfort.
  const extraPrefsFirefox = { "security.fileuri.strict_origin_policy": true };
  browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, extraPrefsFirefox });
});

after(async () => {
  await browser?.close();
  server?.kill();
});

/** Takes down whatever the browser says, and everything that does not load or leaves the site. */
async function listen(page: Page, home: string, complaints: string[]): Promise<void> {
  page.on("console", (message) => complaints.push(`console.${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`script: ${error instanceof Error ? error.message : error}`));
  page.on("request", (request) => {
    // Firefox asks itself for a font of its own when it reads from a folder.
    if (!/^data:/.test(request.url()) && !request.url().startsWith(home))
      complaints.push(`request outside the site: ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    // Leaving a page ends what it was still loading.
    if (request.failure()?.errorText !== "NS_BINDING_ABORTED") complaints.push(`request: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  // Firefox reports no requests to a folder, so the page itself has to say what it did not get.
  await page.evaluateOnNewDocument(() => {
    const say = ({ target }: Event): void => {
      if (target instanceof Element) console.error(`not loaded: ${target.outerHTML}`);
    };
    addEventListener("error", say, true);
  });
}

/** A test of what a reader does, in each place where the site can stand; what the browser complains of fails it. */
export function inFirefox(name: string, read: (reader: Reader) => Promise<void>): void {
  for (const { name: place, address } of PLACES) {
    test(`${name}, ${place}`, { timeout: LONGEST.test }, async (t) => {
      const context = await browser.createBrowserContext();
      try {
        const page = await context.newPage();
        page.setDefaultTimeout(LONGEST.step);
        await page.setViewport(WINDOW);
        const site = siteAt(address);
        const complaints: string[] = [];
        await listen(page, homeOf(site), complaints);
        await read({ page, site, isFolder: address === FOLDER });
        t.assert.deepEqual(complaints, []);
      } finally {
        await context.close();
      }
    });
  }
}

/** Presses a link to another page and waits until it is there. */
export async function follow(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(selector).click()]);
}

/** Waits until an element can be seen in the window. */
export async function seen(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(
    (css) => {
      const { top = -1, bottom = -1 } = document.querySelector(css)?.getBoundingClientRect() ?? {};
      return bottom > 0 && top >= 0 && top < innerHeight;
    },
    {},
    selector,
  );
}

/** How many of the elements are laid out, whether or not they are in the window. */
export function shownOf(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (css) => Array.from(document.querySelectorAll(css)).filter((one) => one.getClientRects().length > 0).length,
    selector,
  );
}

/** The words of an element as its code has them. */
export function words(page: Page, selector: string): Promise<string> {
  return page.evaluate((css) => document.querySelector(css)?.textContent?.trim() ?? "", selector);
}
