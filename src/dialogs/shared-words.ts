import type { Offer } from "../domain/offer.ts";
import type { Claim } from "../domain/passport.ts";
import { normalise } from "./answers.ts";

/** Words that say nothing of what a sentence is about. */
const empty = new Set(
  "mijn jouw haar hier daar deze voor naar over door alle alles altijd soms vaak heel veel graag maar niet geen ook iets even with from that this they them what have very much only always sometimes just".split(
    " ",
  ),
);

/** How many words of some length, endings aside, stand in both texts. */
export function sharedWords(words: string, text: string): number {
  const within = normalise(text);
  return normalise(words)
    .split(" ")
    .filter((word) => word.length > 3 && !empty.has(word) && within.includes(word.slice(0, Math.max(4, word.length - 2)))).length;
}

/** All that an offer is called, in both languages. */
export function namesIn({ concept, ownLabel }: Pick<Offer, "concept" | "ownLabel">): string {
  const names = concept ? [concept.label.nl, concept.label.en, concept.headline.nl, concept.headline.en] : [ownLabel];
  return names.filter((name) => name !== null).join(" ");
}

/** All that a skill in the passport is called, as it was offered too, and what was said of it. */
export function wordsOfClaim({ uri, label, evidence }: Claim, offers: readonly Offer[]): string {
  const offer = offers.find(({ concept }) => concept !== null && concept.uri === uri);
  return [label.nl, label.en, offer ? namesIn(offer) : null, ...evidence.map(({ quote }) => quote)].filter((each) => each !== null).join(" ");
}
