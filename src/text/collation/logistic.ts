/**
 * Logistic regression with a penalty on the squared weights, by Newton's method (iteratively reweighted least squares;
 * Hastie, Tibshirani and Friedman, “The Elements of Statistical Learning”, 4.4.1).
 */

/** An observation: dense values, and the columns behind them, ascending, that are 1 where all others are 0. */
export interface Row {
  readonly dense: Float64Array;
  readonly ones: readonly number[];
  /** 0–1. */
  readonly target: number;
}

export interface Columns {
  readonly dense: number;
  readonly sparse: number;
  /** Of each sort of column. The intercept bears none. */
  readonly penalties: { readonly dense: number; readonly sparse: number };
}

const STEPS = 25;
/** Newton's method squares the error with each step: after one of this size none is left that would be seen. */
const ENOUGH = 1e-4;

/**
 * @param start weights to begin with, those of nearly the same rows
 * @returns the weights of the dense columns, of the sparse ones, and the intercept
 */
export function logistic(rows: readonly Row[], columns: Columns, start?: Float64Array): Float64Array {
  const weights = start?.slice() ?? new Float64Array(columns.dense + columns.sparse + 1);
  for (let step = 0; step < STEPS; step++) {
    const change = newtonStep(rows, columns, weights);
    change.forEach((delta, k) => {
      weights[k] = (weights[k] as number) - delta;
    });
    if (change.every((delta) => Math.abs(delta) < ENOUGH)) break;
  }
  return weights;
}

function oddsOf({ dense, ones }: Row, columns: Columns, weights: Float64Array): number {
  let odds = weights.at(-1) as number;
  for (let k = 0; k < dense.length; k++) odds += (weights[k] as number) * (dense[k] as number);
  for (const one of ones) odds += weights[columns.dense + one] as number;
  return odds;
}

/** `line += scale * values` */
function addTo(line: Float64Array, values: Float64Array, scale: number, end: number): void {
  for (let j = 0; j < end; j++) line[j] = (line[j] as number) + scale * (values[j] as number);
}

/** Adds `scale` times the outer product of a row, the intercept its last column, to the lower half of a matrix. */
function addProduct(matrix: readonly Float64Array[], { dense, ones }: Row, scale: number): void {
  const width = dense.length;
  for (let i = 0; i < width; i++) addTo(matrix[i] as Float64Array, dense, scale * (dense[i] as number), i + 1);
  const last = matrix.length - 1;
  const below = [...ones.map((one) => width + one), last];
  below.forEach((place, i) => {
    const line = matrix[place] as Float64Array;
    addTo(line, dense, scale, width);
    for (let j = 0; j <= i; j++) line[below[j] as number] = (line[below[j] as number] as number) + scale;
  });
}

function newtonStep(rows: readonly Row[], columns: Columns, weights: Float64Array): Float64Array {
  const last = weights.length - 1;
  const gradient = new Float64Array(weights.length);
  const hessian = Array.from({ length: weights.length }, () => new Float64Array(weights.length));
  for (const row of rows) {
    const p = 1 / (1 + Math.exp(-oddsOf(row, columns, weights)));
    const error = p - row.target;
    addTo(gradient, row.dense, error, columns.dense);
    for (const place of [...row.ones.map((one) => columns.dense + one), last])
      gradient[place] = (gradient[place] as number) + error;
    addProduct(hessian, row, p * (1 - p));
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
