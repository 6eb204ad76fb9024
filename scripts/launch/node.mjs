import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { forget, install } from "./npm.mjs";

/** Whether `version` is at least `least`, both as 22.19.0. */
export function isAtLeast(version, least) {
  const [a, b] = [version, least].map((v) => v.split(".").map(Number));
  const i = [0, 1, 2].find((k) => a[k] !== b[k]);
  return i === undefined || a[i] > b[i];
}

/** The file name of the pinned Node for this machine, inside tools/node. */
function pinnedFile(folder) {
  const system = process.platform === "win32" ? "win" : process.platform;
  const prefix = system === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
  const executable = system === "win" ? "node.exe" : "node";
  return path.join(folder, "node_modules", `${prefix}-${system}-${process.arch}`, "bin", executable);
}

/**
 * The Node to run everything with: this one, or, where it is older than package.json asks for, one from npm that is
 * installed beside the project and pinned by a lockfile of its own. Nothing is installed for the whole machine.
 */
export function rightNode(root) {
  const { engines } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const least = `${engines.node.replace(/[^\d.]/g, "")}.0.0`;
  if (isAtLeast(process.versions.node, least)) return process.execPath;
  const folder = path.join(root, "tools", "node");
  install(process.execPath, folder, `Node.js (${process.version} is older than ${engines.node})`);
  const file = pinnedFile(folder);
  const works = existsSync(file) && spawnSync(file, ["--version"]).status === 0;
  if (works) return file;
  // npm ci ends well even when an optional package could not be fetched.
  forget(folder);
  throw new Error(`this machine has Node ${process.version}: install Node ${engines.node}`);
}
