import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fetchBrowser } from "./fetch-browser.mjs";
import { runTool } from "./run-tool.mjs";
import { say, withPath } from "./say.mjs";

/** Prints nothing and exits 0 when the browser that the variables name starts and renders a page. */
const PROBE = "scripts/launch/probe-browser.mjs";

/** Each place is a set of variables for playwright.config.ts; a browser counts only if it works. */
function* places() {
  yield ["Playwright's own", {}];
  for (const channel of ["chrome", "msedge"]) yield [channel, { E2E_CHANNEL: channel }];
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
      const file = path.join(folder, name);
      if (existsSync(file)) yield [file, { E2E_CHROMIUM: file }];
    }
  }
}

async function works(where, label, env) {
  const good = (await runTool(where, [PROBE], env)) === 0;
  if (good) say(`  browser: ${label}`);
  return good;
}

/** Playwright's own download, where its servers can be reached. */
function downloaded({ root, node }) {
  const cli = path.join(root, "node_modules/@playwright/test/cli.js");
  const env = { ...withPath([path.dirname(node)]), PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" };
  return (
    spawnSync(node, [cli, "install", "--only-shell", "chromium"], { cwd: root, env, stdio: "ignore", timeout: 300_000 })
      .status === 0
  );
}

/**
 * Variables that lead Playwright to a Chromium: the one that E2E_CHROMIUM names, one of this machine, a download, or
 * the one that an npm package carries (Linux x64). E2E_SKIP=machine,download leaves steps out.
 */
export async function findBrowser(where) {
  const skip = new Set((process.env.E2E_SKIP ?? "").split(","));
  const given = process.env.E2E_CHROMIUM;
  if (given) {
    if (await works(where, given, { E2E_CHROMIUM: given })) return { E2E_CHROMIUM: given };
    throw new Error(`E2E_CHROMIUM names ${given}, which does not start`);
  }
  if (!skip.has("machine")) for (const [label, env] of places()) if (await works(where, label, env)) return env;
  if (!skip.has("download") && downloaded(where) && (await works(where, "downloaded", {}))) return {};
  const fetched = await fetchBrowser(where);
  if (fetched && (await works(where, "from npm", fetched))) return fetched;
  throw new Error("no browser: install Chrome, Edge or Chromium, or set E2E_CHROMIUM to the path of one");
}
