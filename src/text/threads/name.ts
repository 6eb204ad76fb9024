import { compare } from "../diff/compare.ts";
import { tokenize } from "../diff/tokens.ts";

const [SHORTEST, LONGEST] = [4, 16];

/** So many characters tell what a thread is about; more are no better. */
const ENOUGH = 10;

/** Words that a name neither begins nor ends with, because they only join, urge or measure. */
const EDGE =
  /^(?:[\p{P}\s]|[的和与及等对在为以将中到从由把并有其各新]|更加|进一步|不断|力争|大力|支持|鼓励|引导|推动|加强|加快|推进|促进|完善|提高|提升|发展|建设|形成|实现|落实|强化|一批|显著|明显|重点)$/u;

/** The longest stretch of at most sixteen characters between two signs, without words at its ends that say little. */
function trimmed(text: string): string {
  const stretches = text.split(/[，。；：、！？（）“”]/u).map((stretch) => {
    const words = tokenize(stretch).map((token) => token.text);
    while (words.length > 0 && EDGE.test(words[0] ?? "")) words.shift();
    while (words.join("").length > LONGEST) words.pop();
    while (words.length > 0 && EDGE.test(words.at(-1) ?? "")) words.pop();
    return words.join("");
  });
  return stretches.reduce((best, one) => (one.length > best.length ? one : best), "");
}

/**
 * A few words that the clauses of a thread share: of all stretches that one clause keeps of the one before, the one that
 * most clauses hold, and of those the longest. Where they share nothing long enough, words of the first clause.
 *
 * @param texts of the clauses in date order
 */
export function nameOf(texts: readonly string[]): string {
  const kept = texts.slice(1).flatMap((to, i) =>
    compare(texts[i] ?? "", to).flatMap((change) => {
      if (change.kind !== "kept" && change.kind !== "movedHere") return [];
      const name = trimmed(to.slice(change.to.start, change.to.end));
      return name.length < SHORTEST ? [] : [{ name, held: texts.filter((text) => text.includes(name)).length }];
    }),
  );
  const worth = ({ name, held }: (typeof kept)[number]): number => held * Math.min(name.length, ENOUGH);
  kept.sort((x, y) => worth(y) - worth(x) || y.name.length - x.name.length);
  return kept[0]?.name ?? trimmed(texts[0] ?? "");
}
