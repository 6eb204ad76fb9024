import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { withPath } from "./say.mjs";

/** Packages whose command has another name than they. */
const PACKAGES = { playwright: "@playwright/test", biome: "@biomejs/biome", tsc: "typescript" };

function commandFile(root, name) {
  const folder = path.join(root, "node_modules", PACKAGES[name] ?? name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return path.join(folder, typeof bin === "string" ? bin : bin[name]);
}

/** Runs a script or, without an extension, an installed tool; resolves to its exit code. */
export function runTool({ root, node }, [name, ...args], env = {}) {
  const file = /\.[cm]?[jt]s$/.test(name)
    ? path.join(root, name)
    : name.startsWith("-")
      ? null
      : commandFile(root, name);
  const command = file === null ? [name, ...args] : [file, ...args];
  const folders = [path.dirname(node), path.join(root, "node_modules", ".bin")];
  const child = spawn(node, command, { cwd: root, env: { ...withPath(folders), ...env }, stdio: "inherit" });
  const pass = (signal) => child.kill(signal);
  process.on("SIGINT", pass).on("SIGTERM", pass);
  return new Promise((resolve) =>
    child.on("exit", (code) => {
      process.off("SIGINT", pass).off("SIGTERM", pass);
      resolve(code ?? 1);
    }),
  );
}
