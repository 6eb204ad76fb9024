import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

const browser = fileURLToPath(new URL("../../browser/", import.meta.url));
const ENTRY = path.join(browser, "search-engine.ts");
const FILES = path.join(browser, "search-files.ts");

/** What Pagefind's reader would ask the network for comes from the search's files, and it keeps to this thread. */
function adapted(reader: string): string {
  const before = `import { fetchFile as fetch } from ${JSON.stringify(FILES)};\nconst Worker = undefined;\n`;
  return before + reader.replaceAll("import.meta.url", JSON.stringify("https://search.invalid/pagefind.js"));
}

function readerOf(reader: string): Plugin {
  return {
    name: "pagefind-reader",
    setup(build) {
      build.onResolve({ filter: /^pagefind-reader$/ }, () => ({ path: "pagefind-reader", namespace: "pagefind" }));
      build.onLoad({ filter: /./, namespace: "pagefind" }, () => ({ contents: adapted(reader), resolveDir: browser }));
    },
  };
}

/** Everything that a search needs besides its files, as one classic script. */
export async function bundleEngine(reader: string, table: string): Promise<string> {
  const { outputFiles, warnings } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    charset: "utf8",
    define: { SEARCH_TABLE: JSON.stringify(table) },
    format: "iife",
    legalComments: "none",
    logLevel: "silent",
    minify: true,
    plugins: [readerOf(reader)],
    write: false,
  });
  if (warnings.length > 0) throw new Error(`search: ${warnings.map(({ text }) => text).join("\n")}`);
  return outputFiles[0]?.text ?? "";
}
