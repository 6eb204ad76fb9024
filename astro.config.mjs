import { defineConfig } from "astro/config";
import { portable } from "./src/integrations/portable.ts";

export default defineConfig({
  // Only canonical addresses need it: every link of the build is relative.
  ...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
  trailingSlash: "ignore",
  build: { format: "directory", inlineStylesheets: "never" },
  devToolbar: { enabled: false },
  integrations: [portable()],
});
