import { defineConfig } from "astro/config";
import { portable } from "./src/integrations/portable.ts";
import { search } from "./src/integrations/search.ts";

// Here too, because Astro may be run without the launcher.
process.env.ASTRO_TELEMETRY_DISABLED ??= "1";

export default defineConfig({
  // Only the error page and canonical addresses need it: every other link of the build is relative.
  ...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
  trailingSlash: "ignore",
  // Line breaks between elements must leave no blanks: Chinese has none between words.
  compressHTML: "jsx",
  build: { format: "directory", inlineStylesheets: "never" },
  devToolbar: { enabled: false },
  // The second must see all that the first writes.
  integrations: [search(), portable()],
});
