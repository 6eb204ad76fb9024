import { pairUp } from "../structure/sentences.ts";
import { around, error, type Fault } from "./fault.ts";
import type { Sheet } from "./sheet.ts";

const OPENERS = "（《〈“‘「『〔[【(";
const CLOSERS = "）》〉”’」』〕]】)";

/**
 * Brackets and quotation marks without a partner, or crossed as in （《）》. What a recipe makes was held to its own
 * `broken` when it was made.
 */
export function brackets({ passages, recipe }: Sheet): Fault[] {
  if (recipe !== null) return [];
  return passages.flatMap(({ text: { text, at } }): Fault[] => {
    const { unpaired } = pairUp(text);
    const [first, ...others] = unpaired;
    if (first === undefined) return [];
    const sign = text.charAt(first);
    const partner = CLOSERS.charAt(OPENERS.indexOf(sign));
    const isCrossed = OPENERS.includes(sign) && others.some((other) => text.charAt(other) === partner);
    const near = around(text, first);
    return [
      isCrossed
        ? error("bracket-crossed", at[first] ?? 0, `“${near}”里的“${sign}”与别的括号交叉：先开的后关`)
        : error("bracket-unpaired", at[first] ?? 0, `“${near}”里的“${sign}”没有配对：补上另一半，或删去`),
    ];
  });
}
