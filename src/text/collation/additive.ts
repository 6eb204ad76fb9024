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
}

function curveAt({ usual, slope, knots, bends }: Curve, value: number): number {
  let sum = value * slope - usual;
  for (let i = 0; i < knots.length; i++) {
    const beyond = value - (knots[i] as number);
    if (beyond > 0) sum += beyond * (bends[i] as number);
  }
  return sum;
}

/** What each feature adds to the log-odds, above or below a usual candidate. */
export function contributions({ curves }: Additive, { values }: Measured): number[] {
  return FEATURES.map((feature, i) => curveAt(curves[feature], values[i] as number));
}

/** 0–1. */
export function probability({ intercept, curves, concepts }: Additive, measured: Measured): number {
  let odds = intercept;
  for (let i = 0; i < FEATURES.length; i++)
    odds += curveAt(curves[FEATURES[i] as Feature], measured.values[i] as number);
  for (const concept of measured.concepts) odds += concepts[concept] ?? 0;
  return 1 / (1 + Math.exp(-odds));
}
