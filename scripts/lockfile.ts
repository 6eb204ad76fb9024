import { readFileSync } from "node:fs";
import path from "node:path";
import { faultsOf } from "./lockfile/faults.ts";

const root = path.resolve(import.meta.dirname, "..");
const LOCKFILES = ["package-lock.json", "tools/node/package-lock.json", "tools/browser/package-lock.json"];

let found = 0;
for (const file of LOCKFILES) {
  for (const fault of faultsOf(JSON.parse(readFileSync(path.join(root, file), "utf8")))) {
    console.error(`${file}: ${fault}`);
    found += 1;
  }
}
if (found === 0) console.log(`${LOCKFILES.length} lockfiles serve every platform and name no host`);
process.exitCode = found === 0 ? 0 : 1;
