/** One thing that was judged: what is known of it, and whether it was accepted (0 to 1). */
export interface JudgedFeatures {
  readonly features: readonly number[];
  readonly accepted: number;
}

/** Weights of a logistic curve, the bias first. */
export type LogisticWeights = readonly number[];

export function chanceOf(weights: LogisticWeights, features: readonly number[]): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, feature, at) => sum + (weights[at + 1] ?? 0) * feature, weights[0] ?? 0)));
}

/**
 * Logistic regression by Newton's steps.
 * @param ridge pulls the weights, but not the bias, to zero; in examples
 */
export function fitLogistic(all: readonly JudgedFeatures[], ridge: number): LogisticWeights {
  const size = (all[0]?.features.length ?? 0) + 1;
  let weights: number[] = Array.from({ length: size }, () => 0);
  for (let step = 0; step < 50; step++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : -ridge * weight));
    const curve = weights.map((_, row) => weights.map((__, column) => (row === column && row > 0 ? ridge : 0)));
    for (const { features, accepted } of all) {
      const chance = chanceOf(weights, features);
      const inputs = [1, ...features];
      for (const [row, input] of inputs.entries()) {
        slope[row] = (slope[row] ?? 0) + (accepted - chance) * input;
        for (const [column, other] of inputs.entries()) {
          const line = curve[row] ?? [];
          line[column] = (line[column] ?? 0) + chance * (1 - chance) * input * other;
        }
      }
    }
    const change = solved(curve, slope);
    weights = weights.map((weight, at) => weight + (change[at] ?? 0));
    if (change.every((one) => Math.abs(one) < 1e-9)) break;
  }
  return weights;
}

/** Gauss's elimination. @param matrix symmetric and positive; it is used up */
function solved(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (const [at, pivot] of rows.entries()) {
    const lead = pivot[at] ?? 1;
    for (const [other, row] of rows.entries()) {
      if (other === at) continue;
      const share = (row[at] ?? 0) / lead;
      for (let column = at; column <= right.length; column++) row[column] = (row[column] ?? 0) - share * (pivot[column] ?? 0);
    }
  }
  return rows.map((row, at) => (row[right.length] ?? 0) / (row[at] ?? 1));
}
