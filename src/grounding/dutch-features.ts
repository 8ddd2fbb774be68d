import { dutchStem, isParticle, dutchStems } from "./dutch-stem.ts";
import { hashOf, isStopWord, wordsOf } from "./words.ts";

/**
 * What the projection sees of a Dutch text: stems and pieces of three to five letters.
 * @returns hash of each and its weight, above 0
 */
export function dutchFeatures(text: string): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const add = (feature: string, weight: number) => {
    const hash = hashOf(feature);
    counts.set(hash, (counts.get(hash) ?? 0) + weight);
  };
  const words = wordsOf(text);
  const particles = words.filter(isParticle);
  for (const word of words) {
    if (isStopWord(word, "nl")) continue;
    const stems = dutchStems(word);
    for (const stem of stems) add(`s:${stem}`, 1.5 / stems.length);
    for (const particle of particles) if (particle !== word) add(`s:${particle}${dutchStem(word)}`, 0.7);
    addPieces(`<${word}>`, add);
  }
  return counts;
}

function addPieces(bounded: string, add: (feature: string, weight: number) => void): void {
  for (const length of [3, 4, 5]) {
    const pieces = bounded.length - length + 1;
    for (let at = 0; at < pieces; at++) add(`p:${bounded.slice(at, at + length)}`, 1 / Math.sqrt(pieces));
  }
}
