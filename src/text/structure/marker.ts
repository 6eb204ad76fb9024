import type { ProvisionKind } from "../model.ts";

/**
 * The numbering grammar of Chinese official documents: 第一编 第一章 第一节 第一条 一、 （一） 1. 1、 （1） ① 专栏1, in this
 * order of rank, whichever of them a document uses.
 */

export interface Marker {
  readonly kind: ProvisionKind;
  /** As printed. */
  readonly num: string;
  readonly value: number;
  /** Code units up to the end of the number and of the blanks after it. */
  readonly length: number;
}

const DIGITS = "〇一二三四五六七八九";
const HAN_NUMBER = "[〇零一二三四五六七八九十百]+";
const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/** 二十三 → 23, 一百零五 → 105, ２ → 2, ③ → 3; NaN for what is no number. */
export function numberValue(numeral: string): number {
  const circled = CIRCLED.indexOf(numeral);
  if (circled >= 0 && numeral.length === 1) return circled + 1;
  const ascii = numeral.normalize("NFKC");
  if (/^\d+$/.test(ascii)) return Number(ascii);
  let total = 0;
  let digit = 0;
  for (const unit of numeral.replaceAll("零", "〇")) {
    const power = "十百千".indexOf(unit) + 1;
    if (power > 0) {
      total += (digit || 1) * 10 ** power;
      digit = 0;
    } else digit = digit * 10 + DIGITS.indexOf(unit);
  }
  return total + digit;
}

/** By rank: a provision nests in the last open one of a higher rank. */
const FORMS: readonly (readonly [ProvisionKind, RegExp])[] = [
  ["part", new RegExp(`^第(${HAN_NUMBER}|\\d+)[编編]`, "u")],
  ["chapter", new RegExp(`^第(${HAN_NUMBER}|\\d+)章`, "u")],
  ["division", new RegExp(`^第(${HAN_NUMBER}|\\d+)[节節]`, "u")],
  ["article", new RegExp(`^第(${HAN_NUMBER}|\\d+)[条條]`, "u")],
  ["section", new RegExp(`^(${HAN_NUMBER})、`, "u")],
  ["subsection", new RegExp(`^[（(](${HAN_NUMBER})[)）]`, "u")],
  ["item", /^([0-9０-９]{1,2})(?:、|[.．](?![0-9０-９]))/u],
  ["point", /^[（(]([0-9０-９]{1,2})[)）]/u],
  ["subpoint", new RegExp(`^([${CIRCLED}])`, "u")],
  ["box", new RegExp(`^[专專][栏欄]\\s*([0-9０-９]{1,2}|${HAN_NUMBER})(?![0-9０-９。，])`, "u")],
];

export const RANK: ReadonlyMap<ProvisionKind, number> = new Map(FORMS.map(([kind], rank) => [kind, rank]));

/** Kinds that are counted through the whole document, not afresh in every provision. */
export const COUNTED_THROUGHOUT: ReadonlySet<ProvisionKind> = new Set(["box", "article"]);

/** The number that `text` begins with, if it begins with one. */
export function readMarker(text: string): Marker | null {
  for (const [kind, form] of FORMS) {
    const match = form.exec(text);
    const numeral = match?.[1];
    if (!match || numeral === undefined) continue;
    const blanks = /^[\s　]*/.exec(text.slice(match[0].length))?.[0].length ?? 0;
    return { kind, num: match[0].replace(/\s/g, ""), value: numberValue(numeral), length: match[0].length + blanks };
  }
  return null;
}

/** ——, --- and the like at the head of an item: how many units they take, 0 if there are none. */
export function dashLength(text: string): number {
  return /^(?:[—–―─]{1,3}|-{2,4})[\s　]*(?=[\p{Script=Han}“《])/u.exec(text)?.[0].length ?? 0;
}
