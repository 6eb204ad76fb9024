/** Where sentences end, with brackets and quotation marks respected. All offsets are code units of the text given. */

const PARTNER: ReadonlyMap<string, string> = new Map(
  ["（）", "《》", "〈〉", "“”", "‘’", "「」", "『』", "〔〕", "[]", "【】"].map((pair) => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
);
const CLOSERS: ReadonlySet<string> = new Set(PARTNER.values());
const ROUND: ReadonlyMap<string, string> = new Map([
  ["(", "（"],
  [")", "）"],
]);

export interface Pairing {
  /** Closing offset by opening offset. */
  readonly pairs: ReadonlyMap<number, number>;
  /** Brackets without a partner, ascending: one cut off by a scrape must not swallow the rest of its paragraph. */
  readonly unpaired: readonly number[];
}

/** Pairs brackets and quotation marks; round ones of either width, since scrapes mix （…) freely. */
export function pairUp(text: string): Pairing {
  const open: { readonly at: number; readonly partner: string }[] = [];
  const pairs = new Map<number, number>();
  const unpaired: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = ROUND.get(text.charAt(i)) ?? text.charAt(i);
    const partner = PARTNER.get(unit);
    if (partner !== undefined) open.push({ at: i, partner });
    if (!CLOSERS.has(unit)) continue;
    const k = open.findLastIndex((o) => o.partner === unit);
    const [opened, ...lost] = k < 0 ? [] : open.splice(k);
    if (opened) pairs.set(opened.at, i);
    else unpaired.push(i);
    unpaired.push(...lost.map((o) => o.at));
  }
  return { pairs, unpaired: [...unpaired, ...open.map((o) => o.at)].sort((a, b) => a - b) };
}

const END = /[。；！？;!?]/;
const HALF_WIDTH = /[;!?]/;

function isEnd(text: string, i: number): boolean {
  const unit = text.charAt(i);
  if (!END.test(unit)) return false;
  // Half-width signs end a Chinese sentence only; a URL's ? and a C-like ; do not.
  return !HALF_WIDTH.test(unit) || text.charCodeAt(i - 1) > 0x2000 || text.charCodeAt(i + 1) > 0x2000;
}

/** A bracket this long that stands between sentences, （责任单位：…） say, is one itself. */
const SHORTEST_ASIDE = 8;

/**
 * The end offset of every sentence: behind its 。；！？, repeated ones included. The last one is `text.length`, whether
 * or not a sign stands there. A sign inside brackets or quotation marks ends nothing.
 */
export function sentenceEnds(text: string): number[] {
  const { pairs } = pairUp(text);
  const ends: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const close = pairs.get(i);
    if (close !== undefined) {
      const aside = ends.at(-1) === i && /[（(]/.test(text.charAt(i)) && close - i >= SHORTEST_ASIDE;
      if (aside && !isEnd(text, close + 1)) ends.push(close + 1);
      i = close;
    } else if (isEnd(text, i) && !isEnd(text, i + 1)) ends.push(i + 1);
  }
  return ends.at(-1) === text.length || text === "" ? ends : [...ends, text.length];
}
