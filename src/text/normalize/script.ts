import SIMPLIFIED from "opencc-js/dict/STCharacters";
import TRADITIONAL from "opencc-js/dict/TSCharacters";
import type { Script } from "../model.ts";

// OpenCC's table, first candidate each: its phrase tables change lengths and so lose the offsets.
const TABLE: ReadonlyMap<string, string> = new Map(
  TRADITIONAL.split("|").flatMap((entry): [string, string][] => {
    const [from = "", to = ""] = entry.split(" ");
    return from !== to && from.length === to.length ? [[from, to]] : [];
  }),
);

/** Follows 薴 → 苧 → 苎 to its end, so that simplifying twice changes nothing more. */
function simplified(character: string): string {
  const to = TABLE.get(character);
  return to === undefined ? character : simplified(to);
}

/** Traditional to Simplified, character by character: as long as `text`, and idempotent. */
export function simplify(text: string): string {
  return Array.from(text, simplified).join("");
}

/** What OpenCC always converts and both scripts have all the same: 于 is a surname, and usual in Traditional reprints. */
const COMMON =
  "丑丰么于云仆伙余佣儿准几凶划占台吁吃后听咨咸唇坏夸尸岩岳峰帘干并床征愿扑挂斗晒朴杠杰涌游灶痴皂秘筑粽群肴腌苧范荐虫虱辟郁采里雇霉乾";

/** Characters that the other script always writes otherwise: 產 is Traditional only, while 著 stands in both. */
const foreign = (entries: string): ReadonlySet<string> =>
  new Set(
    entries.split("|").flatMap((entry) => {
      const [from = "", ...to] = entry.split(" ");
      return to.includes(from) || COMMON.includes(from) ? [] : [from];
    }),
  );

const ONLY_TRADITIONAL = foreign(TRADITIONAL);
const ONLY_SIMPLIFIED = foreign(SIMPLIFIED);

/** Whether a text of the script cannot have the character. */
export const isOfOtherScript = (character: string, script: Script): boolean =>
  (script === "Hans" ? ONLY_TRADITIONAL : ONLY_SIMPLIFIED).has(character);
