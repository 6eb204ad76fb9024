import { defineConfig, devices } from "@playwright/test";

const executablePath = process.env.E2E_CHROMIUM;
const channel = process.env.E2E_CHANNEL;
const PORT = process.env.E2E_PORT ?? "4329";
/** Under a path of its own, where a root-absolute address leads nowhere. */
const BASE = `http://127.0.0.1:${PORT}/policy/site/`;

const launchOptions = {
  // Without a locale Chromium saves no download into a folder whose path is not in ASCII.
  env: { LANG: "C.UTF-8", ...process.env },
  ...(executablePath === undefined ? {} : { executablePath }),
  ...(channel === undefined ? {} : { channel }),
};
/** Builds a site of its own and looks at it both ways: once is enough. */
const REDIRECTS = "redirects.spec.ts";
/** Starts a dev server of its own, on a copy of the project that it may change. */
const REVIEW = "review.spec.ts";
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export default defineConfig({
  testDir: "e2e",
  // Those of e2e/firefox are run by Node.
  testMatch: "*.spec.ts",
  globalSetup: "./e2e/support/unzip.ts",
  fullyParallel: true,
  workers: "100%",
  forbidOnly: process.env.CI !== undefined,
  reporter: "list",
  use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 900 }, launchOptions, locale: "zh-CN" },
  projects: [
    { name: "desktop", testIgnore: [REDIRECTS, REVIEW], use: { baseURL: BASE } },
    { name: "phone", testIgnore: [REDIRECTS, REVIEW], use: { ...phone, baseURL: BASE } },
    { name: "folder", testIgnore: REVIEW, use: { baseURL: "file:" } },
    { name: "editor", testMatch: REVIEW },
  ],
  webServer: {
    command: `"${process.execPath}" scripts/serve.mjs --port ${PORT} --base /policy/site/`,
    url: BASE,
    reuseExistingServer: false,
  },
});
