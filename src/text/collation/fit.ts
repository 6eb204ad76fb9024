import type { Additive, Curve } from "./additive.ts";
import { FEATURES, type Feature, type Measured } from "./features.ts";

/** A measured pair and whether it belongs together. */
export interface Example {
  readonly measured: Measured;
  readonly positive: boolean;
}

/** Knots stand where these shares of the positive examples lie below. */
const QUANTILES = [0.15, 0.5, 0.8];

/** Weight of the penalty on standardised slopes: chosen by leaving documents out, `npm run bench`. */
const PENALTY = 330;

const STEPS = 25;
const ENOUGH = 1e-6;

interface Columns {
  readonly rows: readonly Float64Array[];
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

const width = FEATURES.length * (1 + QUANTILES.length);

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function knotsOf(examples: readonly Example[]): number[][] {
  const positives = examples.filter(({ positive }) => positive);
  return FEATURES.map((_, f) => {
    const sorted = positives.map(({ measured }) => measured[f] as number).sort((x, y) => x - y);
    return QUANTILES.map((share) => Number(quantile(sorted, share).toPrecision(4)));
  });
}

/** Each feature's value and what of it lies beyond each knot. */
function bend(measured: Measured, knots: readonly (readonly number[])[]): Float64Array {
  const row: number[] = [];
  measured.forEach((value, f) => {
    row.push(value, ...(knots[f] ?? []).map((knot) => Math.max(0, value - knot)));
  });
  return Float64Array.from(row);
}

function standardise(rows: readonly Float64Array[]): Columns {
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

/** Solves a symmetric positive definite system in place (Cholesky). */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  for (let i = 0; i < n; i++) {
    const row = matrix[i] as Float64Array;
    for (let j = 0; j <= i; j++) {
      const other = matrix[j] as Float64Array;
      let sum = row[j] as number;
      for (let k = 0; k < j; k++) sum -= (row[k] as number) * (other[k] as number);
      row[j] = i === j ? Math.sqrt(sum) : sum / (other[j] as number);
    }
  }
  const x = right.slice();
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] as number) - ((matrix[i] as Float64Array)[k] as number) * (x[k] as number);
    x[i] = (x[i] as number) / ((matrix[i] as Float64Array)[i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++)
      x[i] = (x[i] as number) - ((matrix[k] as Float64Array)[i] as number) * (x[k] as number);
    x[i] = (x[i] as number) / ((matrix[i] as Float64Array)[i] as number);
  }
  return x;
}

/** One Newton step of penalised logistic regression; the last weight is the intercept, which bears no penalty. */
function newtonStep(rows: readonly Float64Array[], targets: Uint8Array, weights: Float64Array): Float64Array {
  const n = width + 1;
  const gradient = new Float64Array(n);
  const hessian = Array.from({ length: n }, () => new Float64Array(n));
  rows.forEach((row, r) => {
    let odds = weights[width] as number;
    for (let k = 0; k < width; k++) odds += (weights[k] as number) * (row[k] as number);
    const p = 1 / (1 + Math.exp(-odds));
    const [error, curvature] = [p - (targets[r] as number), p * (1 - p)];
    for (let i = 0; i < n; i++) {
      const x = i === width ? 1 : (row[i] as number);
      gradient[i] = (gradient[i] as number) + error * x;
      const line = hessian[i] as Float64Array;
      const scale = curvature * x;
      for (let j = 0; j < i; j++) line[j] = (line[j] as number) + scale * (row[j] as number);
      line[i] = (line[i] as number) + scale * x;
    }
  });
  for (let i = 0; i < width; i++) {
    gradient[i] = (gradient[i] as number) + PENALTY * (weights[i] as number);
    const line = hessian[i] as Float64Array;
    line[i] = (line[i] as number) + PENALTY;
  }
  return solve(hessian, gradient);
}

/** Fits the model by Newton's method. The result does not depend on the order of the examples but for rounding. */
export function fit(examples: readonly Example[]): Additive {
  const knots = knotsOf(examples);
  const { rows, means, deviations } = standardise(examples.map(({ measured }) => bend(measured, knots)));
  const targets = Uint8Array.from(examples, ({ positive }) => (positive ? 1 : 0));
  const weights = new Float64Array(width + 1);
  for (let step = 0; step < STEPS; step++) {
    const change = newtonStep(rows, targets, weights);
    change.forEach((delta, k) => {
      weights[k] = (weights[k] as number) - delta;
    });
    if (change.every((delta) => Math.abs(delta) < ENOUGH)) break;
  }
  return inOriginalUnits(weights, means, deviations, knots);
}

function inOriginalUnits(
  weights: Float64Array,
  means: Float64Array,
  deviations: Float64Array,
  knots: readonly (readonly number[])[],
): Additive {
  const slopes = Array.from(deviations, (deviation, k) => Number(((weights[k] as number) / deviation).toPrecision(6)));
  const step = 1 + QUANTILES.length;
  const curves = FEATURES.map((feature, f): [Feature, Curve] => {
    const own = slopes.slice(f * step, (f + 1) * step);
    const usual = own.reduce((sum, slope, k) => sum + slope * (means[f * step + k] as number), 0);
    const [slope = 0, ...bends] = own;
    return [feature, { usual: Number(usual.toPrecision(6)), slope, knots: knots[f] ?? [], bends }];
  });
  const intercept = Number((weights[width] as number).toPrecision(6));
  return { intercept, curves: Object.fromEntries(curves) as Record<Feature, Curve> };
}
