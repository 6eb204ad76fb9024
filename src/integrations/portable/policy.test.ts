import assert from "node:assert/strict";
import { test } from "node:test";
import { tags } from "./markup.ts";
import { inlinesOf, policy, policyEdits } from "./policy.ts";
import { splice } from "./splice.ts";

/** The sources of every directive. */
function directives(content: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    content.split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources];
    }),
  );
}

const nothing = { scripts: [], styles: [] };
/** Made by `printf 'go()' | openssl dgst -sha256 -binary | base64`. */
const GO = "'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='";

test("a page without code of its own lets in the files of the build and nothing else", () => {
  assert.deepEqual(directives(policy(nothing)), {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'none'"],
    "form-action": ["'self'", "file:"],
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
  });
});

test("code and styles that stand in a page are allowed by their hashes, each once", () => {
  const found = directives(policy({ scripts: ["go()", "go( )", "go()"], styles: ["go()"] }));
  assert.equal(found["script-src"]?.length, 3);
  assert.deepEqual(found["script-src"]?.slice(0, 2), ["'self'", GO]);
  assert.deepEqual(found["style-src"], ["'self'", GO]);
});

test("a page with whole addresses lets in the folder on the host that they lead to", () => {
  const found = directives(policy(nothing, "https://例.example:8080/a;b,c/政策/?q"));
  const folder = "https://xn--fsq.example:8080/a%3Bb%2Cc/%E6%94%BF%E7%AD%96/";
  assert.deepEqual(found["script-src"], ["'self'", folder]);
  for (const name of ["style-src", "font-src"]) assert.deepEqual(found[name], ["'self'", folder]);
  assert.deepEqual(found["img-src"], ["'self'", folder, "data:"]);
  assert.deepEqual(found["form-action"], ["'self'", folder, "file:"]);
});

test("what stands in a page is taken as it will be once the page is edited", () => {
  const html = [
    `<script>\r\n let a = '&amp;字';</script><script type="module">module</script>`,
    `<script src="y">never run</script><script></script>`,
    `<style>a{b:url(/x.png)}</style><svg><style>c</style></svg>`,
  ].join("");
  const edit = (from: string, text: string) => ({
    start: html.indexOf(from),
    end: html.indexOf(from) + from.length,
    text,
  });
  const edits = [edit(`<script type="module">module</script>`, ""), edit("a{b:url(/x.png)}", "a{b:url(x.png)}")];
  assert.deepEqual(inlinesOf(tags(html), edits), {
    scripts: ["\n let a = '&amp;字';"],
    styles: ["a{b:url(x.png)}", "c"],
  });
});

test("the policy stands directly behind the charset", () => {
  const html = `<html><head><meta charset=utf-8><link rel=preload href=x><script>a</script>`;
  const edits = policyEdits(tags(html), `a "b" & 'c'`);
  assert.equal(
    splice(html, edits),
    `<html><head><meta charset=utf-8><meta http-equiv="Content-Security-Policy" content="a &quot;b&quot; &amp; 'c'">` +
      `<link rel=preload href=x><script>a</script>`,
  );
});
