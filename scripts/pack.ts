import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Manifest, packSite } from "../src/node/offline.ts";
import { formatProblem } from "../src/text/problems/problem.ts";
import { runCommand } from "./command.ts";

const USAGE =
  "npm run pack\n  Builds the site, makes a ZIP of it inside dist/ and offers that on every page. Without the build:\n  node scripts/pack.ts [--root <folder>]";

/** Returns the exit code; writes all files or none. */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { root: { type: "string" }, help: { type: "boolean" } } });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const root = values.root ?? path.resolve(import.meta.dirname, "..");
  const manifest: Manifest = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  const { packed, problems } = await packSite(path.join(root, "dist"), "dist", manifest);
  for (const problem of problems) console.error(formatProblem(problem));
  if (packed === null) {
    console.error(`${problems.length} problem${problems.length === 1 ? "" : "s"}; nothing was written`);
    return 1;
  }
  console.log(`dist/${packed.file}: ${packed.files} files, ${packed.size} bytes; offered on ${packed.pages} pages`);
  return 0;
}

await runCommand(main, USAGE);
