import type { Concept, ConceptCatalogue } from "../domain/concept.ts";
import type { Offer } from "../domain/offer.ts";
import { sharedWords } from "../dialogs/shared-words.ts";
import type { Words } from "../dialogs/wording.ts";

const mostNames = 2;
/** Longer ones are stories of their own. */
const longestExample = 60;

/** How somebody says it who did it: "ik sta aan de band". */
const isTold = (phrase: string) => /^(?:ik|i)\b/i.test(phrase);

/** How another says the same, in everyday words: the phrase that repeats the least of what the card said, and tells what is done. */
function exampleOf({ phrases }: Concept, offer: Offer, words: Words): string | null {
  const { language } = words;
  const said = offer.evidence.quote.trim().toLowerCase();
  const onCard = [offer.concept?.headline[language], offer.concept?.label[language], offer.evidence.quote].filter((each) => each).join(" ");
  const [best] = phrases[language]
    .filter((phrase) => phrase.length <= longestExample && phrase.toLowerCase() !== said)
    .map((phrase) => ({ phrase, repeated: sharedWords(phrase, onCard) }))
    .toSorted((a, b) => a.repeated - b.repeated || Number(isTold(b.phrase)) - Number(isTold(a.phrase)) || a.phrase.length - b.phrase.length);
  return best?.phrase ?? null;
}

/** What the offer's card did not say yet: how others say it, other names, what it belongs to. Never empty. */
export function explanationOf(offer: Offer, concepts: Pick<ConceptCatalogue, "get">, words: Words): string[] {
  if (!offer.concept) return [words.say("card.own_explained")];
  const { language } = words;
  const concept = concepts.get(offer.concept.uri);
  const example = concept ? exampleOf(concept, offer, words) : null;
  const others = concept && example === null ? concept.altLabels[language].slice(0, mostNames) : [];
  // Names of groups are not written for people: what others say explains more. Without a meaning of its own the card has named the group already.
  const group = offer.concept.meaning[language] ? offer.concept.group[language] : null;
  const lines = [
    ...(example === null ? [] : [words.say("card.for_example", { example })]),
    ...(others.length > 0 ? [words.say("card.also_called", { names: others.join(", ") })] : []),
    ...(group && example === null ? [words.say("card.belongs_to", { group })] : []),
  ];
  return lines.length > 0 ? lines : [words.say("card.no_more_known")];
}
