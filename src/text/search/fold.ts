import { simplify } from "../normalize/script.ts";

/**
 * What is the same to a search: Traditional and Simplified, full and half width, capitals and small letters, all dashes,
 * all quotation marks, all square brackets; blanks do not count. Unlike the folding of a document this one may change lengths.
 */
export interface Folded {
  readonly text: string;
  /** For each unit of `text` the offset of the character that it was made of. */
  readonly at: readonly number[];
}

/** Characters that an editor reads as others where script folding alone would not, such as 著 as 着. */
export type Alike = ReadonlyMap<string, string>;

export const NONE_ALIKE: Alike = new Map();

/** Blanks, controls, and what takes no room, such as the marks that choose a form of a character. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Variation_Selector}]/u;

/** Signs that are typed one for the other. */
const ALIKE_SIGNS: readonly (readonly [RegExp, string])[] = [
  [/〜/u, "~"],
  [/[\p{Pd}−]/u, "-"],
  [/[“”„‟″「」『』〝〞〟]/u, '"'],
  [/[‘’‚‛′`]/u, "'"],
  [/[〔【〖]/u, "["],
  [/[〕】〗]/u, "]"],
];

function sign(character: string): string {
  return ALIKE_SIGNS.find(([signs]) => signs.test(character))?.[1] ?? character;
}

const plain = (character: string): string => simplify(character.normalize("NFKC").toLowerCase());

/** What one character is folded to, before an editor's word. Folding that again changes nothing. */
function foldOne(character: string): string {
  const twice = plain(plain(character));
  return Array.from(twice, (one) => (UNSEEN.test(one) ? "" : sign(one))).join("");
}

/** A corpus has a few thousand characters, and each is asked for again and again. */
const known = new Map<string, string>();

function foldCharacter(character: string, alike: Alike): string {
  const folded = known.get(character) ?? foldOne(character);
  known.set(character, folded);
  return alike.get(folded) ?? folded;
}

export function foldForSearch(original: string, alike: Alike = NONE_ALIKE): Folded {
  const parts: string[] = [];
  const at: number[] = [];
  let offset = 0;
  for (const character of original) {
    const folded = foldCharacter(character, alike);
    parts.push(folded);
    for (let i = 0; i < folded.length; i += 1) at.push(offset);
    offset += character.length;
  }
  return { text: parts.join(""), at };
}

/** The pairs of characters that the readings of documents make alike: of 著力 → 着力, 著 and 着. */
export function alikeOf(readings: readonly { readonly from: string; readonly to: string }[]): Alike {
  const pairs = readings.flatMap(({ from, to }) => {
    const meant = Array.from(to);
    return Array.from(from, (character, i): [string, string] => [simplify(character), meant[i] ?? character]);
  });
  return new Map(pairs.filter(([from, to]) => from !== to));
}
