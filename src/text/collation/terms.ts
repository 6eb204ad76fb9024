import { tokenize } from "../diff/tokens.ts";

const STRETCH = /[\p{L}\p{N}]+/gu;

/** Pairs of neighbouring characters; none spans a sign. */
export function bigrams(text: string): string[] {
  return (text.toLowerCase().match(STRETCH) ?? []).flatMap((stretch) => {
    const units = Array.from(stretch);
    return units.slice(1).map((unit, i) => `${units[i]}${unit}`);
  });
}

/** Words of two characters and more; a number without its value, so that 10项 and 20项 speak of the same. */
export function words(text: string): string[] {
  return tokenize(text)
    .filter(({ kind, text }) => kind !== "sign" && text.length > 1)
    .map(({ kind, text }) => (kind === "number" ? text.replace(/\d+(?:[.,]\d+)*/gu, "#") : text.toLowerCase()));
}

/** Numbers with their units as printed. */
export function numbers(text: string): string[] {
  return tokenize(text)
    .filter(({ kind }) => kind === "number")
    .map(({ text }) => text);
}

/** The parts of a list: what stands between 、， and other signs, and is long enough to name something. */
export function items(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[、，。；：（）“”《》\s]|以及|和|与|及|等/u)
    .filter((part) => part.length > 1);
}
