// The launcher: plain Node ≥ 20 and npm are enough to run it, and it has no dependencies.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { rightNode } from "./launch/node.mjs";
import { install } from "./launch/npm.mjs";
import { runTool } from "./launch/run-tool.mjs";
import { say } from "./launch/say.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Installs what is missing, and says with which Node to go on. */
function prepare() {
  const node = rightNode(root);
  install(node, root, "dependencies");
  return { root, node };
}

async function start(args) {
  const where = prepare();
  for (const command of [["scripts/ingest.ts"], ["astro", "build"], ["scripts/pack.ts"]]) {
    const code = await runTool(where, command);
    if (code !== 0) return code;
  }
  return runTool(where, ["scripts/serve.mjs", ...args]);
}

async function test() {
  const where = prepare();
  const { runStages } = await import("./launch/stages.mjs");
  return runStages(where);
}

const commands = { start, test };
const [name = "", ...args] = process.argv.slice(2);

try {
  if (!(name in commands)) throw new Error(`run.mjs knows ${Object.keys(commands).join(" and ")}, not “${name}”`);
  process.exitCode = await commands[name](args);
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
