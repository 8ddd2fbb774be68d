import { dutchFeatures } from "../src/grounding/dutch-features.ts";
import type { Pair } from "./bridge-pairs.ts";

const ridge = 0.3;
const iterations = 25;

/**
 * Ridge regression from hashed Dutch features to English embeddings, by conjugate gradients for all dimensions at once.
 * @returns rows of 8 bit with a scale each
 */
export function trainProjection(
  pairs: readonly Pair[],
  targets: readonly Float32Array[],
  dimension: number,
  buckets: number,
): { matrix: Int8Array; scales: Float32Array } {
  const rows = pairs.map((pair) => {
    const features = dutchFeatures(pair.nl, buckets);
    return { at: Uint32Array.from(features.keys()), value: Float32Array.from(features.values()), weight: pair.weight };
  });
  const size = buckets * dimension;
  const solution = new Float32Array(size);
  const residual = new Float32Array(size);
  rows.forEach((row, i) => scatter(residual, row, targets[i] ?? new Float32Array(dimension), dimension));
  let direction = Float32Array.from(residual);
  let energy = columnEnergy(residual, dimension);
  const image = new Float32Array(size);
  const predicted = new Float32Array(dimension);
  for (let iteration = 0; iteration < iterations; iteration++) {
    for (let i = 0; i < size; i++) image[i] = ridge * (direction[i] ?? 0);
    for (const row of rows) {
      predicted.fill(0);
      row.at.forEach((bucket, f) => {
        const value = row.value[f] ?? 0;
        const start = bucket * dimension;
        for (let d = 0; d < dimension; d++) predicted[d] = (predicted[d] ?? 0) + value * (direction[start + d] ?? 0);
      });
      scatter(image, row, predicted, dimension);
    }
    const curvature = columnProduct(direction, image, dimension);
    const step = energy.map((value, d) => value / Math.max(curvature[d] ?? 0, 1e-12));
    for (let i = 0; i < size; i++) {
      const by = step[i % dimension] ?? 0;
      solution[i] = (solution[i] ?? 0) + by * (direction[i] ?? 0);
      residual[i] = (residual[i] ?? 0) - by * (image[i] ?? 0);
    }
    const next = columnEnergy(residual, dimension);
    for (let i = 0; i < size; i++) {
      const d = i % dimension;
      direction[i] = (residual[i] ?? 0) + ((next[d] ?? 0) / Math.max(energy[d] ?? 0, 1e-12)) * (direction[i] ?? 0);
    }
    energy = next;
    console.error(`projection: round ${iteration + 1}/${iterations}, residual ${energy.reduce((a, b) => a + b, 0).toExponential(2)}`);
  }
  return quantise(solution, dimension, buckets);
}

interface SparseRow {
  readonly at: Uint32Array;
  readonly value: Float32Array;
  readonly weight: number;
}

function scatter(into: Float32Array, row: SparseRow, vector: Float32Array, dimension: number): void {
  row.at.forEach((bucket, f) => {
    const value = row.weight * (row.value[f] ?? 0);
    const start = bucket * dimension;
    for (let d = 0; d < dimension; d++) into[start + d] = (into[start + d] ?? 0) + value * (vector[d] ?? 0);
  });
}

const columnEnergy = (a: Float32Array, dimension: number) => columnProduct(a, a, dimension);

function columnProduct(a: Float32Array, b: Float32Array, dimension: number): Float64Array {
  const sums = new Float64Array(dimension);
  for (let i = 0; i < a.length; i++) sums[i % dimension] = (sums[i % dimension] ?? 0) + (a[i] ?? 0) * (b[i] ?? 0);
  return sums;
}

function quantise(solution: Float32Array, dimension: number, buckets: number) {
  const matrix = new Int8Array(buckets * dimension);
  const scales = new Float32Array(buckets);
  for (let bucket = 0; bucket < buckets; bucket++) {
    const row = solution.subarray(bucket * dimension, (bucket + 1) * dimension);
    const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    scales[bucket] = largest / 127;
    row.forEach((value, d) => {
      matrix[bucket * dimension + d] = largest > 0 ? Math.round((127 * value) / largest) : 0;
    });
  }
  return { matrix, scales };
}
