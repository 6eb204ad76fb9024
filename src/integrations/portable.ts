import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { makePortable } from "./portable/folder.ts";

/**
 * Makes the finished build work on any host, under any sub-path and from `file://`, and fails it when a link inside
 * it leads nowhere. Must come after every integration that adds files to the build.
 */
export function portable(): AstroIntegration {
  let assets = "";
  let host: string | undefined;
  return {
    name: "portable",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        // Every script a file of its own, so that all of them go one way; what Vite does for modules is undone anyway.
        const assetsInlineLimit = (file: string) => (file.endsWith(".js") ? false : undefined);
        updateConfig({ vite: { build: { assetsInlineLimit, modulePreload: false } } });
      },
      "astro:config:done": ({ config }) => {
        if (config.base !== "/") throw new Error("portable: remove `base`; the build works under any path without it");
        assets = config.build.assets;
        host = config.site;
      },
      "astro:build:done": async ({ dir, logger }) => {
        const { pages, scripts, links } = await makePortable(fileURLToPath(dir), { assets, host });
        logger.info(`${pages} pages and ${scripts} scripts work from anywhere; ${links} links inside lead somewhere`);
      },
    },
  };
}
