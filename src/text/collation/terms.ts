import type { Token } from "../diff/tokens.ts";

const STRETCH = /[\p{L}\p{N}]+/gu;

/** Runs of `size` neighbouring characters; none spans a sign. */
export function grams(text: string, size: 2 | 3): string[] {
  return (text.toLowerCase().match(STRETCH) ?? []).flatMap((stretch) => {
    const units = Array.from(stretch);
    return units.slice(size - 1).map((_, i) => units.slice(i, i + size).join(""));
  });
}

/** Words of two characters and more; a number without its value, so that 10项 and 20项 speak of the same. */
export function words(tokens: readonly Token[]): string[] {
  return tokens
    .filter(({ kind, text }) => kind !== "sign" && text.length > 1)
    .map(({ kind, text }) => (kind === "number" ? text.replace(/\d+(?:[.,]\d+)*/gu, "#") : text.toLowerCase()));
}

/** Numbers with their units as printed. */
export function numbers(tokens: readonly Token[]): string[] {
  return tokens.filter(({ kind }) => kind === "number").map(({ text }) => text);
}

/** The parts of a list: what stands between 、， and other signs, and is long enough to name something. */
export function items(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[、，。；：（）“”《》\s]|以及|和|与|及|等/u)
    .filter((part) => part.length > 1);
}

/** Single characters that are letters. The second 发 of a text is another term than the first: how often counts. */
export function letters(text: string): string[] {
  const seen = new Map<string, number>();
  return (text.toLowerCase().match(/\p{L}/gu) ?? []).map((letter) => {
    const times = (seen.get(letter) ?? 0) + 1;
    seen.set(letter, times);
    return times === 1 ? letter : `${letter}${times}`;
  });
}

const GOAL = /到.{0,4}20\d\d|年均|以上。|达到/u;

/** Whether a text says what is to be reached: 到2025年，…, 年均增长8%以上。 */
export const isGoal = (text: string): boolean => GOAL.test(text);
