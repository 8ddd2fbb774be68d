import { dutchStem, isParticle, dutchStems } from "./dutch-stem.ts";
import { hashOf, isStopWord, wordsOf } from "./words.ts";

/**
 * What the projection sees of a Dutch text: words, stems and pieces of three to five letters, hashed into `buckets`.
 * @returns bucket and weight; the weights' squares sum to 1
 */
export function dutchFeatures(text: string, buckets: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const add = (feature: string, weight: number) => {
    const bucket = hashOf(feature) % buckets;
    counts.set(bucket, (counts.get(bucket) ?? 0) + weight);
  };
  const words = wordsOf(text);
  const particles = words.filter(isParticle);
  for (const word of words) {
    if (isStopWord(word, "nl")) continue;
    add(`w:${word}`, 1);
    const stems = dutchStems(word);
    for (const stem of stems) add(`s:${stem}`, 1.5 / stems.length);
    for (const particle of particles) if (particle !== word) add(`s:${particle}${dutchStem(word)}`, 0.7);
    addPieces(`<${word}>`, add);
  }
  let square = 0;
  for (const weight of counts.values()) square += weight * weight;
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
  for (const [bucket, weight] of counts) counts.set(bucket, weight * scale);
  return counts;
}

function addPieces(bounded: string, add: (feature: string, weight: number) => void): void {
  for (const length of [3, 4, 5]) {
    const pieces = bounded.length - length + 1;
    for (let at = 0; at < pieces; at++) add(`p:${bounded.slice(at, at + length)}`, 1 / Math.sqrt(pieces));
  }
}
