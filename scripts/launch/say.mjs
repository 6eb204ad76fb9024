import path from "node:path";

/** To stderr, so that stdout stays what the tools print. */
export const say = (text) => console.error(`[yange] ${text}`);

/** The environment with folders put first on the path, under whatever name this system spells it. */
export function withPath(folders, env = process.env) {
  const key = Object.keys(env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  return { ...env, [key]: [...folders, env[key] ?? ""].join(path.delimiter), ASTRO_TELEMETRY_DISABLED: "1" };
}
