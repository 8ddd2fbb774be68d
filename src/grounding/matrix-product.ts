import * as ort from "onnxruntime-node";
import { keepRuntimeQuiet } from "./quiet-runtime.ts";

/** Cosines of some queries with every row of a matrix, computed outside the event loop. */
export interface MatrixProduct {
  /** @param queries each of the matrix's dimension  @returns one product per row for each query, in order */
  multiply(queries: readonly Float32Array[]): Promise<Float32Array[]>;
}

/** @param matrix rows × dimension */
export async function createMatrixProduct(matrix: Float32Array, dimension: number): Promise<MatrixProduct> {
  const rows = matrix.length / dimension;
  if (rows === 0) return { multiply: async (queries) => queries.map(() => new Float32Array()) };
  keepRuntimeQuiet();
  const session = await ort.InferenceSession.create(productModel(dimension), { graphOptimizationLevel: "disabled" });
  const M = new ort.Tensor("float32", matrix, [rows, dimension]);
  return {
    multiply: async (queries) => {
      const joined = new Float32Array(queries.length * dimension);
      queries.forEach((query, at) => joined.set(query, at * dimension));
      const answer = (await session.run({ Q: new ort.Tensor("float32", joined, [queries.length, dimension]), M }))["S"];
      if (!(answer?.data instanceof Float32Array)) throw new Error("the matrix product gave no numbers");
      const { data } = answer;
      return queries.map((_, at) => data.subarray(at * rows, (at + 1) * rows));
    },
  };
}

/**
 * A model with one step: S = Q × Mᵀ. Written in the ONNX format (a protobuf message; field numbers from onnx.proto3),
 * for the runtime that embeds texts also multiplies matrices, with all the processor can do.
 */
function productModel(dimension: number): Uint8Array {
  const product = bytes(1, [...text(1, "Q"), ...text(1, "M"), ...text(2, "S"), ...text(4, "Gemm"), ...bytes(5, transposeSecond)]);
  const graph = [
    ...product,
    ...text(2, "product"),
    ...bytes(11, tensorInfo("Q", ["q", dimension])),
    ...bytes(11, tensorInfo("M", ["n", dimension])),
    ...bytes(12, tensorInfo("S", ["q", "n"])),
  ];
  const irVersion = number(1, 8);
  const operatorSet = bytes(8, number(2, 17));
  return Uint8Array.from([...irVersion, ...bytes(7, graph), ...operatorSet]);
}

const number = (field: number, value: number) => [...varint(field << 3), ...varint(value)];
const bytes = (field: number, value: readonly number[]) => [...varint((field << 3) | 2), ...varint(value.length), ...value];
const text = (field: number, value: string) => bytes(field, [...Buffer.from(value)]);

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

const float = 1;
const integerAttribute = 2;
const transposeSecond = [...text(1, "transB"), ...number(3, 1), ...number(20, integerAttribute)];

/** @param shape a name stands for any size */
function tensorInfo(name: string, shape: readonly (string | number)[]): number[] {
  const dimensions = shape.flatMap((size) => bytes(1, typeof size === "number" ? number(1, size) : text(2, size)));
  return [...text(1, name), ...bytes(2, bytes(1, [...number(1, float), ...bytes(2, dimensions)]))];
}
