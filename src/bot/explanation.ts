import type { Concept, ConceptCatalogue } from "../domain/concept.ts";
import type { Offer } from "../domain/offer.ts";
import type { Words } from "../dialogs/wording.ts";

const mostExamples = 2;
/** Longer ones are stories of their own. */
const longestExample = 60;

/** How others say the same: the shortest everyday phrases of a concept, other than the holder's own words. */
function examplesOf({ phrases }: Concept, offer: Offer, words: Words): string[] {
  const said = offer.evidence.quote.trim().toLowerCase();
  return phrases[words.language]
    .filter((phrase) => phrase.length <= longestExample && phrase.toLowerCase() !== said)
    .toSorted((a, b) => a.length - b.length)
    .slice(0, mostExamples);
}

/** What the offer's card did not say yet: how others say it, other names, what it belongs to. Never empty. */
export function explanationOf(offer: Offer, concepts: Pick<ConceptCatalogue, "get">, words: Words): string[] {
  if (!offer.concept) return [words.say("card.own_explained")];
  const { language } = words;
  const concept = concepts.get(offer.concept.uri);
  const examples = concept ? examplesOf(concept, offer, words) : [];
  const others = concept && examples.length === 0 ? concept.altLabels[language].slice(0, mostExamples) : [];
  // Names of groups are not written for people: what others say explains more. Without a meaning of its own the card has named the group already.
  const group = offer.concept.meaning[language] ? offer.concept.group[language] : null;
  const lines = [
    ...examples.map((example) => words.say("card.for_example", { example })),
    ...(others.length > 0 ? [words.say("card.also_called", { names: others.join(", ") })] : []),
    ...(group && examples.length === 0 ? [words.say("card.belongs_to", { group })] : []),
  ];
  return lines.length > 0 ? lines : [words.say("card.no_more_known")];
}
