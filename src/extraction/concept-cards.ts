import type { ConceptCard } from "../domain/concept.ts";
import type { GroundedConcept } from "../domain/ports.ts";
import { areTwins } from "./twins.ts";

export const mostAlternatives = 3;

/** What people need to see of a concept; search texts stay behind. */
export function cardOf({ concept }: GroundedConcept): ConceptCard {
  const { uri, type, reuseLevel, label, meaning, headline, group } = concept;
  return { uri, type, reuseLevel, label, meaning, headline, group };
}

/** What else the same words may mean, best first; near-twins once. */
export function alternativesTo(best: GroundedConcept, options: readonly GroundedConcept[]): ConceptCard[] {
  const others: ConceptCard[] = [];
  const bestCard = cardOf(best);
  for (const option of options) {
    const card = cardOf(option);
    if (card.uri === best.uri || areTwins(card, bestCard, false) || others.some((other) => areTwins(other, card, false))) continue;
    others.push(card);
    if (others.length === mostAlternatives) break;
  }
  return others;
}
