const rounds = 40;

/**
 * The directions in which vectors of one length spread most, by orthogonal iteration on their second moments
 * (Golub & Van Loan, "Matrix Computations", section 8.2). Deterministic.
 * @returns `count` rows of unit length, at right angles to each other
 */
export function principalAxes(vectors: readonly Float32Array[], count: number): Float32Array {
  const width = vectors[0]?.length ?? 0;
  const moments = secondMoments(vectors, width);
  let axes: Float64Array[] = Array.from({ length: count }, (_, i) => Float64Array.from({ length: width }, (__, d) => pseudoRandom(i * width + d)));
  orthonormalise(axes);
  for (let round = 0; round < rounds; round++) {
    axes = axes.map((axis) => times(moments, axis));
    orthonormalise(axes);
    console.error(`axes: round ${round + 1}/${rounds}`);
  }
  const out = new Float32Array(count * width);
  axes.forEach((axis, i) => out.set(axis, i * width));
  return out;
}

function secondMoments(vectors: readonly Float32Array[], width: number): Float64Array {
  const moments = new Float64Array(width * width);
  for (const vector of vectors)
    for (let a = 0; a < width; a++) {
      const value = (vector[a] ?? 0) / vectors.length;
      for (let b = 0; b < width; b++) moments[a * width + b] = (moments[a * width + b] ?? 0) + value * (vector[b] ?? 0);
    }
  return moments;
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  return vector.map((_, a) => {
    let sum = 0;
    for (let b = 0; b < vector.length; b++) sum += (matrix[a * vector.length + b] ?? 0) * (vector[b] ?? 0);
    return sum;
  });
}

/** Gram and Schmidt's way, in place. */
function orthonormalise(axes: readonly Float64Array[]): void {
  axes.forEach((axis, i) => {
    for (const before of axes.slice(0, i)) {
      const overlap = product(axis, before);
      for (let d = 0; d < axis.length; d++) axis[d] = (axis[d] ?? 0) - overlap * (before[d] ?? 0);
    }
    const length = Math.sqrt(product(axis, axis));
    for (let d = 0; d < axis.length; d++) axis[d] = (axis[d] ?? 0) / length;
  });
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum;
}

/** The same numbers in every run, between -0.5 and 0.5. */
function pseudoRandom(seed: number): number {
  const x = Math.sin(seed + 1) * 43_758.5453;
  return x - Math.floor(x) - 0.5;
}
