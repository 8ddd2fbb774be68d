import * as ort from "onnxruntime-node";
import { oneStepModel } from "./one-step-model.ts";
import { largestOf, type QuantizedRows, rowOf } from "./quantized-rows.ts";
import { keepRuntimeQuiet } from "./quiet-runtime.ts";

/** Roughly the product of a query with every row: what is far from it is ruled out in a fraction of the time that exact products take. */
export interface CoarseProduct {
  multiply(query: Float32Array): Promise<Rough>;
}

export interface Rough {
  /** One for each row. */
  readonly products: Float32Array;
  /** By which a product is off at most: six deviations of what rounding does, which up to twelve dimensions is never more. */
  readonly error: number;
}

/** Rounding is off by up to half a step, evenly: so much of a step is its deviation. */
const deviation = 1 / Math.sqrt(12);
const deviations = 6;

/**
 * Numbers of a query go from 0 to twice this, with this for zero: so few that no processor's 8-bit multiplication overflows
 * on its way (two products in 16 bits, on those without instructions for it).
 */
const queryZero = 63;
const largestValue = 127;
/** Turned in pieces that fit the processor's cache. */
const rowsAtOnce = 64;

/**
 * Reads a quarter of what floats would take. What all rows have in common, their mean, is taken out of rows and queries
 * before they are rounded, for it is much of them: q·r = (q − m)·(r − m) + m·(r − m) + q·m.
 */
export async function createCoarseProduct(vectors: QuantizedRows): Promise<CoarseProduct> {
  const { dimension, scales } = vectors;
  const rows = scales.length;
  if (rows === 0) return { multiply: async () => ({ products: new Float32Array(), error: 0 }) };
  keepRuntimeQuiet();
  const session = await ort.InferenceSession.create(productModel(dimension), { graphOptimizationLevel: "disabled", intraOpNumThreads: 1 });
  const mean = meanOf(vectors);
  const { columns, steps, sums, common, longest } = roundedColumns(vectors, mean);
  const largestStep = largestOf(steps);
  const M = new ort.Tensor("int8", columns, [dimension, rows]);
  return {
    multiply: async (query) => {
      const apart = query.map((value, d) => value - (mean[d] ?? 0));
      const step = largestOf(apart) / queryZero;
      const perStep = step > 0 ? 1 / step : 0;
      const Q = new ort.Tensor(
        "uint8",
        Uint8Array.from(apart, (value) => queryZero + Math.round(value * perStep)),
        [1, dimension],
      );
      const answer = (await session.run({ Q, M }))["S"];
      if (!(answer?.data instanceof Int32Array)) throw new Error("the coarse product gave no numbers");
      const { data } = answer;
      const ofMean = query.reduce((sum, value, d) => sum + value * (mean[d] ?? 0), 0);
      const products = new Float32Array(rows);
      for (let row = 0; row < rows; row++)
        products[row] = step * (steps[row] ?? 0) * ((data[row] ?? 0) - queryZero * (sums[row] ?? 0)) + (common[row] ?? 0) + ofMean;
      const error = deviations * deviation * Math.hypot(step * longest, largestStep * lengthOf(apart));
      return { products, error };
    },
  };
}

/** Of so many rows that lie evenly among all: any other vector would do, only less well. */
const rowsInMean = 4_096;

function meanOf(vectors: QuantizedRows): Float32Array {
  const { dimension, scales } = vectors;
  const stride = Math.ceil(scales.length / rowsInMean);
  const mean = new Float32Array(dimension);
  const share = stride / scales.length;
  for (let row = 0; row < scales.length; row += stride) {
    const values = rowOf(vectors, row);
    for (let d = 0; d < dimension; d++) mean[d] = (mean[d] ?? 0) + share * (values[d] ?? 0);
  }
  return mean;
}

interface RoundedColumns {
  /** Dimension × rows, so that the runtime multiplies a single query without copying them first. */
  readonly columns: Int8Array;
  /** By row: what one step of its values means, and the sum of the values. */
  readonly steps: Float32Array;
  readonly sums: Int32Array;
  /** By row: m·(r − m). */
  readonly common: Float32Array;
  /** Length of the longest row without the mean. */
  readonly longest: number;
}

function roundedColumns(vectors: QuantizedRows, mean: Float32Array): RoundedColumns {
  const { dimension, scales } = vectors;
  const rows = scales.length;
  const out = { columns: new Int8Array(rows * dimension), steps: new Float32Array(rows), sums: new Int32Array(rows), common: new Float32Array(rows) };
  const [apart, some] = [new Float32Array(dimension), new Int8Array(rowsAtOnce * dimension)];
  let longest = 0;
  for (let from = 0; from < rows; from += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, rows - from);
    for (let at = 0; at < count; at++) {
      out.common[from + at] = takeOut(mean, vectors, from + at, apart);
      longest = Math.max(longest, lengthOf(apart));
      out.steps[from + at] = largestOf(apart) / largestValue;
      out.sums[from + at] = round(apart, out.steps[from + at] ?? 0, some, at * dimension);
    }
    for (let d = 0; d < dimension; d++) for (let at = 0; at < count; at++) out.columns[d * rows + from + at] = some[at * dimension + d] ?? 0;
  }
  return { ...out, longest };
}

/** Puts a row without the mean into `apart`. @returns the product of the two */
function takeOut(mean: Float32Array, { dimension, matrix, scales }: QuantizedRows, row: number, apart: Float32Array): number {
  const scale = scales[row] ?? 0;
  let product = 0;
  for (let d = 0; d < dimension; d++) {
    const common = mean[d] ?? 0;
    const value = scale * (matrix[row * dimension + d] ?? 0) - common;
    apart[d] = value;
    product += value * common;
  }
  return product;
}

/** Puts values into `rounded`, from a place on. @returns their sum */
function round(values: Float32Array, step: number, rounded: Int8Array, from: number): number {
  const perStep = step > 0 ? 1 / step : 0;
  let sum = 0;
  for (let d = 0; d < values.length; d++) {
    const value = Math.round((values[d] ?? 0) * perStep);
    rounded[from + d] = value;
    sum += value;
  }
  return sum;
}

function lengthOf(values: Float32Array): number {
  let squares = 0;
  for (let d = 0; d < values.length; d++) squares += (values[d] ?? 0) ** 2;
  return Math.sqrt(squares);
}

/** S = Q × M, in whole numbers. */
function productModel(dimension: number): Uint8Array {
  return oneStepModel({
    operator: "MatMulInteger",
    inputs: [
      { name: "Q", type: "uint8", shape: [1, dimension] },
      { name: "M", type: "int8", shape: [dimension, "n"] },
    ],
    output: { name: "S", type: "int32", shape: [1, "n"] },
  });
}
