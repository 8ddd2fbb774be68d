import type { ConceptFilter, ConceptIndex, Embedding, ScoredConcept } from "../domain/ports.ts";
import { createCoarseProduct, type Rough } from "./coarse-product.ts";
import { createTurns } from "./in-turns.ts";
import { conceptsOfTexts, textsLookedAt } from "./nearest-texts.ts";
import { productWith } from "./quantized-rows.ts";
import type { ConceptVectors, IndexedConcept } from "./vectors.ts";

/** Exact search in this process: every vector is compared roughly, and exactly those that may be among the nearest. */
export async function createMemoryConceptIndex(vectors: ConceptVectors): Promise<ConceptIndex> {
  const coarse = await createCoarseProduct(vectors);
  // Products of several that are ready at once would be looked through in one go.
  const inTurn = createTurns();
  return {
    search: async (query, topK, filter) => {
      const rough = await coarse.multiply(query);
      return inTurn(() => conceptsOfTexts(nearestTexts(vectors, query, rough, filter), topK));
    },
  };
}

/** Steps in which cosines are counted, from -1 to 1. */
const steps = 4_096;
const stepOf = (cosine: number) => Math.max(0, Math.min(steps - 1, Math.floor(((cosine + 1) / 2) * steps)));

/** @param rough cosines of every text, in order  @returns the nearest texts that pass, nearest first, at most `textsLookedAt` */
function nearestTexts(vectors: ConceptVectors, query: Embedding, rough: Rough, filter: ConceptFilter | undefined): ScoredConcept[] {
  const { owners, concepts } = vectors;
  const { products, error } = rough;
  const isWanted = filter ? concepts.map((concept) => passes(concept, filter)) : null;
  const counts = new Uint32Array(steps);
  for (let row = 0; row < owners.length; row++) {
    if (isWanted && !isWanted[owners[row] ?? 0]) continue;
    const step = stepOf(products[row] ?? -1);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let least = steps;
  for (let found = 0; least > 0 && found < textsLookedAt;) {
    least -= 1;
    found += counts[least] ?? 0;
  }
  // So many are that near or nearer, give or take an error; a text as near as the last of them may look farther by one more.
  const bound = (2 * least) / steps - 1 - 2 * error;
  const texts: ScoredConcept[] = [];
  for (let row = 0; row < owners.length; row++) {
    const owner = owners[row] ?? 0;
    if ((products[row] ?? -1) < bound || (isWanted && !isWanted[owner])) continue;
    texts.push({ uri: concepts[owner]?.uri ?? "", score: productWith(vectors, row, query) });
  }
  return texts.sort((a, b) => b.score - a.score).slice(0, textsLookedAt);
}

function passes({ type, reuseLevel }: IndexedConcept, filter: ConceptFilter): boolean {
  if (filter.types && !filter.types.includes(type)) return false;
  return !filter.reuseLevels || (reuseLevel !== null && filter.reuseLevels.includes(reuseLevel));
}
