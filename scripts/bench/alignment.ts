import type { Concepts } from "../../src/text/collation/concepts.ts";
import type { Edition } from "../../src/text/collation/edition.ts";
import { isRestating, Kin } from "../../src/text/collation/kin.ts";
import { type PreparedDocument, prepare } from "../../src/text/collation/prepare.ts";
import { propose, type Weights } from "../../src/text/collation/propose.ts";
import { train } from "../../src/text/collation/train.ts";
import type { PolicyDocument } from "../../src/text/model.ts";
import { BASELINES, type Ranked } from "./baselines.ts";

/**
 * How well the machine finds the pairs that editors read: verbatim and reworded ones, leaving out one document at a
 * time. What is learned, weights and thresholds alike, is learned from the pairs of the other documents alone.
 */

interface Outcome {
  readonly hits: number;
  readonly found: number;
  readonly wanted: number;
}

const sum = (list: readonly Outcome[]): Outcome => ({
  hits: list.reduce((total, { hits }) => total + hits, 0),
  found: list.reduce((total, { found }) => total + found, 0),
  wanted: list.reduce((total, { wanted }) => total + wanted, 0),
});

const f1 = ({ hits, found, wanted }: Outcome): number => (2 * hits) / Math.max(1, found + wanted);

const restating = (edition: Edition): Set<string> =>
  new Set(edition.pairs.filter((pair) => isRestating(pair.relation)).map((p) => `${p.from.eId} ${p.to.eId}`));

function outcome(found: readonly string[], edition: Edition): Outcome {
  const wanted = restating(edition);
  return { hits: found.filter((key) => wanted.has(key)).length, found: found.length, wanted: wanted.size };
}

type Named = ReadonlyMap<string, PreparedDocument>;

function proposed({ from, to }: Edition, documents: Named, weights: Weights, kin: Kin | null): string[] {
  const [a, b] = [documents.get(from), documents.get(to)];
  if (!a || !b) return [];
  return propose(a, b, weights, kin)
    .filter(({ relation }) => isRestating(relation))
    .map((pair) => `${pair.from.eId} ${pair.to.eId}`);
}

/** The likeness from which on a baseline does best on the training pairs. */
function bestLeast(training: readonly { readonly ranked: readonly Ranked[]; readonly edition: Edition }[]): number {
  const all = training.flatMap(({ ranked, edition }) => {
    const wanted = restating(edition);
    return ranked.map(({ key, likeness }) => ({ likeness, hit: wanted.has(key) }));
  });
  const wanted = training.reduce((total, { edition }) => total + restating(edition).size, 0);
  let [hits, best, least] = [0, 0, Number.POSITIVE_INFINITY];
  all.sort((x, y) => y.likeness - x.likeness);
  all.forEach(({ likeness, hit }, i) => {
    if (hit) hits++;
    const value = (2 * hits) / (i + 1 + wanted);
    if (value > best) [best, least] = [value, likeness];
  });
  return least;
}

function line(name: string, parts: readonly Outcome[], milliseconds: number): string {
  const all = sum(parts);
  const figures = [all.hits / all.found, all.hits / all.wanted, f1(all), ...parts.map(f1)];
  const cells = figures.map((figure) => figure.toFixed(3).padStart(9)).join("");
  return `${name.padEnd(40)}${cells}${milliseconds.toFixed(0).padStart(9)}`;
}

export function benchAlignment(
  documents: readonly PolicyDocument[],
  all: readonly Edition[],
  concepts: Concepts,
): void {
  const editions = all.filter(({ complete }) => complete);
  const pairs = editions.reduce((total, edition) => total + restating(edition).size, 0);
  console.log(`alignment: ${pairs} verbatim and reworded pairs of ${editions.length} pairs of documents,`);
  console.log("leaving out one document at a time; ms: all pairs of documents, once\n");
  const heads = ["precision", "recall", "F1", ...documents.map(({ meta }) => meta.id.slice(0, 8)), "ms"];
  console.log(`${"".padEnd(40)}${heads.map((head) => head.padStart(9)).join("")}`);

  const touches = ({ from, to }: Edition, id: string): boolean => from === id || to === id;
  const folds = documents.map(({ meta }) => ({
    test: editions.filter((edition) => touches(edition, meta.id)),
    training: editions.filter((edition) => !touches(edition, meta.id)),
  }));
  const began = performance.now();
  const prepared = prepare(documents, concepts);
  const named = new Map(prepared.map((document) => [document.id, document]));
  const learned = folds.map(({ test, training }) => {
    const weights = train(prepared, training);
    return { test, weights, kin: new Kin(prepared, training, () => weights.first) };
  });
  const ours = ([false, true] as const).map((threaded) =>
    learned.map(({ test, weights, kin }) =>
      sum(test.map((edition) => outcome(proposed(edition, named, weights, threaded ? kin : null), edition))),
    ),
  );
  const trained = performance.now();
  const [alone = [], withKin = []] = ours;
  console.log(line("ours, of the two documents alone", alone, trained - began));
  console.log(line("ours, with what is read of the others", withKin, trained - began));

  const theirs = BASELINES.map(({ name, rank }) => {
    const start = performance.now();
    const ranked = editions.map((edition) => {
      const [a, b] = [named.get(edition.from), named.get(edition.to)];
      return { edition, ranked: a && b ? rank(a, b) : [] };
    });
    const parts = folds.map(({ test, training }) => {
      const least = bestLeast(ranked.filter(({ edition }) => training.includes(edition)));
      return sum(
        ranked
          .filter(({ edition }) => test.includes(edition))
          .map(({ edition, ranked }) =>
            outcome(
              ranked.filter(({ likeness }) => likeness >= least).map(({ key }) => key),
              edition,
            ),
          ),
      );
    });
    console.log(line(name, parts, performance.now() - start));
    return { name, value: f1(sum(parts)) };
  });
  console.log("");
  for (const { name, value } of theirs)
    console.log(`ours is ${(f1(sum(withKin)) / value).toFixed(2)} times the F1 of ${name}`);
}
