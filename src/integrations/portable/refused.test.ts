import assert from "node:assert/strict";
import { test } from "node:test";
import { tags } from "./markup.ts";
import { refusedIn } from "./refused.ts";

function refused(inside: string): readonly string[] {
  const html = `<!doctype html><meta charset="utf-8"><body>${inside}`;
  return refusedIn(html, tags(html));
}

test("script in an attribute is refused, however it is written", () => {
  assert.deepEqual(refused(`<button class=x onclick="go()">x</button>`), [`<button onclick="go()">`]);
  assert.deepEqual(refused(`<svg ONLOAD='go(\n  1 )'><a xlink:href="javascript:a"/></svg>`), [
    `<svg ONLOAD='go( 1 )'>`,
    `<a xlink:href="javascript:a">`,
  ]);
  assert.deepEqual(refused(`<a href=" Java&#10;Script:void 0">x</a>`), [`<a href=" Java&#10;Script:void 0">`]);
  assert.deepEqual(refused(`<form action="javascript:a"><button formaction="javascript:b">`), [
    `<form action="javascript:a">`,
    `<button formaction="javascript:b">`,
  ]);
  assert.deepEqual(refused(`<template><p onclick="a"></template>`), [`<p onclick="a">`]);
});

test("long code is cut short", () => {
  assert.deepEqual(refused(`<p onclick="${"go();".repeat(20)}">`), [
    `<p onclick="${"go();".repeat(20).slice(0, 51)}…>`,
  ]);
});

test("what is no script is let be", () => {
  const harmless = `<a href="javascript.html" title="javascript: 是什么" data-onclick="x" on-air="x" href="javascript">x</a>`;
  assert.deepEqual(refused(`${harmless}<input value="javascript:a"><a href="https://x.example/javascript:">`), []);
});

test("a page must have a place for its policy", () => {
  const html = "<!doctype html><p>x";
  assert.deepEqual(refusedIn(html, tags(html)), ["<head> without <meta charset>"]);
});
