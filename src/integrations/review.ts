import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { Desk } from "./review/desk.ts";
import { reviewMiddleware } from "./review/middleware.ts";

const PAGES = "src/integrations/review";

/**
 * The desk of an editor, in the dev server alone: pages under `review/`, and what they read and write under
 * `review-data/`. No build and no other dev server has it.
 */
export function review(token: string): AstroIntegration {
  let root = "";
  return {
    name: "review",
    hooks: {
      "astro:config:setup": ({ command, config, injectRoute, updateConfig }) => {
        if (command !== "dev") throw new Error("the review desk belongs to no build");
        root = fileURLToPath(config.root);
        injectRoute({ pattern: "/review/[id]", entrypoint: `./${PAGES}/pairs.astro` });
        injectRoute({ pattern: "/review/[id]/targets", entrypoint: `./${PAGES}/targets.astro` });
        // Found only once a page asks for it, a library would make the page load again under the editor's hands.
        updateConfig({
          vite: {
            cacheDir: ".cache/vite-review",
            optimizeDeps: { include: ["diff", "opencc-js/dict/TSCharacters", "yaml"] },
          },
        });
      },
      "astro:server:setup": ({ server }) => {
        const gate = () => {
          const address = server.httpServer?.address();
          return { port: typeof address === "object" && address !== null ? address.port : -1, token };
        };
        server.middlewares.use(reviewMiddleware(new Desk(root), gate));
      },
    },
  };
}
