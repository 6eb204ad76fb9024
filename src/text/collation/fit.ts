import type { Additive, Curve } from "./additive.ts";
import { FEATURES, type Feature, type Measured } from "./features.ts";
import { type Columns, logistic, type Row } from "./logistic.ts";

/** A measured pair and how far it belongs together. */
export interface Example {
  readonly measured: Measured;
  /** 0–1. Only an example with 1 is a positive one. */
  readonly target: number;
}

/** Knots stand where these shares of the positive examples lie below. */
const QUANTILES = [0.15, 0.5, 0.8];

/** On standardised slopes and on what a concept adds: chosen by leaving documents out, `npm run bench`. */
const PENALTIES = { dense: 330, sparse: 37 };

const width = FEATURES.length * (1 + QUANTILES.length);

const rounded = (value: number): number => Number(value.toPrecision(6));

function knotsOf(examples: readonly Example[]): number[][] {
  const positives = examples.filter(({ target }) => target === 1);
  return FEATURES.map((_, f) => {
    const sorted = positives.map(({ measured }) => measured.values[f] as number).sort((x, y) => x - y);
    const quantile = (share: number): number =>
      sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
    return QUANTILES.map((share) => Number(quantile(share).toPrecision(4)));
  });
}

/** Each feature's value and what of it lies beyond each knot. */
function bend({ values }: Measured, knots: readonly (readonly number[])[]): Float64Array {
  const row: number[] = [];
  values.forEach((value, f) => {
    row.push(value, ...(knots[f] ?? []).map((knot) => Math.max(0, value - knot)));
  });
  return Float64Array.from(row);
}

interface Standard {
  readonly rows: readonly Float64Array[];
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/** Columns with mean 0 and deviation 1; one that never varies is left at 0. */
function standardise(rows: readonly Float64Array[]): Standard {
  const [means, squares] = [new Float64Array(width), new Float64Array(width)];
  for (const row of rows)
    for (let k = 0; k < width; k++) {
      const value = row[k] as number;
      means[k] = (means[k] as number) + value / rows.length;
      squares[k] = (squares[k] as number) + (value * value) / rows.length;
    }
  const deviations = squares.map((square, k) => Math.sqrt(Math.max(square - (means[k] as number) ** 2, 1e-12)));
  const scaled = rows.map((row) => row.map((value, k) => (value - (means[k] as number)) / (deviations[k] as number)));
  return { rows: scaled, means, deviations };
}

/** The examples as rows of a regression, and what is needed to read its weights. */
interface Design {
  readonly rows: readonly Row[];
  readonly columns: Columns;
  readonly knots: readonly (readonly number[])[];
  readonly standard: Standard;
  /** Of the sparse columns: a concept's name, behind ≠ if only one of the two speaks of it. */
  readonly names: readonly string[];
}

const APART = "≠";

const namesOf = ({ concepts, apart }: Measured): string[] => [...concepts, ...apart.map((name) => APART + name)];

function designOf(examples: readonly Example[]): Design {
  const knots = knotsOf(examples);
  const standard = standardise(examples.map(({ measured }) => bend(measured, knots)));
  const names = [...new Set(examples.flatMap(({ measured }) => namesOf(measured)))].sort();
  const column = new Map(names.map((name, i) => [name, i]));
  const rows = examples.map(({ measured, target }, i) => ({
    dense: standard.rows[i] as Float64Array,
    ones: namesOf(measured)
      .map((name) => column.get(name) ?? 0)
      .sort((x, y) => x - y),
    target,
  }));
  return { rows, columns: { dense: width, sparse: names.length, penalties: PENALTIES }, knots, standard, names };
}

function modelOf(weights: Float64Array, { knots, standard, names }: Design): Additive {
  const added = names.map((name, i) => [name, rounded(weights[width + i] as number)] as const);
  const one = added.filter(([name]) => name.startsWith(APART));
  return {
    intercept: rounded(weights.at(-1) ?? 0),
    curves: curvesOf(weights, standard.means, standard.deviations, knots),
    concepts: Object.fromEntries(added.filter(([name]) => !name.startsWith(APART))),
    apart: Object.fromEntries(one.map(([name, weight]) => [name.slice(APART.length), weight])),
  };
}

/** Fits the model. The result does not depend on the order of the examples but for rounding. */
export function fit(examples: readonly Example[]): Additive {
  const design = designOf(examples);
  return modelOf(logistic(design.rows, design.columns), design);
}

export interface Fitted {
  readonly model: Additive;
  /** For each group a model that has not seen it. */
  readonly unseen: readonly Additive[];
}

/** Fits the model to all groups, and again without each of them. Only the scale of the columns is that of all. */
export function fitInTurn(groups: readonly (readonly Example[])[]): Fitted {
  const design = designOf(groups.flat());
  const weights = logistic(design.rows, design.columns);
  const model = modelOf(weights, design);
  if (groups.length < 2) return { model, unseen: groups.map(() => model) };
  let end = 0;
  const unseen = groups.map(({ length }) => {
    const start = end;
    end += length;
    const rest = design.rows.filter((_, i) => i < start || i >= start + length);
    return modelOf(logistic(rest, design.columns, weights), design);
  });
  return { model, unseen };
}

function curvesOf(
  weights: Float64Array,
  means: Float64Array,
  deviations: Float64Array,
  knots: readonly (readonly number[])[],
): Record<Feature, Curve> {
  const slopes = Array.from(deviations, (deviation, k) => rounded((weights[k] as number) / deviation));
  const step = 1 + QUANTILES.length;
  const curves = FEATURES.map((feature, f): [Feature, Curve] => {
    const own = slopes.slice(f * step, (f + 1) * step);
    const usual = own.reduce((sum, slope, k) => sum + slope * (means[f * step + k] as number), 0);
    const [slope = 0, ...bends] = own;
    return [feature, { usual: rounded(usual), slope, knots: knots[f] ?? [], bends }];
  });
  return Object.fromEntries(curves) as Record<Feature, Curve>;
}
