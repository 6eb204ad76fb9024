import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { say, withPath } from "./say.mjs";

/** npm's own CLI file: any Node can run it, and Windows needs no shell for it. */
export function npmCli() {
  const given = process.env.npm_execpath;
  if (given && /npm-cli\.js$/.test(given)) return given;
  const folders = [path.dirname(process.execPath), ...(process.env.PATH ?? "").split(path.delimiter)];
  for (const folder of folders) {
    for (const relative of ["node_modules/npm/bin/npm-cli.js", "../lib/node_modules/npm/bin/npm-cli.js"]) {
      const file = path.join(folder, relative);
      if (existsSync(file)) return realpathSync(file);
    }
  }
  throw new Error("npm was not found: run this through `npm start` or `npm test`");
}

/** Variables of the outer `npm start` that would steer the inner npm. */
const OUTER = /^npm_(config_(local_)?prefix|config_engine_strict|package_|lifecycle_|command)/i;

/** Installs a folder from its lockfile, unless that very lockfile was installed here for this machine before. */
export function install(node, folder, label) {
  const stamp = path.join(folder, "node_modules", ".stamp");
  const lock = readFileSync(path.join(folder, "package-lock.json"));
  const want = createHash("sha256")
    .update(lock)
    .update(process.platform + process.arch)
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === want) return;
  say(`installing ${label} …`);
  const env = Object.fromEntries(Object.entries(withPath([path.dirname(node)])).filter(([key]) => !OUTER.test(key)));
  const args = [npmCli(), "ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const done = spawnSync(node, args, { cwd: folder, env, stdio: ["ignore", "inherit", "inherit"] });
  if (done.status !== 0) throw new Error(`npm ci failed in ${folder}`);
  writeFileSync(stamp, want);
}

/** Makes the next `install` start afresh. */
export function forget(folder) {
  rmSync(path.join(folder, "node_modules"), { recursive: true, force: true });
}
