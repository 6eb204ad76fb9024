import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { firefoxPlaces, needsFirefox } from "./firefox.mjs";
import { isAtLeast } from "./node.mjs";
import { withPath } from "./say.mjs";

describe("the launcher", () => {
  test("compares versions by number", () => {
    const cases: readonly (readonly [string, boolean])[] = [
      ["22.19.0", true],
      ["22.23.2", true],
      ["24.1.0", true],
      ["22.18.9", false],
      ["20.20.2", false],
      ["9.99.99", false],
    ];
    for (const [version, expected] of cases) assert.equal(isAtLeast(version, "22.19.0"), expected, version);
  });

  test("puts folders first on the path, however the system spells it", () => {
    assert.equal(withPath(["/a"], { Path: "/b" }).Path?.startsWith("/a"), true);
    assert.equal(withPath(["/a"], {}).PATH?.startsWith("/a"), true);
  });

  test("looks for Firefox on the path, then where the system's installer puts it", () => {
    assert.deepEqual(firefoxPlaces("linux", { PATH: "/a::/b:/a" }), [
      "/a/firefox",
      "/a/firefox-esr",
      "/b/firefox",
      "/b/firefox-esr",
    ]);
    assert.deepEqual(firefoxPlaces("darwin", { HOME: "/Users/甲" }), [
      "/Users/甲/Applications/Firefox.app/Contents/MacOS/firefox",
      "/Applications/Firefox.app/Contents/MacOS/firefox",
    ]);
    assert.deepEqual(firefoxPlaces("win32", { Path: "D:\\x", ProgramFiles: "C:\\Program Files" }), [
      "D:\\x\\firefox.exe",
      "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
    ]);
  });

  test("does without Firefox on a person's machine, and on CI only where it is told so", () => {
    const cases: readonly (readonly [Readonly<Record<string, string>>, boolean])[] = [
      [{}, false],
      [{ CI: "" }, false],
      [{ CI: "1" }, true],
      [{ CI: "1", E2E_FIREFOX_REQUIRED: "0" }, false],
      [{ E2E_FIREFOX_REQUIRED: "1" }, true],
      [{ E2E_FIREFOX: "/x" }, true],
      [{ E2E_FIREFOX: "/x", E2E_FIREFOX_REQUIRED: "0" }, true],
    ];
    for (const [env, expected] of cases) assert.equal(needsFirefox(env), expected, JSON.stringify(env));
  });
});
