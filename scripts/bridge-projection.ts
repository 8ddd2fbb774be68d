import { packedRow, type ProjectionWeights } from "../src/grounding/dutch-projection.ts";
import { dutchFeatures } from "../src/grounding/dutch-features.ts";
import type { Pair } from "./bridge-pairs.ts";

const ridge = 0.3;
const iterations = 25;
/** What fewer pairs have says little, and would make the file half as large again. */
const leastPairs = 5;

export type Projection = Pick<ProjectionWeights, "features" | "scales" | "matrix">;

/** Ridge regression from Dutch features to English embeddings, by conjugate gradients for all dimensions at once. @param targets one for each pair */
export function trainProjection(pairs: readonly Pair[], targets: readonly Float32Array[], dimension: number): Projection {
  const texts = pairs.map(({ nl }) => dutchFeatures(nl));
  const features = frequentFeatures(texts);
  const placeOf = new Map([...features].map((hash, at) => [hash, at]));
  const rows = pairs.map(({ weight }, i) => sparseRow(texts[i] ?? new Map(), placeOf, weight));
  const size = features.length * dimension;
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
      row.at.forEach((place, f) => {
        const value = row.value[f] ?? 0;
        const start = place * dimension;
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
  return { features, ...quantise(solution, dimension, features.length) };
}

function frequentFeatures(texts: readonly ReadonlyMap<number, number>[]): Uint32Array {
  const counts = new Map<number, number>();
  for (const text of texts) for (const hash of text.keys()) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return Uint32Array.from([...counts].flatMap(([hash, count]) => (count >= leastPairs ? [hash] : []))).sort();
}

/** The weights' squares sum to 1. */
function sparseRow(text: ReadonlyMap<number, number>, placeOf: ReadonlyMap<number, number>, weight: number): SparseRow {
  const known = [...text].flatMap(([hash, value]) => (placeOf.has(hash) ? [{ at: placeOf.get(hash) ?? 0, value }] : []));
  const length = Math.hypot(...known.map(({ value }) => value));
  return { at: Uint32Array.from(known, ({ at }) => at), value: Float32Array.from(known, ({ value }) => value / length), weight };
}

interface SparseRow {
  readonly at: Uint32Array;
  readonly value: Float32Array;
  readonly weight: number;
}

function scatter(into: Float32Array, row: SparseRow, vector: Float32Array, dimension: number): void {
  row.at.forEach((place, f) => {
    const value = row.weight * (row.value[f] ?? 0);
    const start = place * dimension;
    for (let d = 0; d < dimension; d++) into[start + d] = (into[start + d] ?? 0) + value * (vector[d] ?? 0);
  });
}

const columnEnergy = (a: Float32Array, dimension: number) => columnProduct(a, a, dimension);

function columnProduct(a: Float32Array, b: Float32Array, dimension: number): Float64Array {
  const sums = new Float64Array(dimension);
  for (let i = 0; i < a.length; i++) sums[i % dimension] = (sums[i % dimension] ?? 0) + (a[i] ?? 0) * (b[i] ?? 0);
  return sums;
}

function quantise(solution: Float32Array, dimension: number, rows: number): Pick<Projection, "matrix" | "scales"> {
  const matrix = new Uint8Array((rows * dimension) / 2);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const { packed, scale } = packedRow(solution.subarray(row * dimension, (row + 1) * dimension));
    matrix.set(packed, (row * dimension) / 2);
    scales[row] = scale;
  }
  return { matrix, scales };
}
