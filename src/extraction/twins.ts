import type { ConceptCard } from "../domain/concept.ts";
import { contentWordsIn } from "./words.ts";

/** Near-twins: the same words in another order or form, a skill and its knowledge, or one label within the other. */
export function areTwins(a: ConceptCard, b: ConceptCard, nearby: boolean): boolean {
  if (a.uri === b.uri) return true;
  const x = labelStems(a);
  const y = labelStems(b);
  if (x.length === 0 || y.length === 0) return false;
  const shared = x.filter((word) => y.some((other) => alikeStems(word, other))).length;
  const least = Math.min(x.length, y.length);
  return (
    shared / Math.max(x.length, y.length) >= 0.75 ||
    (nearby && shared === least && shared >= 1) ||
    (a.type !== b.type && shared === least && least >= 2)
  );
}

const bland = new Set(
  "use apply provide perform manage maintain carry ensure handle operate work make demonstrate show deal assist support give with and the for from".split(
    " ",
  ),
);

function labelStems(card: ConceptCard): string[] {
  return contentWordsIn(card.label.en ?? card.label.nl ?? "", "en")
    .filter((word) => !bland.has(word))
    .map((word) => word.replace(/(?:ing|ers?|ies|es|s|ed|y|e)$/, ""));
}

const alikeStems = (a: string, b: string) => a === b || (a.length > 4 && b.length > 4 && (a.startsWith(b) || b.startsWith(a)));
