import assert from "node:assert/strict";
import { test } from "node:test";
import { tags } from "./markup.ts";
import { pageEdits } from "./page.ts";
import { splice } from "./splice.ts";

const surroundings = {
  address: (written: string) => (written.startsWith("/") ? `..${written}` : written),
  script: () => "../s.js",
  root: "../",
};

const page = (root: string, inside: string): string =>
  `<!doctype html>\n<html${root} lang=zh>\n<title> 甲  乙 </title><body>\n${inside}`;

/** What becomes of what stands in a page's body; everything around it must stay as it is. */
function body(inside: string): string {
  const html = page("", inside);
  const result = splice(html, pageEdits(html, tags(html), surroundings));
  const around = page(' data-root="../"', "");
  assert.equal(result.slice(0, around.length), around);
  return result.slice(around.length);
}

test("every attribute that holds an address is rewritten", () => {
  assert.equal(body(`<a href="/a/">`), `<a href="../a/">`);
  assert.equal(body(`<a  HREF = /a/ >x</a>`), `<a  HREF="../a/" >x</a>`);
  assert.equal(
    body(`<form action='/q/'><button formaction="/r/">`),
    `<form action="../q/"><button formaction="../r/">`,
  );
  assert.equal(body(`<video poster="/p.png" src="/v.mp4">`), `<video poster="../p.png" src="../v.mp4">`);
  assert.equal(body(`<object data="/o.svg">`), `<object data="../o.svg">`);
  assert.equal(body(`<svg><use xlink:href="/s.svg#a"/></svg>`), `<svg><use xlink:href="../s.svg#a"/></svg>`);
  assert.equal(
    body(`<img src="/a.png" srcset="/a.png 1x,/b.png 2x, /c.png">`),
    `<img src="../a.png" srcset="../a.png 1x,../b.png 2x, ../c.png">`,
  );
  assert.equal(
    body(`<meta http-equiv=refresh content="0; url=/a/">`),
    `<meta http-equiv=refresh content="0; url=../a/">`,
  );
  assert.equal(body(`<p style="background:url('/a.png')">`), `<p style="background:url('../a.png')">`);
  assert.equal(body(`<style>a{b:url(/x.png)}</style>`), `<style>a{b:url(../x.png)}</style>`);
  assert.equal(body(`<template><a href="/a/"></a></template>`), `<template><a href="../a/"></a></template>`);
  assert.equal(body(`<noscript><img src="/a.png"></noscript>`), `<noscript><img src="../a.png"></noscript>`);
});

test("an address is read without its character references and written with them", () => {
  assert.equal(body(`<a href="/a/?x=1&amp;y='2'&quot;">`), `<a href="../a/?x=1&amp;y='2'&quot;">`);
});

test("what holds no address of the build is left as it is", () => {
  const inside = `<a href='https://example.org/a?b&c' title=/a/>\n 甲　<wbr>&nbsp;乙 &lt;</a><data value="/a/"></data><pre>\n\n</pre>`;
  assert.equal(body(inside), inside);
  const foreign = `<script type="module" crossorigin src="https://example.org/x.js"></script>`;
  const html = `<html>${foreign}`;
  const edits = pageEdits(html, tags(html), { ...surroundings, script: () => null });
  assert.equal(splice(html, edits), `<html data-root="../">${foreign}`);
});

test("preloads and CORS go", () => {
  assert.equal(body(`<link rel="modulepreload" href="/x.js"><link rel=preload as=font href="/x.woff2">`), "");
  assert.equal(body(`<link rel="stylesheet" href="/x.css" crossorigin>`), `<link rel="stylesheet" href="../x.css">`);
});

test("a module script becomes a classic one that waits", () => {
  assert.equal(
    body(`<script type="module" crossorigin src="/x.js"></script>`),
    `<script defer src="../s.js"></script>`,
  );
  assert.equal(body(`<script async type=module src="/x.js"></script>`), `<script async src="../s.js"></script>`);
  assert.equal(body(`<script type="module">let a = "<b>";\n</script>`), `<script defer src="../s.js"></script>`);
  assert.equal(body(`<script>let a = "/x/";</script>`), `<script>let a = "/x/";</script>`);
});

test("a page runs a module once, however often it names it", () => {
  const twice = `<script type="module" src="/x.js"></script>`.repeat(2);
  assert.equal(body(twice), `<script defer src="../s.js"></script>`);
});
