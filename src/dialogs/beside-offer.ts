import type { Offer } from "../domain/offer.ts";
import { afterRefusal, correctedWords, correctedYear, isInTwoMinds, meaningOf, openingWord, withoutOpening } from "./answers.ts";
import { removalWish } from "./commands.ts";
import { onCorrection } from "./corrections.ts";
import type { Answered, Outcome } from "./events.ts";
import { letGo, refused } from "./offers.ts";
import { ask, askAgain, say } from "./outcome.ts";
import { afterRound } from "./parts.ts";
import { offerOf } from "./questions.ts";
import { saysItIsAPaper } from "./refusals.ts";
import { offerRest } from "./rest.ts";
import { saidWithin } from "./said-within.ts";
import { sharedWords } from "./shared-words.ts";
import { correctedOffer, letGoAndRead } from "./something-else.ts";
import { saysItGoes } from "./taken-away.ts";

/** Longer ones are a story that begins like a wish: "verander de banden en de olie van onze auto". */
const longestWish = 5;

/** Words that are no bare answer to the offer on the table, and no story either; null where they may be one of the two. */
export function besideOffer(outcome: Outcome, event: Answered): Outcome | null {
  const { text } = event;
  const { asking } = outcome.state;
  if (event.action !== null || text === null || asking.step !== "offer") return null;
  const corrected = correctedBesideOffer(outcome, event);
  if (corrected) return corrected;
  const meaning = meaningOf(text);
  if (meaning === "already_said") return askAgain(say(outcome, "offer.already_said"));
  if (meaning !== null) return null;
  const asked = offerOf(outcome.state, asking.offerId);
  if (asked && saysItGoes(text)) return letGo(refused(outcome), asked, event.at, afterRound);
  if (isInTwoMinds(text)) return askAgain(say(outcome, "offer.please_answer"));
  // One that names something in the passport was heard before.
  if (removalWish(text) !== null && text.split(/\s+/).length <= longestWish) return askAgain(say(outcome, "claims.not_found"));
  return asked ? onReasonGiven(outcome, event, text, asked) : null;
}

/** "dat is een diploma", "gewone fiets geen elektrisch", "nee ik kook niet voor baby's": no, and what is told with it is heard. */
function onReasonGiven(outcome: Outcome, event: Answered, text: string, offer: Offer): Outcome | null {
  if (saysItIsAPaper(text)) return letGoAndRead(refused(outcome), event, offer, "offer.is_paper");
  const told = onCorrection(outcome, event);
  if (told && !isAbout(text, offer)) return askAgain(told);
  if (openingWord(text) === "no" && isTired(withoutOpening(text))) return restAfterRefusal(outcome, event, offer);
  const instead = correctedOffer(outcome, event, offer);
  if (instead) return instead;
  return openingWord(text) === "no" && afterRefusal(text) !== text.trim() ? letGoAndRead(refused(outcome), event, offer) : null;
}

const isTired = (text: string) => (meaningOf(text) ?? saidWithin(text)) === "tired";

/** "What? No. I am tired": the skill goes, and what comes next waits until it is asked for. */
function restAfterRefusal(outcome: Outcome, event: Answered, offer: Offer): Outcome {
  const gone = letGo(refused(outcome), offer, event.at, afterRound);
  return offerRest({ ...gone, messages: gone.messages.filter(({ asks }) => !asks) });
}

/** "niet elektrisch maar gewoon" is about the skill, "niet Jansma maar Hiemstra" about what was told with it. */
function isAbout(text: string, { concept, ownLabel }: Offer): boolean {
  const wrong = correctedWords(text)?.from ?? "";
  const names = concept ? [concept.label.nl, concept.label.en, concept.headline.nl, concept.headline.en] : [ownLabel];
  return sharedWords(wrong, names.filter((name) => name !== null).join(" ")) > 0;
}

/** "nee, dat was 2019" beside an offer is no refusal: the year told is put right, and the offer is asked (again). */
export function correctedBesideOffer(outcome: Outcome, event: Answered): Outcome | null {
  const { asking } = outcome.state;
  if (event.action !== null || event.text === null || !("offerId" in asking) || !correctedYear(event.text)) return null;
  const corrected = onCorrection(outcome, event);
  return corrected && ask(corrected, { step: "offer", offerId: asking.offerId, explained: false });
}
