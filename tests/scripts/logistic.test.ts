import { describe, expect, test } from "vitest";
import { chanceOf, fitLogistic } from "../../scripts/logistic.ts";

const judged = (feature: number, accepted: number, times: number) =>
  Array.from({ length: times }, () => ({ features: [feature, 1 - feature], accepted }));

describe("a logistic curve", () => {
  test("gives each kind the share that was accepted of it", () => {
    const weights = fitLogistic([...judged(1, 1, 9), ...judged(1, 0, 1), ...judged(0, 1, 2), ...judged(0, 0, 8)], 1e-6);
    expect(chanceOf(weights, [1, 0])).toBeCloseTo(0.9, 3);
    expect(chanceOf(weights, [0, 1])).toBeCloseTo(0.2, 3);
  });

  test("is pulled to the mean of all", () => {
    const weights = fitLogistic([...judged(1, 1, 10), ...judged(0, 0, 10)], 1000);
    expect(chanceOf(weights, [1, 0])).toBeGreaterThan(0.5);
    expect(chanceOf(weights, [1, 0])).toBeLessThan(0.52);
  });
});
