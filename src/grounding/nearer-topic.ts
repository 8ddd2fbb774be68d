import type { ScoredConcept } from "../domain/ports.ts";

/** How much nearness to what the talk is about counts beside the words themselves. */
const weight = 0.8;
/** Concepts at most so far behind the first are what the words may mean: the rest is no nearer to them for being nearer to the talk. */
const reach = 0.12;

/**
 * Among what words may mean, lets what is nearer to what the talk was about go before what is farther from it: the pieces that a
 * conductor picks are music. What the words alone put first keeps its score.
 * @param scores by URI, of the words themselves  @param topic what search by meaning gave for the topic, best first; what it did not
 * give counts as its last
 */
export function nearerTopic(scores: ReadonlyMap<string, number>, topic: readonly ScoredConcept[]): Map<string, number> {
  const found = new Map(topic.map(({ uri, score }) => [uri, score]));
  const least = topic.at(-1)?.score ?? 0;
  const nearness = (uri: string) => found.get(uri) ?? least;
  const [first] = [...scores].toSorted(([, a], [, b]) => b - a);
  if (!first) return new Map(scores);
  const [firstUri, best] = first;
  return new Map([...scores].map(([uri, score]) => [uri, score < best - reach ? score : score + weight * (nearness(uri) - nearness(firstUri))]));
}
