import assert from "node:assert/strict";
import { test } from "node:test";
import { locate, relative, type Site, toRoot } from "./locate.ts";

const site: Site = {
  files: new Set(["index.html", "a/index.html", "a/b/index.html", "data/x.json", "字 体.svg"]),
  ids: new Map([
    ["index.html", new Set(["main"])],
    ["a/index.html", new Set(["第一条"])],
    ["a/b/index.html", new Set<string>()],
  ]),
};

function here(written: string, from = "a/b/index.html") {
  const located = locate(written, from, site);
  return located.where === "here" ? located.file : located.where;
}

test("addresses lead to files, whichever way they are written", () => {
  assert.equal(here("/"), "index.html");
  assert.equal(here("/a/"), "a/index.html");
  assert.equal(here("/a"), "a/index.html");
  assert.equal(here("../index.html"), "a/index.html");
  assert.equal(here("../.."), "index.html");
  assert.equal(here(""), "a/b/index.html");
  assert.equal(here("?q=1", "index.html"), "index.html");
  assert.equal(here("/data/x.json#anything"), "data/x.json");
  assert.equal(here("/%E5%AD%97%20体.svg"), "字 体.svg");
});

test("other sites and other schemes are elsewhere", () => {
  for (const written of ["https://example.org/", "//example.org/a", "mailto:a@example.org", "data:,x", "tel:1"])
    assert.equal(here(written), "elsewhere");
});

test("a missing file and a missing place are told apart", () => {
  assert.deepEqual(locate("/c/", "index.html", site), { where: "nowhere", why: "is no file of the build" });
  assert.deepEqual(locate("/a/#x", "index.html", site), { where: "nowhere", why: "has no place in a/index.html" });
  assert.deepEqual(locate("#x", "index.html", site), { where: "nowhere", why: "has no place in index.html" });
  assert.equal(here("/%zz"), "nowhere");
  assert.equal(here("http://["), "nowhere");
});

test("fragments are matched as browsers match them", () => {
  assert.equal(here("#", "index.html"), "index.html");
  assert.equal(here("#Top", "index.html"), "index.html");
  assert.equal(here("#main:~:text=x", "index.html"), "index.html");
  assert.equal(here("/a/#第一条"), "a/index.html");
  assert.equal(here(`/a/#${encodeURIComponent("第一条")}`), "a/index.html");
});

test("a query and a fragment are kept", () => {
  assert.deepEqual(locate("/?q=a&b#main", "a/index.html", site), {
    where: "here",
    file: "index.html",
    query: "?q=a&b",
    fragment: "main",
  });
});

test("the way from one file to another", () => {
  assert.equal(relative("index.html", "a/index.html"), "a/index.html");
  assert.equal(relative("a/b/index.html", "a/index.html"), "../index.html");
  assert.equal(relative("a/b/index.html", "index.html"), "../../index.html");
  assert.equal(relative("a/index.html", "ab/c.css"), "../ab/c.css");
  assert.equal(relative("index.html", "a:b/字 体#1.svg"), "a%3Ab/%E5%AD%97%20%E4%BD%93%231.svg");
  assert.equal(toRoot("index.html"), "./");
  assert.equal(toRoot("a/b/index.html"), "../../");
});
