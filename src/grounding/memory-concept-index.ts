import type { ConceptFilter, ConceptIndex, Embedding, ScoredConcept } from "../domain/ports.ts";
import { createTurns } from "./in-turns.ts";
import { createMatrixProduct } from "./matrix-product.ts";
import { conceptsOfTexts, textsLookedAt } from "./nearest-texts.ts";
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
      return inTurn(() => conceptsOfTexts(nearestTexts(vectors, products, filter), topK));
    },
  };
}

/** Steps in which cosines are counted, from -1 to 1. */
const steps = 4_096;
const stepOf = (cosine: number) => Math.max(0, Math.min(steps - 1, Math.floor(((cosine + 1) / 2) * steps)));

/** @param cosines of every text, in order  @returns the nearest texts that pass, nearest first, at most `textsLookedAt` */
function nearestTexts({ owners, concepts }: ConceptVectors, cosines: Float32Array, filter: ConceptFilter | undefined): ScoredConcept[] {
  const isWanted = filter ? concepts.map((concept) => passes(concept, filter)) : null;
  const counts = new Uint32Array(steps);
  for (let row = 0; row < owners.length; row++) {
    if (isWanted && !isWanted[owners[row] ?? 0]) continue;
    const step = stepOf(cosines[row] ?? -1);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let least = steps;
  for (let found = 0; least > 0 && found < textsLookedAt;) {
    least -= 1;
    found += counts[least] ?? 0;
  }
  const texts: ScoredConcept[] = [];
  for (let row = 0; row < owners.length; row++) {
    const cosine = cosines[row] ?? -1;
    const owner = owners[row] ?? 0;
    if (stepOf(cosine) < least || (isWanted && !isWanted[owner])) continue;
    texts.push({ uri: concepts[owner]?.uri ?? "", score: cosine });
  }
  return texts.sort((a, b) => b.score - a.score).slice(0, textsLookedAt);
}

function passes({ type, reuseLevel }: IndexedConcept, filter: ConceptFilter): boolean {
  if (filter.types && !filter.types.includes(type)) return false;
  return !filter.reuseLevels || (reuseLevel !== null && filter.reuseLevels.includes(reuseLevel));
}
