import * as ort from "onnxruntime-node";
import { oneStepModel } from "./one-step-model.ts";
import { keepRuntimeQuiet } from "./quiet-runtime.ts";

/** Products of some queries with every row of a matrix. */
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

/** S = Q × Mᵀ. */
function productModel(dimension: number): Uint8Array {
  return oneStepModel({
    operator: "Gemm",
    inputs: [
      { name: "Q", type: "float32", shape: ["q", dimension] },
      { name: "M", type: "float32", shape: ["n", dimension] },
    ],
    output: { name: "S", type: "float32", shape: ["q", "n"] },
    attributes: { transB: 1 },
  });
}
