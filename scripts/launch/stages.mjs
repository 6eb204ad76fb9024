import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { findBrowser } from "./browser.mjs";
import { findFirefox, needsFirefox } from "./firefox.mjs";
import { runTool } from "./run-tool.mjs";
import { say } from "./say.mjs";

const UNIT_REPORT = ".cache/unit.tap";
const E2E_REPORT = ".cache/e2e.json";
const FIREFOX_REPORT = ".cache/firefox.tap";

/** Counts of a stage that passes or fails as a whole. */
const whole = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

/** A report that is not there, or counts nothing, is a failure: a run without tests must not pass. */
function counted(code, file, read) {
  const counts = existsSync(file) ? read(readFileSync(file, "utf8")) : { passed: 0, failed: 0 };
  const ran = counts.passed + counts.failed > 0;
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : ran ? counts : { passed: 0, failed: 1 };
}

function readTap(text) {
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
  return { passed: count("pass"), failed: count("fail") + count("cancelled") + count("skipped") + count("todo") };
}

function readPlaywright(text) {
  const { stats } = JSON.parse(text);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
}

/** Runs test files with Node's own runner. */
async function nodeTests(where, name, args, env = {}) {
  const report = path.join(where.root, name);
  const reporters = [
    "--test-reporter=spec",
    "--test-reporter-destination=stdout",
    "--test-reporter=tap",
    `--test-reporter-destination=${report}`,
  ];
  const code = await runTool(where, ["--test", ...reporters, ...args], env);
  return counted(code, report, readTap);
}

const unit = (where) => nodeTests(where, UNIT_REPORT, ["src/**/*.test.ts", "scripts/**/*.test.ts"]);

/** The site as people are given it, with its download. */
async function build(where) {
  const code = await runTool(where, ["astro", "build"]);
  return whole(code === 0 ? await runTool(where, ["scripts/pack.ts"]) : code);
}

/** Two runs on one machine, in two clones, must not meet on a port. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(String(port)));
    });
  });
}

async function browser(where) {
  const report = path.join(where.root, E2E_REPORT);
  const env = { ...(await findBrowser(where)), E2E_PORT: await freePort(), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const code = await runTool(where, ["playwright", "test", "--reporter=list,json"], env);
  return counted(code, report, readPlaywright);
}

/** The core once more in a Firefox as it comes, which Playwright cannot drive. */
async function firefox(where) {
  const { file, why } = await findFirefox(where);
  if (file === null) {
    say(`  ${why}`);
    return { passed: 0, failed: needsFirefox() ? 1 : 0 };
  }
  // One file at a time: each unzips the download into the same folder and serves on the same port.
  const args = ["--test-concurrency=1", "e2e/firefox/*.test.ts"];
  return nodeTests(where, FIREFOX_REPORT, args, { E2E_FIREFOX: file, E2E_PORT: await freePort() });
}

/** What `npm test` does, in order. */
const STAGES = [
  ["lockfile", async (where) => whole(await runTool(where, ["scripts/lockfile.ts"]))],
  ["types of the pure rooms", async (where) => whole(await runTool(where, ["tsc", "-p", "src/text"]))],
  ["types", async (where) => whole(await runTool(where, ["astro", "check"]))],
  ["lint", async (where) => whole(await runTool(where, ["biome", "check", "."]))],
  ["check", async (where) => whole(await runTool(where, ["scripts/check.ts"]))],
  ["unit tests", unit],
  ["build", build],
  ["browser tests", browser],
  ["Firefox tests", firefox],
];

/** Runs every stage, whatever became of those before it, and prints one closing line for all. */
export async function runStages(where) {
  mkdirSync(path.join(where.root, ".cache"), { recursive: true });
  for (const file of [UNIT_REPORT, E2E_REPORT, FIREFOX_REPORT]) rmSync(path.join(where.root, file), { force: true });
  const total = { passed: 0, failed: 0 };
  for (const [name, run] of STAGES) {
    say(`— ${name}`);
    const { passed, failed } = await run(where);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) say(`  ${name}: ${failed} failed`);
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}
