import TRADITIONAL from "opencc-js/dict/TSCharacters";

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
