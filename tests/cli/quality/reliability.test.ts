import { expect, test } from "vitest";
import { reliabilityOf } from "../../../src/cli/quality/reliability.ts";

const judged = (probability: number, right: number, wrong: number) => [
  ...Array.from({ length: right }, () => ({ probability, accepted: true })),
  ...Array.from({ length: wrong }, () => ({ probability, accepted: false })),
];

test("each bin says how many there were, what was promised, and what came of it", () => {
  const { count, bins } = reliabilityOf([...judged(0.82, 3, 1), ...judged(0.88, 1, 3), ...judged(0.15, 0, 2)]);
  expect(count).toBe(10);
  expect(bins).toHaveLength(10);
  expect(bins[8]).toEqual({ from: 0.8, to: 0.9, count: 8, predicted: expect.closeTo(0.85, 10), accepted: 0.5 });
  expect(bins[1]).toMatchObject({ count: 2, accepted: 0 });
  expect(bins[5]).toEqual({ from: 0.5, to: 0.6, count: 0, predicted: null, accepted: null });
});

test("the calibration error is the distance between promise and outcome, each bin by its count", () => {
  // Four at 0.75 of which three are right: no error. Six at 0.95 of which three are right: 0.45, for six in ten.
  expect(reliabilityOf([...judged(0.75, 3, 1), ...judged(0.95, 3, 3)]).expectedCalibrationError).toBeCloseTo(0.27, 10);
  expect(reliabilityOf(judged(0.5, 2, 2)).expectedCalibrationError).toBe(0);
});

test.for([
  { probability: 0, bin: 0 },
  { probability: 0.1, bin: 1 },
  { probability: 0.0999, bin: 0 },
  { probability: 1, bin: 9 },
])("$probability belongs to bin $bin", ({ probability, bin }) => {
  const { bins } = reliabilityOf(judged(probability, 1, 0));
  expect(bins.map(({ count }) => count)).toEqual(Array.from({ length: 10 }, (_, at) => Number(at === bin)));
});

test("nothing judged is no error of zero", () => {
  expect(reliabilityOf([])).toMatchObject({ count: 0, expectedCalibrationError: null });
});
