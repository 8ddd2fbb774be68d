import type { Concept, ConceptCatalogue, TaxonomyInfo } from "../domain/concept.ts";

/** A catalogue over concepts in memory, in the order given. */
export function createCatalogue(info: TaxonomyInfo, concepts: readonly Concept[]): ConceptCatalogue {
  const byUri = new Map(concepts.map((concept) => [concept.uri, concept]));
  return { info, size: byUri.size, get: (uri) => byUri.get(uri), all: () => byUri.values() };
}
