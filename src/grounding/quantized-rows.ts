/**
 * Vectors in 16 bits: half the memory of floats. A coordinate is a value times the scale of its row; a cosine of unit vectors
 * of 384 coordinates is off by some two millionths.
 */
export interface QuantizedRows {
  readonly dimension: number;
  /** Rows × dimension. */
  readonly matrix: Int16Array;
  /** One for each row. */
  readonly scales: Float32Array;
}

const largestValue = 32_767;

/** @param rows each of this dimension  @returns in shared memory, for search reads them in a thread of its own */
export function quantizedRows(rows: readonly Float32Array[], dimension: number): QuantizedRows {
  const matrix = new Int16Array(new SharedArrayBuffer(2 * rows.length * dimension));
  const scales = new Float32Array(new SharedArrayBuffer(4 * rows.length));
  for (const [r, row] of rows.entries()) {
    const largest = largestOf(row);
    const perStep = largest > 0 ? largestValue / largest : 0;
    let squares = 0;
    for (let d = 0; d < dimension; d++) {
      const value = Math.round((row[d] ?? 0) * perStep);
      matrix[r * dimension + d] = value;
      squares += value * value;
    }
    // As long as it was: whoever compares by angle alone, as Qdrant does, then gives the very same cosines.
    scales[r] = squares > 0 ? Math.hypot(...row) / Math.sqrt(squares) : 0;
  }
  return { dimension, matrix, scales };
}

/** The largest of the values without their signs. */
export function largestOf(values: Float32Array): number {
  let largest = 0;
  for (let d = 0; d < values.length; d++) largest = Math.max(largest, Math.abs(values[d] ?? 0));
  return largest;
}

/** One vector as it was, nearly. */
export function rowOf({ dimension, matrix, scales }: QuantizedRows, row: number): Float32Array {
  const [scale, values] = [scales[row] ?? 0, new Float32Array(dimension)];
  for (let d = 0; d < dimension; d++) values[d] = scale * (matrix[row * dimension + d] ?? 0);
  return values;
}

/** A row's product with a query of the same dimension. */
export function productWith({ dimension, matrix, scales }: QuantizedRows, row: number, query: Float32Array): number {
  const from = row * dimension;
  let sum = 0;
  for (let d = 0; d < dimension; d++) sum += (matrix[from + d] ?? 0) * (query[d] ?? 0);
  return sum * (scales[row] ?? 0);
}
