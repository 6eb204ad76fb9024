import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with the page as it stands: a rule and the elements that break it, a line each. */
export async function axeViolations(page: Page): Promise<string[]> {
  // The policy of the page refuses a script element with code; the debugger asks no policy.
  await page.evaluate(axe);
  // Preloading reads style sheets by request, which a folder refuses; no rule in use needs them.
  const { violations } = await page.evaluate<AxeResults>("axe.run({ preload: false })");
  return violations.map(
    (v) =>
      `${v.id}: ${v.nodes
        .map((n) => n.target.join(" "))
        .slice(0, 5)
        .join(" | ")}`,
  );
}
