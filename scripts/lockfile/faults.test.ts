import assert from "node:assert/strict";
import { test } from "node:test";
import { faultsOf } from "./faults.ts";

const integrity = "sha512-x";

test("optional packages are found beside their dependant and further out", () => {
  const packages = {
    "": {},
    "node_modules/a": { integrity, optionalDependencies: { "@s/a-linux": "1.0.0", "@s/a-win": "1.0.0" } },
    "node_modules/a/node_modules/@s/a-linux": { integrity },
    "node_modules/@s/a-win": { integrity },
    "node_modules/b/node_modules/a": { integrity, optionalDependencies: { "@s/a-win": "1.0.0" } },
  };
  assert.deepEqual(faultsOf({ packages }), []);
});

test("a platform that was left out is named with the package that needs it", () => {
  const packages = {
    "": { optionalDependencies: { n: "2.0.0" } },
    "node_modules/a": { integrity, optionalDependencies: { "a-mac": "1.0.0" } },
    "node_modules/b/node_modules/a-mac": { integrity },
  };
  assert.deepEqual(faultsOf({ packages }), [
    "lacks n@2.0.0, which the project needs on some platform",
    "lacks a-mac@1.0.0, which node_modules/a needs on some platform",
  ]);
});

test("addresses and missing hashes are faults", () => {
  const packages = { "node_modules/a": { resolved: "https://registry.invalid/a.tgz" } };
  assert.deepEqual(faultsOf({ packages }), [
    "node_modules/a names the address it came from",
    "node_modules/a has no integrity hash",
  ]);
});
