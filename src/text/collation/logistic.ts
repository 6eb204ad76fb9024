/**
 * Logistic regression with a penalty on the squared weights, by Newton's method (iteratively reweighted least squares;
 * Hastie, Tibshirani and Friedman, “The Elements of Statistical Learning”, 4.4.1).
 */

/** An observation: dense values, and the columns behind them that are 1 where all others are 0. */
export interface Row {
  readonly dense: Float64Array;
  readonly ones: readonly number[];
  readonly target: 0 | 1;
}

export interface Columns {
  readonly dense: number;
  readonly sparse: number;
  /** Of each sort of column. The intercept bears none. */
  readonly penalties: { readonly dense: number; readonly sparse: number };
}

const STEPS = 25;
const ENOUGH = 1e-6;

/** @returns the weights of the dense columns, of the sparse ones, and the intercept */
export function logistic(rows: readonly Row[], columns: Columns): Float64Array {
  const weights = new Float64Array(columns.dense + columns.sparse + 1);
  for (let step = 0; step < STEPS; step++) {
    const change = newtonStep(rows, columns, weights);
    change.forEach((delta, k) => {
      weights[k] = (weights[k] as number) - delta;
    });
    if (change.every((delta) => Math.abs(delta) < ENOUGH)) break;
  }
  return weights;
}

function newtonStep(rows: readonly Row[], columns: Columns, weights: Float64Array): Float64Array {
  const last = weights.length - 1;
  const gradient = new Float64Array(weights.length);
  const hessian = Array.from({ length: weights.length }, () => new Float64Array(weights.length));
  for (const { dense, ones, target } of rows) {
    // The columns that are not 0, ascending, and their values.
    const places = [...dense.keys(), ...ones.map((one) => columns.dense + one).sort((x, y) => x - y), last];
    const values = [...dense, ...ones.map(() => 1), 1];
    const odds = places.reduce((sum, place, k) => sum + (weights[place] as number) * (values[k] as number), 0);
    const p = 1 / (1 + Math.exp(-odds));
    const [error, curvature] = [p - target, p * (1 - p)];
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as number;
      const value = values[i] as number;
      gradient[place] = (gradient[place] as number) + error * value;
      const line = hessian[place] as Float64Array;
      const scale = curvature * value;
      for (let j = 0; j <= i; j++) {
        const other = places[j] as number;
        line[other] = (line[other] as number) + scale * (values[j] as number);
      }
    }
  }
  for (let k = 0; k < last; k++) {
    const penalty = k < columns.dense ? columns.penalties.dense : columns.penalties.sparse;
    gradient[k] = (gradient[k] as number) + penalty * (weights[k] as number);
    const line = hessian[k] as Float64Array;
    line[k] = (line[k] as number) + penalty;
  }
  return solve(hessian, gradient);
}

/** Solves a symmetric positive definite system of which the lower half is given, in place (Cholesky). */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  const at = (i: number, j: number): number => (matrix[i] as Float64Array)[j] as number;
  for (let i = 0; i < n; i++) {
    const row = matrix[i] as Float64Array;
    for (let j = 0; j <= i; j++) {
      let sum = row[j] as number;
      for (let k = 0; k < j; k++) sum -= (row[k] as number) * at(j, k);
      row[j] = i === j ? Math.sqrt(sum) : sum / at(j, j);
    }
  }
  const x = right.slice();
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] as number) - at(i, k) * (x[k] as number);
    x[i] = (x[i] as number) / at(i, i);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] = (x[i] as number) - at(k, i) * (x[k] as number);
    x[i] = (x[i] as number) / at(i, i);
  }
  return x;
}
