/**
 * The twin of a record is what the index is made of: tokens that no language's rules can split, join or drop, so that a
 * phrase of tokens is found where and only where its characters stand. A token is two neighbouring characters, each as
 * four digits to the base of 36; single characters have tokens of their own.
 */
const DIGITS = 4;

const code = (character: string): string => (character.codePointAt(0) ?? 0).toString(36).padStart(DIGITS, "0");

/** The pairs of a text, closed by its last character alone, so that no phrase goes on into what follows. */
function pairs(characters: readonly string[]): readonly string[] {
  return characters.map(
    (character, i) => code(character) + (characters[i + 1] === undefined ? "" : code(characters[i + 1] as string)),
  );
}

const singles = (characters: readonly string[]): readonly string[] => [...new Set(characters)].map(code);

export interface Twin {
  /** Parted by blanks. */
  readonly tokens: string;
  /** A phrase that begins before this token stands in the heading. */
  readonly headed: number;
}

/** The twin of folded lines; the first `heading` characters of the first line are its heading. */
export function twinOf(lines: readonly string[], heading: number): Twin {
  const characters = lines.map((line) => Array.from(line));
  const title = singles((characters[0] ?? []).slice(0, heading));
  const tokens = [...title, ...characters.flatMap(pairs), ...singles(characters.flat())];
  return { tokens: tokens.join(" "), headed: title.length + heading };
}

/** The tokens that stand in a row in a twin where and only where a folded term stands in a line. */
export function tokensOf(term: string): readonly string[] {
  const characters = Array.from(term);
  return characters.length === 1 ? singles(characters) : pairs(characters).slice(0, -1);
}
