import type { Offer } from "../domain/offer.ts";
import { normalise } from "./answers.ts";
import { namesIn, sharedWords } from "./shared-words.ts";
import type { Interview } from "./state.ts";

/** Verbs and places of every work: that they are shared does not make a quote tell of a skill. */
const ofEverything =
  /^(?:werk\p{L}*|help\p{L}*|hielp\p{L}*|maak\p{L}*|maken|doen|deed|gaan|geef|geven|hebben|moet\p{L}*|kunnen|mensen|dingen|spullen|dag\p{L}*|week\p{L}*|work\p{L}*|mak(?:e|es|ing)|made|do(?:es|ing|ne)|people|things?|stuff|days?|weeks?|your|jouw|with|weet|know\p{L}*)$/u;

function tellsOf(quote: string, names: string): boolean {
  const words = normalise(quote)
    .split(" ")
    .filter((word) => !ofEverything.test(word));
  return sharedWords(words.join(" "), names) > 0;
}

/**
 * What a skill rests on that was chosen in place of an offer: the words of that offer, or, where those name nothing of it and other
 * words of the same answer do, those. Pure.
 * @param offers all that were heard; their quotes stand in what the holder said
 */
export function fittingQuote(
  offer: Offer,
  chosen: Pick<Offer, "concept" | "ownLabel">,
  { offers }: Pick<Interview, "offers">,
): Pick<Offer, "evidence" | "experienceId"> {
  const names = namesIn(chosen);
  const { evidence } = offer;
  if (tellsOf(evidence.quote, names)) return offer;
  const beside = offers.filter((each) => each.evidence.utteranceId === evidence.utteranceId && each.evidence.quote !== evidence.quote);
  return beside.find((each) => tellsOf(each.evidence.quote, names)) ?? offer;
}
