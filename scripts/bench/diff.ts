import { diffArrays, diffChars } from "diff";
import { diffCleanupSemantic, diffMain } from "diff-match-patch-es";
import type { Edition } from "../../src/text/collation/edition.ts";
import { everyStatement } from "../../src/text/collation/statement.ts";
import { compare } from "../../src/text/diff/compare.ts";
import { tokenize } from "../../src/text/diff/tokens.ts";
import type { PolicyDocument, Span } from "../../src/text/model.ts";

/** How readable the marks are, on all reviewed pairs, beside other ways to compare two sentences. */

/** A stretch that is kept, or marked on one side; what is kept may differ in punctuation. */
interface Stretch {
  readonly side: "both" | "from" | "to";
  readonly from: string;
  readonly to: string;
}

type Compare = (from: string, to: string) => Stretch[];

const ours: Compare = (from, to) =>
  compare(from, to).map((change): Stretch => {
    const cut = (text: string, { start, end }: Span): string => text.slice(start, end);
    if (change.kind === "kept") return { side: "both", from: cut(from, change.from), to: cut(to, change.to) };
    return change.kind === "deleted" || change.kind === "movedAway"
      ? { side: "from", from: cut(from, change.from), to: "" }
      : { side: "to", from: "", to: cut(to, change.to) };
  });

const stretch = (text: string, added: boolean, removed: boolean): Stretch => ({
  side: added ? "to" : removed ? "from" : "both",
  from: added ? "" : text,
  to: removed ? "" : text,
});

const chars: Compare = (from, to) =>
  diffChars(from, to).map(({ value, added, removed }) => stretch(value, added, removed));

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const segments = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

const words: Compare = (from, to) =>
  diffArrays(segments(from), segments(to)).map(({ value, added, removed }) => stretch(value.join(""), added, removed));

const semantic: Compare = (from, to) => {
  const diffs = diffMain(from, to);
  diffCleanupSemantic(diffs);
  return diffs.map(([operation, text]) => stretch(text, operation > 0, operation < 0));
};

const WAYS: readonly (readonly [string, Compare])[] = [
  ["ours", ours],
  ["jsdiff diffChars", chars],
  ["jsdiff on words of Intl.Segmenter", words],
  ["diff-match-patch, semantic", semantic],
];

/** Numbers of a text that lie whole inside one stretch. */
function wholeNumbers(text: string, stretches: readonly Stretch[], side: "from" | "to"): [whole: number, all: number] {
  const edges = new Set<number>();
  let at = 0;
  for (const stretch of stretches) {
    at += stretch[side].length;
    edges.add(at);
  }
  const numbers = tokenize(text).filter(({ kind }) => kind === "number");
  const whole = numbers.filter(({ start, end }) => ![...edges].some((edge) => edge > start && edge < end));
  return [whole.length, numbers.length];
}

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

function hunks(stretches: readonly Stretch[]): number {
  return stretches.filter(({ side }, i) => side !== "both" && (i === 0 || stretches[i - 1]?.side === "both")).length;
}

/** Kept stretches of a single letter between two changes. */
function islands(stretches: readonly Stretch[]): number {
  return stretches.slice(1, -1).filter(({ side, to }) => side === "both" && letters(to) === 1).length;
}

export function benchDiff(documents: readonly PolicyDocument[], editions: readonly Edition[]): void {
  const texts = new Map(
    documents.flatMap((document) =>
      everyStatement(document).map(({ clause }) => [`${document.meta.id} ${clause.eId}`, clause.text] as const),
    ),
  );
  const textOf = ({ document, eId }: { document: string; eId: string }): string =>
    texts.get(`${document} ${eId}`) ?? "";
  const pairs = editions.flatMap((edition) => edition.pairs.map(({ from, to }) => [textOf(from), textOf(to)] as const));
  console.log(`diff: ${pairs.length} reviewed pairs\n`);
  const heads = ["numbers whole", "hunks a pair", "islands a pair", "share marked", "ms"];
  console.log(`${"".padEnd(36)}${heads.map((head) => head.padStart(15)).join("")}`);
  for (const [name, way] of WAYS) {
    const began = performance.now();
    const results = pairs.map(([from, to]) => ({ from, to, stretches: way(from, to) }));
    const milliseconds = performance.now() - began;
    const counted = results.flatMap(({ from, to, stretches }) => [
      wholeNumbers(from, stretches, "from"),
      wholeNumbers(to, stretches, "to"),
    ]);
    const total = (pick: (result: (typeof results)[number]) => number): number =>
      results.reduce((sum, result) => sum + pick(result), 0);
    const marked = total(({ stretches }) =>
      stretches.reduce((sum, { side, from, to }) => sum + (side === "both" ? 0 : letters(from + to)), 0),
    );
    const cells = [
      `${((100 * counted.reduce((s, [w]) => s + w, 0)) / counted.reduce((s, [, n]) => s + n, 0)).toFixed(1)} %`,
      (total(({ stretches }) => hunks(stretches)) / results.length).toFixed(2),
      (total(({ stretches }) => islands(stretches)) / results.length).toFixed(2),
      `${((100 * marked) / total(({ from, to }) => letters(from) + letters(to))).toFixed(1)} %`,
      milliseconds.toFixed(0),
    ];
    console.log(`${name.padEnd(36)}${cells.map((cell) => cell.padStart(15)).join("")}`);
  }
}
