import { existsSync } from "node:fs";
import path from "node:path";
import { runTool } from "./run-tool.mjs";
import { say } from "./say.mjs";

/** Prints nothing and exits 0 when the Firefox that E2E_FIREFOX names starts and renders a page. */
const PROBE = "scripts/launch/probe-firefox.mjs";

/** Where a Firefox may be: on the path, then where installers put it. */
export function firefoxPlaces(platform = process.platform, env = process.env) {
  const { delimiter, join } = platform === "win32" ? path.win32 : path.posix;
  const names = platform === "win32" ? ["firefox.exe"] : ["firefox", "firefox-esr"];
  const folders = (env.PATH ?? env.Path ?? "").split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const mac = [env.HOME, ""].map((home) => `${home ?? ""}/Applications/Firefox.app/Contents/MacOS/firefox`);
  const windows = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => path.win32.join(folder, "Mozilla Firefox", "firefox.exe"));
  return [...new Set([...onPath, ...(platform === "darwin" ? mac : platform === "win32" ? windows : [])])];
}

/** Whether a run without Firefox counts as failed: where one was named, and on CI unless E2E_FIREFOX_REQUIRED=0. */
export function needsFirefox({ CI, E2E_FIREFOX, E2E_FIREFOX_REQUIRED } = process.env) {
  if (E2E_FIREFOX) return true;
  return E2E_FIREFOX_REQUIRED ? E2E_FIREFOX_REQUIRED !== "0" : Boolean(CI);
}

const works = async (where, file) => (await runTool(where, [PROBE], { E2E_FIREFOX: file })) === 0;

/** The Firefox that E2E_FIREFOX names, or the first of this machine that starts; else why there is none. */
export async function findFirefox(where) {
  const given = process.env.E2E_FIREFOX;
  for (const file of given ? [given] : firefoxPlaces().filter((place) => existsSync(place))) {
    if (!(await works(where, file))) continue;
    say(`  browser: ${file}`);
    return { file, why: "" };
  }
  const why = given
    ? `E2E_FIREFOX names ${given}, which does not start`
    : "no Firefox here: its tests were not run; set E2E_FIREFOX to the path of one";
  return { file: null, why };
}
