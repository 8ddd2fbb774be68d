import { describe, expect, test } from "vitest";
import { createCoarseProduct } from "../../src/grounding/coarse-product.ts";
import { productWith, quantizedRows, rowOf } from "../../src/grounding/quantized-rows.ts";
import { numbers } from "../contract/concept-index.ts";

const dimension = 384;

/** Vectors of unit length that have much in common, as those of texts have: a third of them is the same in all. */
function alike(count: number, seed: number): Float32Array[] {
  const next = numbers(seed);
  return Array.from({ length: count }, () => unit(Float32Array.from({ length: dimension }, (_, d) => next() + (d === 0 ? 8 : 0))));
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

const exactly = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0);

describe("vectors in 16 bits", () => {
  test("a vector comes back as it was to a hundred-thousandth, and a product with it too", () => {
    const rows = alike(20, 3);
    const [query = new Float32Array()] = alike(1, 4);
    const kept = quantizedRows(rows, dimension);
    for (const [r, row] of rows.entries()) {
      const back = rowOf(kept, r);
      for (const [d, value] of row.entries()) expect(Math.abs((back[d] ?? 0) - value)).toBeLessThan(1.1e-5);
      expect(productWith(kept, r, query)).toBeCloseTo(exactly(row, query), 4);
    }
  });

  test("a vector is as long as it was, so that an angle is the same with and without its length", () => {
    const kept = quantizedRows([...alike(5, 8), Float32Array.from({ length: dimension }, (_, d) => d / 10)], dimension);
    for (const r of [0, 1, 2, 3, 4]) expect(Math.hypot(...rowOf(kept, r))).toBeCloseTo(1, 6);
    expect(Math.hypot(...rowOf(kept, 5)) / Math.hypot(...Array.from({ length: dimension }, (_, d) => d / 10))).toBeCloseTo(1, 6);
  });

  test("a vector of nothing but zeros stays one", () => {
    expect([...rowOf(quantizedRows([new Float32Array(3), Float32Array.of(0, 1, 0)], 3), 0)]).toEqual([0, 0, 0]);
  });
});

describe("coarse products", () => {
  /** What 32 bits leave open besides. */
  const ofFloats = 1e-6;

  // Not a multiple of what a processor multiplies at a time.
  test.for([1, 3, 63, 64, 1_001])("of %i rows are off by no more than they say, and rule out what is far", async (count) => {
    const rows = alike(count, count);
    const kept = quantizedRows(rows, dimension);
    const coarse = await createCoarseProduct(kept);
    for (const query of [...alike(5, 900 + count), ...rows.slice(0, 2)]) {
      const { products, error } = await coarse.multiply(query);
      expect(products).toHaveLength(count);
      products.forEach((product, r) => expect(Math.abs(product - productWith(kept, r, query))).toBeLessThan(error + ofFloats));
      expect(error).toBeLessThan(0.03);
    }
  });

  test.for([1, 2, 3, 7, 24, 385])("of vectors of %i numbers too", async (size) => {
    const next = numbers(size);
    const some = (count: number) => Array.from({ length: count }, () => unit(Float32Array.from({ length: size }, () => next())));
    const kept = quantizedRows(some(200), size);
    const coarse = await createCoarseProduct(kept);
    for (const query of some(20)) {
      const { products, error } = await coarse.multiply(query);
      products.forEach((product, r) => expect(Math.abs(product - productWith(kept, r, query))).toBeLessThan(error + ofFloats));
    }
  });

  test("of rows in which one number is much larger than the others are off by more, and say so", async () => {
    const rows = alike(200, 4).map((row, r) => unit(row.map((value, d) => (d === 5 ? value + (r % 2 === 0 ? 2 : -2) : value))));
    const kept = quantizedRows(rows, dimension);
    const even = unit(new Float32Array(dimension).fill(1).map((value, d) => (d % 3 === 0 ? -value : value)));
    // Even besides what the rows have in common, so that next to nothing is lost of it.
    const query = even.map((value, d) => value + rows.reduce((sum, row) => sum + (row[d] ?? 0), 0) / rows.length);
    const { products, error } = await (await createCoarseProduct(kept)).multiply(query);
    const off = [...products].map((product, r) => Math.abs(product - productWith(kept, r, query)));
    expect(Math.max(...off)).toBeLessThan(error);
    expect(Math.max(...off)).toBeGreaterThan(error / 6);
  });

  test("do not overflow where every number is as large as it can be", async () => {
    const even = unit(new Float32Array(dimension).fill(1));
    const odd = even.map((value, d) => (d % 2 === 0 ? value : -value));
    const rows = [even, odd, even.map((value) => -value), odd.map((value) => -value)];
    const coarse = await createCoarseProduct(quantizedRows(rows, dimension));
    const rounded = async (query: Float32Array) => [...(await coarse.multiply(query)).products].map((product) => Math.round(product * 100) / 100 + 0);
    expect(await rounded(even)).toEqual([1, 0, -1, 0]);
    expect(await rounded(odd)).toEqual([0, 1, 0, -1]);
  });

  test.for([1, 2, 385])("of a query or a row of zeros are nearly nothing among %i rows", async (count) => {
    const rows = [...alike(count - 1, count + 1), new Float32Array(dimension)];
    const coarse = await createCoarseProduct(quantizedRows(rows, dimension));
    const ofZeros = await coarse.multiply(new Float32Array(dimension));
    for (const product of ofZeros.products) expect(Math.abs(product)).toBeLessThan(ofZeros.error + ofFloats);
    for (const query of alike(3, 77)) {
      const { products, error } = await coarse.multiply(query);
      expect(Math.abs(products.at(-1) ?? 9)).toBeLessThan(error + ofFloats);
    }
  });

  test("of nothing are nothing", async () => {
    const coarse = await createCoarseProduct(quantizedRows([], dimension));
    expect((await coarse.multiply(new Float32Array(dimension))).products).toHaveLength(0);
  });
});
