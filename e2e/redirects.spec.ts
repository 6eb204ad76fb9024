import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { axeViolations } from "./support/axe.ts";
import { buildSmallSite } from "./support/small-site.ts";

const REDIRECTS = `
- {from: guide#sec_9__p_1__cl_1, to: guide#sec_2__p_2__cl_1, why: 拆成两段}
- {from: guide#sec_8__p_1__cl_1, to: guide#sec_2__p_2__cl_1}
- {from: guide#sec_8, to: guide#sec_2}
- {from: plan#sec_8__p_1__cl_1, to: plan#sec_1__p_1__cl_1}
- {from: old-guide, to: guide, why: 代号改了。}
`;

/** The site of this project has no old addresses, so one is built that has. */
let folder = "";
let server: ChildProcess | null = null;
let host = "";

const file = (page: string, rest = ""): string =>
  `${pathToFileURL(path.join(folder, "dist", page, "index.html")).href}${rest}`;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = await buildSmallSite({ "redirects.yaml": REDIRECTS });
  const port = String(await freePort());
  const base = "/policy/old/";
  const options = ["--port", port, "--base", base, "--folder", path.join(folder, "dist")];
  server = spawn(process.execPath, [path.resolve(import.meta.dirname, "../scripts/serve.mjs"), ...options]);
  await new Promise((resolve) => server?.stdout?.once("data", resolve));
  host = `http://127.0.0.1:${port}${base}`;
});

test.afterAll(() => {
  server?.kill();
  if (folder !== "") rmSync(folder, { recursive: true });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} scripts`, () => {
    test.use({ javaScriptEnabled });

    test("the old link of a clause leads to the clause and marks it", async ({ page }) => {
      const clause = page.locator('[id="sec_2__p_2__cl_1"]');
      const ground = (): Promise<string> => clause.evaluate((node) => getComputedStyle(node).backgroundColor);
      await page.setViewportSize({ width: 1280, height: 300 });
      await page.goto(file("documents/guide"));
      const plain = await ground();
      for (const old of ["sec_9__p_1__cl_1", "sec_8__p_1__cl_1"]) {
        await page.goto(file("documents/guide", `#${old}`));
        await expect(clause).toBeInViewport();
        expect(await ground()).not.toBe(plain);
      }
      await page.goto(file("documents/guide", "#sec_8"));
      await expect(page.locator('[id="sec_2"] > .heading')).toHaveCSS("text-decoration-line", "underline");
    });

    test("the old page of a document leads to the new one", async ({ page }) => {
      for (const at of [file("documents/old-guide"), `${host}documents/old-guide/`]) {
        await page.goto(at);
        await expect(page).toHaveURL(/\/documents\/guide\//);
        await page.goto(at.replace("documents/old-guide", "compare/old-guide/plan"));
        await expect(page).toHaveURL(/\/compare\/guide\/plan\//);
      }
    });
  });
}

test("a place in the old page is found in the new one", async ({ page }) => {
  for (const at of [file("documents/old-guide"), `${host}documents/old-guide/`]) {
    await page.goto(`${at}#sec_9__p_1__cl_1`);
    await expect(page).toHaveURL(/\/documents\/guide\/.*#sec_9__p_1__cl_1$/);
    await expect(page.locator('[id="sec_2__p_2__cl_1"]')).toBeInViewport();
  }
});

test("a row of a comparison and a thread are found under the names that their clauses had", async ({ page }) => {
  await page.goto(file("compare/guide/plan", "?relation=new#sec_9__p_1__cl_1--sec_2__p_1__cl_1"));
  await expect(page.locator('[id="sec_2__p_2__cl_1--sec_2__p_1__cl_1"]')).toBeInViewport();
  await page.goto(file("threads", "#plan--sec_8__p_1__cl_1"));
  await expect(page.locator('[id="plan--sec_8__p_1__cl_1"]')).toHaveCount(
    await page.locator('[id="plan--sec_1__p_1__cl_1"]').count(),
  );
});

test("what old links need breaks no rule and changes no text", async ({ page }) => {
  for (const at of ["documents/guide", "compare/guide/plan"]) {
    await page.goto(file(at));
    expect(await axeViolations(page)).toEqual([]);
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    await expect(page.locator(".former").first()).toHaveText("");
  }
});

test.describe("who stays", () => {
  test.use({ javaScriptEnabled: false });
  test("reads where the page went", async ({ page }) => {
    // What has no content leaves the reader where she is.
    await page.route(/documents\/guide/, (route) => route.fulfill({ status: 204 }));
    await page.goto(`${host}documents/old-guide/`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("这一页换了地址");
    await expect(page.getByRole("main").getByRole("link", { name: "guide" })).toHaveAttribute(
      "href",
      "../guide/index.html",
    );
  });
});
