import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ENTRY = fileURLToPath(new URL("../../browser/search-engine.ts", import.meta.url));

/** Everything that a search needs besides its files, as one classic script. */
export async function bundleEngine(table: string, entry = ENTRY): Promise<string> {
  const { outputFiles, warnings } = await build({
    entryPoints: [entry],
    bundle: true,
    charset: "utf8",
    define: { SEARCH_TABLE: JSON.stringify(table) },
    format: "iife",
    legalComments: "none",
    logLevel: "silent",
    minify: true,
    write: false,
  });
  if (warnings.length > 0) throw new Error(`search: ${warnings.map(({ text }) => text).join("\n")}`);
  return outputFiles[0]?.text ?? "";
}
