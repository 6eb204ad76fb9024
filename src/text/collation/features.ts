import { type Bag, parted } from "./bag.ts";
import type { Candidate } from "./candidates.ts";
import type { Lexicons, Prepared, PreparedDocument } from "./prepare.ts";

/**
 * What is measured about two statements alone. All but the logarithms lie between 0 and 1; “share” is by weight, so that
 * rare terms count for more.
 */
export const ALONE = [
  "wording", // cosines of bigrams and words
  "letters", // cosine of single characters
  "sharedMass", // ln of the weight of the bigrams in both
  "shareOfEarlier", // of its bigrams, how much is in the later
  "shareOfLater",
  "conceptsOfEarlier", // of its concepts, how much is in the later
  "conceptsOfLater",
  "items", // weight of the parts of lists in both, as a logarithm
  "heading", // cosine of the headings above
  "headingConcepts",
  "runs", // triples of characters in both, of the longer text's
  "pairs", // pairs of characters in both, of the shorter text's
  "rankOfLater", // 1 / its rank among the candidates of the earlier
  "rankOfEarlier",
  "besideBestOfEarlier", // wording, beside the best candidate of the earlier
  "besideBestOfLater",
  "bothNumbers",
  "sameNumbers",
  "distance", // between the places in their documents
  "lengthOfEarlier",
  "lengthOfLater",
  "lengthRatio",
  "bestPart", // likeness of the two parts that are most alike
  "nextPart", // of the two that come next
  "likeParts", // sum over all pairs of parts of what is above a chance likeness
  "rarest", // rarity of the rarest bigram in both
  "bothGoals", // both say what is to be reached
] as const;

/** What is known of a candidate when the others have been looked at: see `context.ts`. */
export const CONTEXT = [
  "otherOfEarlier", // how likely the best other partner of the earlier is
  "otherOfLater",
  "section", // how much the two sections have in common besides
  "around", // how much the clauses just before and after have in common, as a logarithm
  "thread", // wording of one clause beside what editors found to restate the other; 0 if that is not asked
  "kin", // how likely one clause restates what editors found to restate the other; 0 if that is not asked
] as const;

export const FEATURES = [...ALONE, ...CONTEXT] as const;

export type Feature = (typeof FEATURES)[number];

export interface Measured {
  /** One per feature of `FEATURES`, in their order. */
  readonly values: readonly number[];
  /** Names of the concepts that both statements speak of. */
  readonly concepts: readonly string[];
  /** Of those that only one of them speaks of. */
  readonly apart: readonly string[];
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** What two clauses share in words. */
export interface Wording {
  /** 0–1: the mean of the cosines of bigrams and words. */
  readonly wording: number;
  /** Rarity of the bigrams in both. */
  readonly mass: number;
  /** Bigrams in both. */
  readonly pairs: number;
  /** Rarity of the rarest of them. */
  readonly rarest: number;
}

export function wordingOf(a: Prepared, b: Prepared, lexicons: Lexicons): Wording {
  const [pairs, words] = [lexicons.bigrams.overlap(a.bigrams, b.bigrams), lexicons.words.overlap(a.words, b.words)];
  return { wording: (pairs.cosine + words.cosine) / 2, mass: pairs.mass, pairs: pairs.count, rarest: pairs.rarest };
}

type Worded = Candidate & Wording;

interface Standing {
  /** From 1. */
  readonly rank: number;
  /** Wording of the best. */
  readonly best: number;
}

/** How each candidate stands among those of the same statement. */
function standings(list: readonly Worded[], side: "a" | "b"): Standing[] {
  const groups = new Map<number, number[]>();
  list.forEach((candidate, i) => {
    const group = groups.get(candidate[side]);
    if (group) group.push(i);
    else groups.set(candidate[side], [i]);
  });
  const result: Standing[] = new Array(list.length);
  const wording = (i: number): number => list[i]?.wording ?? 0;
  for (const group of groups.values()) {
    group.sort((x, y) => wording(y) - wording(x) || x - y);
    group.forEach((i, k) => {
      result[i] = { rank: k + 1, best: wording(group[0] as number) };
    });
  }
  return result;
}

/** Below this wording a reviewed pair was hardly ever found by the rest. */
const LEAST_WORDING = 0.07;

/** Nor where both clauses have a partner that is more than twice as near. */
const LEAST_BESIDE_BEST = 0.5;

export interface MeasuredCandidate extends Candidate {
  readonly measured: Measured;
}

/** Measures the candidates of two documents that share enough words, each alone: what is context is 0. */
export function measure(a: PreparedDocument, b: PreparedDocument, list: readonly Candidate[]): MeasuredCandidate[] {
  const { lexicons } = a;
  const at = (candidate: Candidate): readonly [Prepared, Prepared] => [
    a.statements[candidate.a] as Prepared,
    b.statements[candidate.b] as Prepared,
  ];
  const worded = list.map((candidate) => ({ ...candidate, ...wordingOf(...at(candidate), lexicons) }));
  const [rows, columns] = [standings(worded, "a"), standings(worded, "b")];
  const headings = headingsOf(lexicons);
  return worded.flatMap((candidate, i): MeasuredCandidate[] => {
    const standing = { row: rows[i] as Standing, column: columns[i] as Standing };
    const best = Math.min(standing.row.best, standing.column.best);
    if (candidate.wording < Math.max(LEAST_WORDING, LEAST_BESIDE_BEST * best)) return [];
    const [x, y] = at(candidate);
    const placed = { ...candidate, ...standing, headings: headings(x, y) };
    return [{ a: candidate.a, b: candidate.b, measured: vector(x, y, lexicons, placed) }];
  });
}

/** A likeness that two parts have by chance. */
const CHANCE = 0.35;

/** How alike the parts of two statements are: the best pair, the next, and all that is more than chance. */
function partsOf(a: Prepared, b: Prepared, lexicons: Lexicons): readonly [best: number, next: number, all: number] {
  const sums = new Array<number>(a.parts * b.parts).fill(0);
  for (const kind of ["bigrams", "words", "concepts"] as const)
    lexicons[kind].addCosines(a[kind], b[kind], 1 / 2, sums, b.parts);
  let [best, next, all] = [0, 0, 0];
  for (const likeness of sums) {
    all += Math.max(0, likeness - CHANCE);
    if (likeness > best) [best, next] = [likeness, best];
    else if (likeness > next) next = likeness;
  }
  return [best, next, all];
}

interface Headings {
  readonly wording: number;
  readonly concepts: number;
}

/** How alike the headings above two statements are, reckoned once for all that stand under the same ones. */
function headingsOf(lexicons: Lexicons): (a: Prepared, b: Prepared) => Headings {
  const known = new Map<Bag, Map<Bag, Headings>>();
  return (a, b) => {
    const row = known.get(a.heading) ?? new Map<Bag, Headings>();
    known.set(a.heading, row);
    const alike = row.get(b.heading) ?? {
      wording: lexicons.bigrams.overlap(a.heading, b.heading).cosine,
      concepts: lexicons.concepts.overlap(a.headingConcepts, b.headingConcepts).cosine,
    };
    row.set(b.heading, alike);
    return alike;
  };
}

interface Placed extends Wording {
  readonly headings: Headings;
  readonly row: Standing;
  readonly column: Standing;
}

const NO_CONTEXT = CONTEXT.map(() => 0);

function vector(a: Prepared, b: Prepared, lexicons: Lexicons, placed: Placed): Measured {
  const { wording, mass, pairs, rarest, headings, row, column } = placed;
  const [textA, textB] = [a.clause.text, b.clause.text];
  const [short, long] = [Math.min(textA.length, textB.length), Math.max(textA.length, textB.length)];
  const concepts = lexicons.concepts.overlap(a.concepts, b.concepts).mass;
  const same = a.numbers.filter((number) => b.numbers.includes(number)).length;
  const [best, next, all] = partsOf(a, b, lexicons);
  const values = [
    wording,
    lexicons.letters.overlap(a.letters, b.letters).cosine,
    Math.log1p(mass),
    share(mass, a.bigrams.mass),
    share(mass, b.bigrams.mass),
    share(concepts, a.concepts.mass),
    share(concepts, b.concepts.mass),
    Math.log1p(lexicons.items.overlap(a.items, b.items).mass),
    headings.wording,
    headings.concepts,
    share(
      lexicons.trigrams.overlap(a.trigrams, b.trigrams).count,
      Math.max(a.trigrams.ids.length, b.trigrams.ids.length),
    ),
    share(pairs, Math.min(a.bigrams.ids.length, b.bigrams.ids.length)),
    1 / row.rank,
    1 / column.rank,
    share(wording, row.best),
    share(wording, column.best),
    a.numbers.length > 0 && b.numbers.length > 0 ? 1 : 0,
    Math.min(same, 2) / 2,
    Math.abs(a.place - b.place),
    Math.log(textA.length),
    Math.log(textB.length),
    Math.log(long / short),
    best,
    next,
    all,
    rarest,
    a.goal && b.goal ? 1 : 0,
    ...NO_CONTEXT,
  ];
  const { terms } = lexicons.concepts;
  const { both, one } = parted(a.concepts, b.concepts);
  const named = (id: number): string => terms[id] as string;
  return { values, concepts: both.map(named), apart: one.map(named) };
}
