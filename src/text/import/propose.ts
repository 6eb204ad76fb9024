import { sortOut } from "../ingest/drop.ts";
import { readSeed } from "../ingest/read-seed.ts";
import type { Recipe } from "../ingest/recipe.ts";
import type { Level, Script } from "../model.ts";
import type { Line } from "../normalize/line.ts";
import { findBoilerplate, foreignElements, type ProposedDrop } from "./boilerplate.ts";
import { findHorizon, findIssued, type Issued } from "./dates.ts";
import { detectFormat, detectScript, type Format } from "./format.ts";
import { findFront } from "./front.ts";
import { findIssuers, findLevel } from "./issuers.ts";
import { findNumber } from "./number.ts";
import { findRepeats, type Repeats } from "./repeats.ts";
import { type Found, found, type Scan, scan } from "./scan.ts";
import { findTitle, typeOf } from "./title.ts";

/** What can be told of a text without knowing it; null where nothing was found. */
export interface Proposal {
  readonly scan: Scan;
  readonly format: Format;
  readonly script: { readonly script: Script; readonly share: number };
  readonly title: Found<string> | null;
  readonly number: Found<string> | null;
  readonly issuers: Found<readonly string[]> | null;
  readonly issued: Found<Issued> | null;
  readonly horizon: readonly Found<number>[];
  readonly level: Found<Level> | null;
  readonly shortTitle: string | null;
  readonly source: { readonly name: Found<string> | null; readonly url: Found<string> | null };
  readonly front: readonly string[];
  readonly drops: readonly ProposedDrop[];
  readonly repeats: Repeats;
}

type Reading = Pick<Recipe, "format" | "drop">;

/** What a reader of seeds needs to know of a recipe. */
const reading = (format: Format, drops: readonly ProposedDrop[]): Reading => ({
  format,
  drop: drops.map(({ drop, rule, why }) => ({ ...drop, rule, why })) as Recipe["drop"],
});

function linesOf(raw: string, format: Format, drops: readonly ProposedDrop[]): readonly Line[] {
  return readSeed(raw, reading(format, drops) as Recipe).lines;
}

const URL_TEXT = /(?:本文地址|原文链接|网址|来源网址|链接)[:：]\s*(https?:\/\/[^\s<>"'，。；）)]+)/u;
const NAME_TEXT = /(?:来源|信息来源|文章来源)[:：]\s*([^\s<>【】[\]|，。；:：]{2,30})/u;

function sourceOf(s: Scan): Proposal["source"] {
  const group = (pattern: RegExp): Found<string> | null => {
    const m = pattern.exec(s.simple);
    if (!m?.[1]) return null;
    const start = m.index + m[0].indexOf(m[1]);
    return found(s, s.text.slice(start, start + m[1].length), start, start + m[1].length);
  };
  return { name: group(NAME_TEXT), url: group(URL_TEXT) };
}

/** Reads a text for the facts that a recipe states. Facts are looked for in all of it: a site's head states some. */
export function propose(raw: string): Proposal {
  const format = detectFormat(raw);
  const elements = format === "html" ? foreignElements(raw) : [];
  const lines = linesOf(raw, format, elements);
  const whole = scan(raw, lines);
  const drops = [...elements, ...findBoilerplate(whole)];
  const kept = sortOut(lines, reading(format, drops) as Recipe).lines;
  const text = scan(raw, kept);
  const title = findTitle(whole);
  const issued = findIssued(text) ?? findIssued(whole);
  const issuers = findIssuers(text) ?? findIssuers(whole);
  const number = findNumber(whole, title?.value ?? null);
  const year = issued?.value.date.slice(0, 4) ?? "";
  const type = title && typeOf(title.value);
  return {
    scan: whole,
    format,
    script: detectScript(whole.text),
    title,
    number,
    issuers,
    issued,
    horizon: findHorizon(text, issued?.value.date ?? null),
    level: findLevel(text, issuers?.value ?? []),
    shortTitle: type ? `${year}${type}` : null,
    source: sourceOf(whole),
    front: findFront(text, { title, number, issuers }),
    drops,
    repeats: findRepeats(kept),
  };
}
