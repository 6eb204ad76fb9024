import assert from "node:assert/strict";
import { test } from "node:test";
import { mapCss } from "./css.ts";

const mark = (css: string): string => mapCss(css, (address) => `<${address}>`);

test("addresses are found in every way of writing them", () => {
  assert.equal(mark("a{b:url(/x.png)}"), "a{b:url(</x.png>)}");
  assert.equal(mark(`a{b:url( "/x y.png" )}`), `a{b:url( "</x y.png>" )}`);
  assert.equal(mark("a{b:URL('/x.png') , url(y)}"), "a{b:URL('</x.png>') , url(<y>)}");
  assert.equal(mark(`@import "/x.css";@import url(/y.css);`), `@import "</x.css>";@import url(</y.css>);`);
});

test("comments, strings and parts of the page are left alone", () => {
  const css = `/* url(/x.png) */ a::before{content:"/x.png";filter:url(#blur);mask:url("#m")}`;
  assert.equal(mark(css), css);
});
