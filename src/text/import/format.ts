import type { Script } from "../model.ts";
import { simplify } from "../normalize/script.ts";

export type Format = "plain" | "pdf" | "html";

const TAGS = /<\/?(?:p|div|br|span|table|tr|td|html|body|h[1-6]|li|ul|a)\b[^>]*>/gi;
const FEWEST_TAGS = 4;

/** In em, as printed: Latin letters and digits are half as wide. */
const widthOf = (text: string): number =>
  Array.from(text.replace(/\s/g, "")).reduce((sum, c) => sum + (c.charCodeAt(0) < 0x250 ? 0.5 : 1), 0);

const ENDS_SENTENCE = /[。；！？：:”）)]$/u;
const NARROWEST = 15;
const WIDEST = 60;

/** Lines of one width that break off inside sentences are printed lines. */
function isHardWrapped(raw: string): boolean {
  const lines = raw
    .split(/\r?\n/)
    .map((text) => text.trim())
    .filter((text) => widthOf(text) >= NARROWEST);
  const counts = new Map<number, number>();
  for (const text of lines) counts.set(Math.round(widthOf(text)), (counts.get(Math.round(widthOf(text))) ?? 0) + 1);
  const measure = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
  const full = lines.filter((text) => Math.abs(widthOf(text) - measure) <= 3);
  const open = full.filter((text) => !ENDS_SENTENCE.test(text));
  return lines.length >= 6 && measure <= WIDEST && full.length >= lines.length / 2 && open.length >= full.length / 2;
}

export function detectFormat(raw: string): Format {
  if ((raw.match(TAGS)?.length ?? 0) >= FEWEST_TAGS) return "html";
  return isHardWrapped(raw) ? "pdf" : "plain";
}

/** In a Traditional text every fifth character or so is one that Simplified writes otherwise; a name or two is none. */
const SHARE_OF_TRADITIONAL = 0.06;

export function detectScript(text: string): { readonly script: Script; readonly share: number } {
  const han = Array.from(text).filter((c) => /\p{Script=Han}/u.test(c));
  const traditional = han.filter((c) => simplify(c) !== c).length;
  const share = han.length === 0 ? 0 : traditional / han.length;
  return { script: share >= SHARE_OF_TRADITIONAL ? "Hant" : "Hans", share };
}
