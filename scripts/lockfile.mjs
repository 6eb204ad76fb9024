// A lockfile made on one machine can lack another's native packages, or name the registry it was made with.
import { readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const FILES = ["package-lock.json", "tools/node/package-lock.json", "tools/browser/package-lock.json"];

/** The optional packages that a lockfile names but does not hold, found as Node would look for them. */
function lacking(packages) {
  return Object.entries(packages).flatMap(([home, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => {
      for (let folder = home; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
        if (`${folder === "" ? "" : `${folder}/`}node_modules/${name}` in packages) return false;
        if (folder === "" || !folder.includes("/node_modules/")) return !(`node_modules/${name}` in packages);
      }
    }),
  );
}

const faults = FILES.flatMap((file) => {
  const { packages } = JSON.parse(readFileSync(path.join(root, file), "utf8"));
  const missing = lacking(packages).map(
    (name) => `${file}: lacks ${name}: install once more with a version that has it`,
  );
  const named = Object.entries(packages)
    .filter(([, { resolved }]) => resolved !== undefined)
    .map(
      ([name]) => `${file}: names the host of ${name}: remove the lockfile and install again with the project's .npmrc`,
    );
  return [...missing, ...named];
});
for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log(`${FILES.length} lockfiles hold every platform's packages and name no host`);
process.exitCode = faults.length === 0 ? 0 : 1;
