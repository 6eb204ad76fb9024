import { FEATURES, type Feature, type Measured } from "./features.ts";

/**
 * An additive logistic model: every feature has a curve of its own, straight between a few knots, and the curves are
 * added up. It is as plain as a logistic regression, so that a proposal can say why it was made, and does not suppose
 * that twice the likeness is twice the evidence.
 */

/** `value * slope + Σ max(0, value - knot) * bend - usual`, which is 0 on average over all candidates. */
export interface Curve {
  readonly usual: number;
  readonly slope: number;
  readonly knots: readonly number[];
  readonly bends: readonly number[];
}

export interface Additive {
  readonly intercept: number;
  readonly curves: Readonly<Record<Feature, Curve>>;
  /** What it adds that both speak of a concept, by its name: 一致性评价 tells more than 市场. */
  readonly concepts: Readonly<Record<string, number>>;
  /** What it adds that only one of them does. */
  readonly apart: Readonly<Record<string, number>>;
}

function curveAt({ usual, slope, knots, bends }: Curve, value: number): number {
  let sum = value * slope - usual;
  for (let i = 0; i < knots.length; i++) {
    const beyond = value - (knots[i] as number);
    if (beyond > 0) sum += beyond * (bends[i] as number);
  }
  return sum;
}

const inOrder = new WeakMap<Additive, readonly Curve[]>();

/** The curves in the order of the features: a model is asked far more often than it is read. */
function curvesOf(model: Additive): readonly Curve[] {
  const known = inOrder.get(model);
  if (known) return known;
  const curves = FEATURES.map((feature) => model.curves[feature]);
  inOrder.set(model, curves);
  return curves;
}

/** What each feature adds to the log-odds, above or below a usual candidate. */
export function contributions(model: Additive, { values }: Measured): number[] {
  return curvesOf(model).map((curve, i) => curveAt(curve, values[i] as number));
}

/** 0–1. */
export function probability(model: Additive, measured: Measured): number {
  const curves = curvesOf(model);
  let odds = model.intercept;
  for (let i = 0; i < curves.length; i++) odds += curveAt(curves[i] as Curve, measured.values[i] as number);
  for (const concept of measured.concepts) odds += model.concepts[concept] ?? 0;
  for (const concept of measured.apart) odds += model.apart[concept] ?? 0;
  return 1 / (1 + Math.exp(-odds));
}
