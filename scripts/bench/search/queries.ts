import { Converter } from "opencc-js";
import type { Script } from "../../../src/text/model.ts";
import type { SearchCorpus } from "../../../src/text/search/record.ts";
import { chance } from "../made.ts";
import type { Truth } from "./truth.ts";

/** Queries of every kind, cut out of the records by chance: the same in every run. */

export interface Asked {
  readonly typed: string;
  /** The record that it was cut out of; of what occurs nowhere there is none. */
  readonly home: number | null;
}

export interface Kind {
  readonly name: string;
  readonly asked: readonly Asked[];
}

/** The last line of a record, which is its text. */
interface Line {
  readonly record: number;
  readonly script: Script;
  readonly text: string;
  /** Where its clauses end. */
  readonly ends: readonly number[];
}

interface Dice {
  readonly below: (limit: number) => number;
  readonly one: <T>(list: readonly T[]) => T | null;
}

interface Cutter {
  readonly name: string;
  readonly script?: Script;
  readonly absent?: boolean;
  readonly cut: (line: Line, dice: Dice, all: readonly Line[]) => string | null;
}

const EACH = 40;
const TRIES = 4000;

const toTraditional = Converter({ from: "cn", to: "t" });
const toSimplified = Converter({ from: "t", to: "cn" });
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

function diceOf(random: () => number): Dice {
  const below = (limit: number): number => Math.floor(random() * limit);
  return { below, one: (list) => list[below(list.length)] ?? null };
}

function linesOf({ documents }: SearchCorpus): readonly Line[] {
  const all = documents.flatMap(({ script, records }) => records.map((record) => ({ script, ...record })));
  return all.map(({ script, lines, clauses }, record): Line => {
    const text = lines.at(-1) ?? "";
    let end = text.length - clauses.reduce((sum, length) => sum + length, 0);
    const ends = clauses.map((length) => {
      end += length;
      return end;
    });
    return { record, script, text, ends };
  });
}

function piece(text: string, length: number, dice: Dice): string | null {
  if (text.length < length) return null;
  const start = dice.below(text.length - length + 1);
  return text.slice(start, start + length);
}

/** Some of a line that a pattern finds, as it stands. */
const found = (line: Line, pattern: RegExp, dice: Dice): string | null => dice.one(line.text.match(pattern) ?? []);

const wide = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const narrow = (text: string): string => text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

const NUMBERS = /[≥≤＞＜<>]?\d[\d.,]*(?:[%％‰℃]|\p{Script=Han}{1,2})?/gu;
const LATIN = /[A-Za-z][A-Za-z0-9-]+/g;
const STOPS = /[^，。、；：（）《》“”]{0,3}[，。、；：（）《》“”][^，。、；：（）《》“”]{0,3}/g;
const HAN_PAIR = /^\p{Script=Han}{2}$/u;

function word({ text }: Line, dice: Dice): string | null {
  const words = Array.from(segmenter.segment(text)).filter(({ isWordLike, segment }) => isWordLike && segment[1]);
  return dice.one(words)?.segment ?? null;
}

/** The last character of a word and the first of the next. */
function acrossWords({ text }: Line, dice: Dice): string | null {
  const borders = Array.from(segmenter.segment(text), ({ index }) => text.slice(Math.max(0, index - 1), index + 1));
  return dice.one(borders.filter((pair) => HAN_PAIR.test(pair)));
}

function acrossClauses({ text, ends }: Line, dice: Dice): string | null {
  const end = dice.one(ends.slice(0, -1));
  return end === null ? null : text.slice(Math.max(0, end - 1 - dice.below(5)), end + 1 + dice.below(5));
}

/** As a PDF has it: broken anywhere, now and then with blanks around the break. */
function pasted({ text }: Line, dice: Dice): string | null {
  const whole = piece(text, 12 + dice.below(30), dice);
  const at = 2 + dice.below(8);
  const breaks = ["\n", "\r\n", " \n", "\n  "];
  return whole && `${whole.slice(0, at)}${dice.one(breaks)}${whole.slice(at, at + 6)}\n${whole.slice(at + 6)}`;
}

function several(line: Line, dice: Dice): string | null {
  const words = Array.from({ length: 2 + dice.below(2) }, () => word(line, dice));
  return words.includes(null) || new Set(words).size < 2 ? null : words.join(dice.one([" ", "　", "  "]) ?? " ");
}

/** Two pieces of text that stand apart, two that changed places, or one character that is another. */
function absent({ text }: Line, dice: Dice, all: readonly Line[]): string | null {
  const [a, b] = [piece(text, 3, dice), piece(dice.one(all)?.text ?? "", 3, dice)];
  const whole = piece(text, 6, dice);
  if (a === null || b === null || whole === null) return null;
  return dice.one([a + b, whole.slice(3) + whole.slice(0, 3), whole.slice(0, 2) + b.slice(0, 1) + whole.slice(3)]);
}

const phrase = (length: number): Cutter => ({
  name: `${length} characters`,
  cut: ({ text }, dice) => piece(text, length, dice),
});

const CUTTERS: readonly Cutter[] = [
  { name: "words of Intl.Segmenter", cut: word },
  { name: "2 characters of two words", cut: acrossWords },
  { name: "1 character", cut: ({ text }, dice) => piece(text, 1, dice) },
  ...[5, 10, 20, 50, 100].map(phrase),
  { name: "numbers, as printed", cut: (line, dice) => found(line, NUMBERS, dice) },
  { name: "numbers, full width", cut: (line, dice) => wide(found(line, NUMBERS, dice) ?? "") || null },
  { name: "numbers, half width", cut: (line, dice) => narrow(found(line, NUMBERS, dice) ?? "") || null },
  { name: "Latin, as printed", cut: (line, dice) => found(line, LATIN, dice) },
  { name: "Latin, capitals", cut: (line, dice) => found(line, LATIN, dice)?.toUpperCase() ?? null },
  {
    name: "Latin, small and full width",
    cut: (line, dice) => wide(found(line, LATIN, dice)?.toLowerCase() ?? "") || null,
  },
  {
    name: "Traditional for Simplified",
    script: "Hans",
    cut: ({ text }, dice) => toTraditional(piece(text, 2 + dice.below(9), dice) ?? "") || null,
  },
  {
    name: "Simplified for Traditional",
    script: "Hant",
    cut: ({ text }, dice) => toSimplified(piece(text, 2 + dice.below(9), dice) ?? "") || null,
  },
  { name: "pasted, with line breaks", cut: pasted },
  { name: "several words", cut: several },
  { name: "with punctuation", cut: (line, dice) => found(line, STOPS, dice) },
  { name: "across clauses", cut: acrossClauses },
  { name: "what occurs nowhere", absent: true, cut: absent },
];

/** Queries of a kind, each once. Of a kind that the texts have few of there are fewer. */
function askedOf(cutter: Cutter, lines: readonly Line[], truth: Truth, dice: Dice): readonly Asked[] {
  const pool = lines.filter(({ script }) => cutter.script === undefined || script === cutter.script);
  const asked = new Map<string, Asked>();
  for (let tries = 0; tries < TRIES && asked.size < EACH; tries += 1) {
    const line = dice.one(pool);
    const typed = line && cutter.cut(line, dice, lines);
    if (!line || !typed || typed.trim() === "") continue;
    if (cutter.absent && truth(typed).length > 0) continue;
    asked.set(typed, { typed, home: cutter.absent ? null : line.record });
  }
  return [...asked.values()];
}

export function queriesOf(corpus: SearchCorpus, truth: Truth): readonly Kind[] {
  const lines = linesOf(corpus);
  const dice = diceOf(chance(2025));
  return CUTTERS.map((cutter) => ({ name: cutter.name, asked: askedOf(cutter, lines, truth, dice) }));
}
