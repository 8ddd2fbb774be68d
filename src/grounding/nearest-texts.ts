import type { ScoredConcept } from "../domain/ports.ts";

/** Texts of concepts that a search looks at: the nearest ones. Enough for a hundred concepts and more; further texts change no ranking. */
export const textsLookedAt = 800;
/** How much a concept's second nearest text counts beside its nearest: one text alone may share a word by chance. */
const secondShare = 0.7;

/**
 * From texts to the concepts they belong to: each by its two nearest texts. A second one that is not among the texts looked
 * at counts as the last of them.
 * @param texts nearest first, at most `textsLookedAt`, each under its concept's URI; every concept has two or more
 * @returns at most `topK` concepts, best first, ties by URI
 */
export function conceptsOfTexts(texts: readonly ScoredConcept[], topK: number): ScoredConcept[] {
  const last = texts.at(-1)?.score ?? 0;
  const nearest = new Map<string, { readonly first: number; second?: number }>();
  for (const { uri, score } of texts) {
    const known = nearest.get(uri);
    if (known) known.second ??= score;
    else nearest.set(uri, { first: score });
  }
  return [...nearest]
    .map(([uri, { first, second = last }]) => ({ uri, score: roundedScore((first + secondShare * second) / (1 + secondShare)) }))
    .sort((a, b) => (comesBefore(a, b) ? -1 : 1))
    .slice(0, topK);
}

/** To six decimals: further ones differ with the order of adding up, and would part concepts that tie. */
function roundedScore(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}

/** Order of answers: higher score first, ties by URI. */
function comesBefore(a: ScoredConcept, b: ScoredConcept): boolean {
  return a.score !== b.score ? a.score > b.score : a.uri < b.uri;
}
