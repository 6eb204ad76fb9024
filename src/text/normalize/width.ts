/**
 * Width folding, one code unit for one: letters, digits and signs become half-width; punctuation becomes full-width
 * where it stands in Chinese, so that （VOCs）， and (VOCs), are the same text while 1,000 and http://x stay as they are.
 */

const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u;
const FULL: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！" };
const CHINESE_PUNCTUATION = new Set("，。；：？！（）");

function narrow(unit: string): string {
  const code = unit.charCodeAt(0);
  const fullWidthAscii = code >= 0xff01 && code <= 0xff5e;
  return fullWidthAscii && !CHINESE_PUNCTUATION.has(unit) ? String.fromCharCode(code - 0xfee0) : unit;
}

const isHan = (unit: string | undefined): boolean => unit !== undefined && HAN.test(unit);

/** The nearest unit in a direction that is neither a closing sign nor a blank: what decides how a comma is meant. */
function neighbour(units: readonly string[], from: number, step: 1 | -1): string | undefined {
  let i = from + step;
  while (/[)\]"'%\s]/.test(units[i] ?? "")) i += step;
  return units[i];
}

function widenMark(units: readonly string[], i: number): string {
  const unit = units[i] as string;
  const full = FULL[unit];
  if (full === undefined) return unit;
  return isHan(neighbour(units, i, -1)) || isHan(neighbour(units, i, 1)) ? full : unit;
}

/** Pairs of brackets and of straight quotes become full-width together, when Chinese stands beside or inside them. */
function widenPairs(units: string[]): void {
  const open: number[] = [];
  units.forEach((unit, i) => {
    if (unit === "(") open.push(i);
    const start = unit === ")" ? open.pop() : undefined;
    if (start !== undefined && touchesHan(units, start, i)) {
      units[start] = "（";
      units[i] = "）";
    }
  });
}

function touchesHan(units: readonly string[], start: number, end: number): boolean {
  return isHan(units[start - 1]) || isHan(units[end + 1]) || units.slice(start + 1, end).some(isHan);
}

function curlQuotes(units: string[]): void {
  const places = units.flatMap((unit, i) => (unit === '"' ? [i] : []));
  // An odd quote has lost its partner: which one is a guess, so all stay as they are.
  if (places.length % 2 === 1) return;
  for (let k = 0; k + 1 < places.length; k += 2) {
    const [start, end] = [places[k] as number, places[k + 1] as number];
    if (!touchesHan(units, start, end)) continue;
    units[start] = "“";
    units[end] = "”";
  }
}

/** As long as `text`, and idempotent. */
export function foldWidth(text: string): string {
  const units = text.split("").map(narrow);
  widenPairs(units);
  curlQuotes(units);
  return units.map((_, i) => widenMark(units, i)).join("");
}
