import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { SearchCorpus } from "../text/search/record.ts";
import { writeSearch } from "./search/write.ts";

/** Where a page under `src/pages` puts what is to be indexed, and where what comes of it goes, in the build. */
const FOLDER = "search";
const RECORDS = "records.json";

/** Makes the index of the finished build, in files that a page from a folder can load as well as one from a host. */
export function search(): AstroIntegration {
  return {
    name: "search",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const folder = path.join(fileURLToPath(dir), FOLDER);
        const records = path.join(folder, RECORDS);
        const corpus = JSON.parse(await readFile(records, "utf8")) as SearchCorpus;
        const { count, files, bytes } = await writeSearch(folder, corpus);
        await rm(records);
        logger.info(`${count} records are found through ${files} files of ${Math.round(bytes / 1024)} KB`);
      },
    },
  };
}
