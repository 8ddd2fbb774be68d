import type { ConceptFilter, ConceptIndex, Embedding, ScoredConcept } from "../domain/ports.ts";
import { createTurns } from "./in-turns.ts";
import { createMatrixProduct } from "./matrix-product.ts";
import type { ConceptVectors, IndexedConcept } from "./vectors.ts";

/** Queries that are multiplied in one go: about 5 ms for 50,000 vectors. */
const mostAtOnce = 4;

interface Waiting {
  readonly query: Embedding;
  readonly answer: (products: Promise<Float32Array>) => void;
}

/** Exact search in this process: every vector is compared. Searches that wait at the same time share the reading of the vectors. */
export async function createMemoryConceptIndex(vectors: ConceptVectors): Promise<ConceptIndex> {
  const product = await createMatrixProduct(vectors.matrix, vectors.dimension);
  const waiting: Waiting[] = [];
  const inTurn = createTurns();
  let isAtWork = false;
  // One multiplication at a time, for each holds up the thread: whatever else is waiting comes in between.
  const answerWaiting = async () => {
    isAtWork = true;
    while (waiting.length > 0) {
      const some = waiting.splice(0, mostAtOnce);
      const products = product.multiply(some.map(({ query }) => query));
      some.forEach(({ answer }, at) => answer(products.then((each) => each[at] ?? new Float32Array())));
      await products.catch(() => undefined);
    }
    isAtWork = false;
  };
  return {
    search: async (query, topK, filter) => {
      const products = await new Promise<Float32Array>((answer) => {
        waiting.push({ query, answer });
        // A microtask later, so that searches begun in one breath go together.
        if (!isAtWork && waiting.length === 1) queueMicrotask(() => void answerWaiting());
      });
      return inTurn(() => topOf(vectors.concepts, bestOf(vectors, products), topK, filter));
    },
  };
}

/** @returns every concept's highest cosine */
function bestOf({ owners, concepts }: ConceptVectors, products: Float32Array): Float32Array {
  const best = new Float32Array(concepts.length).fill(-2);
  for (let row = 0; row < owners.length; row++) {
    const owner = owners[row] ?? 0;
    const value = products[row] ?? -2;
    if (value > (best[owner] ?? 0)) best[owner] = value;
  }
  return best;
}

function topOf(concepts: readonly IndexedConcept[], scores: Float32Array, topK: number, filter: ConceptFilter | undefined): ScoredConcept[] {
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
