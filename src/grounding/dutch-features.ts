import { dutchStem, isParticle, dutchStems } from "./dutch-stem.ts";
import { hashOf, isStopWord, wordsOf } from "./words.ts";

/**
 * What the projection sees of a Dutch text: stems, and pieces of three to five letters of its words, whose bounds count as letters.
 * @returns hash of each and its weight, above 0; the weights of one text are in no scale, only their proportions count
 */
export function dutchFeatures(text: string): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const add = (feature: string, weight: number) => {
    const hash = hashOf(feature);
    counts.set(hash, (counts.get(hash) ?? 0) + weight);
  };
  const words = wordsOf(text);
  const particles = Map.groupBy(words.filter(isParticle), (word) => word);
  for (const word of words) {
    if (isStopWord(word, "nl")) continue;
    const stems = dutchStems(word);
    for (const stem of stems) add(`s:${stem}`, 1.5 / stems.length);
    const stem = dutchStem(word);
    for (const [particle, times] of particles) if (particle !== word) add(`s:${particle}${stem}`, 0.7 * times.length);
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
