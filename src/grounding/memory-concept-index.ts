import type { ConceptFilter, ConceptIndex, Embedding, ScoredConcept } from "../domain/ports.ts";
import type { ConceptVectors, IndexedConcept } from "./vectors.ts";

/** Exact search in this process: every vector is compared. 50,000 vectors of 384 take about 10 ms. */
export function createMemoryConceptIndex(vectors: ConceptVectors): ConceptIndex {
  const best = new Float32Array(vectors.concepts.length);
  return {
    search: async (query, topK, filter) => {
      scoreConcepts(vectors, query, best);
      return topOf(vectors.concepts, best, topK, filter);
    },
  };
}

/** Fills `best` with each concept's highest cosine. */
function scoreConcepts({ matrix, owners, dimension }: ConceptVectors, query: Embedding, best: Float32Array): void {
  best.fill(-2);
  const whole = dimension - (dimension % 4);
  for (let row = 0; row < owners.length; row++) {
    const start = row * dimension;
    let a = 0;
    let b = 0;
    let c = 0;
    let e = 0;
    for (let d = 0; d < whole; d += 4) {
      const at = start + d;
      a += (query[d] ?? 0) * (matrix[at] ?? 0);
      b += (query[d + 1] ?? 0) * (matrix[at + 1] ?? 0);
      c += (query[d + 2] ?? 0) * (matrix[at + 2] ?? 0);
      e += (query[d + 3] ?? 0) * (matrix[at + 3] ?? 0);
    }
    for (let d = whole; d < dimension; d++) a += (query[d] ?? 0) * (matrix[start + d] ?? 0);
    const score = a + b + c + e;
    const owner = owners[row] ?? 0;
    if (score > (best[owner] ?? 0)) best[owner] = score;
  }
}

function topOf(
  concepts: readonly IndexedConcept[],
  scores: Float32Array,
  topK: number,
  filter: ConceptFilter | undefined,
): ScoredConcept[] {
  const top: ScoredConcept[] = [];
  concepts.forEach((concept, at) => {
    const score = roundedScore(scores[at] ?? -2);
    const last = top.length === topK ? top.at(-1) : undefined;
    if (score < -1.5 || (last && score < last.score) || !passes(concept, filter)) return;
    insert(top, { uri: concept.uri, score }, topK);
  });
  return top;
}

function passes({ type, reuseLevel }: IndexedConcept, filter: ConceptFilter | undefined): boolean {
  if (filter?.types && !filter.types.includes(type)) return false;
  return !filter?.reuseLevels || (reuseLevel !== null && filter.reuseLevels.includes(reuseLevel));
}

/** Keeps `top` ordered: higher score first, ties by URI. */
function insert(top: ScoredConcept[], item: ScoredConcept, topK: number): void {
  let low = 0;
  let high = top.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = top[middle];
    if (other && comesBefore(other, item)) low = middle + 1;
    else high = middle;
  }
  top.splice(low, 0, item);
  if (top.length > topK) top.pop();
}

/** Cosines to six decimals: further ones differ with the order of adding up, and would part concepts that tie. */
export function roundedScore(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}

/** Order of answers: higher score first, ties by URI. */
export function comesBefore(a: ScoredConcept, b: ScoredConcept): boolean {
  return a.score !== b.score ? a.score > b.score : a.uri < b.uri;
}
