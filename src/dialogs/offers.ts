import type { ConceptCard } from "../domain/concept.ts";
import { localised } from "../domain/language.ts";
import { type Offer, offerKey } from "../domain/offer.ts";
import type { Claim } from "../domain/passport.ts";
import { afterRefusal } from "./answers.ts";
import type { Action, Answered, Outcome } from "./events.ts";
import { ask, askAgain, emit, freshId, order, say, withState } from "./outcome.ts";
import { asName, ownWords, saysSomething } from "./own-words.ts";
import { isEarlier, offerOf, openOffers, ownWordsValue } from "./questions.ts";
import { saveExperience } from "./records.ts";
import type { Interview } from "./state.ts";

/** At most this many offers in a row before the conversation goes on. */
const maxOffersPerRound = 3;
/** At every so many skills their number is told. */
const countedEvery = 5;
/** After this many refusals in a row it asks further instead. */
const maxRefusalsInARow = 2;

function setOffer(outcome: Outcome, offer: Offer): Outcome {
  return withState(outcome, {
    offers: outcome.state.offers.map((each) => (each.id === offer.id ? offer : each)),
  });
}

function round(outcome: Outcome, asked: number, refusedInARow: number): Outcome {
  return withState(outcome, { round: { ...outcome.state.round, asked, refusedInARow } });
}

/** @param heardIn ids of what was just told; none where what waits is worked through */
export function startRound(outcome: Outcome, ...heardIn: readonly string[]): Outcome {
  return withState(outcome, { round: { asked: 0, refusedInARow: 0, heardIn: [...heardIn] } });
}

/**
 * Offers the best of what was just told, or, once what waits is worked through, the best of all; null when this round is
 * over. What was told earlier waits for the end: in between it would answer something else than what was said.
 */
export function offerNext(outcome: Outcome): Outcome | null {
  const { state } = outcome;
  if (state.round.refusedInARow >= maxRefusalsInARow) return null;
  if (!state.clearing && state.round.asked >= maxOffersPerRound) return null;
  const next = openOffers(state).find((offer) => state.clearing || (offer.state === "waiting" && !isEarlier(state, offer)));
  if (!next) return null;
  const asked = withState(outcome, { asked: state.asked.includes(next.id) ? state.asked : [...state.asked, next.id] });
  return ask(round(asked, state.round.asked + 1, state.round.refusedInARow), {
    step: "offer",
    offerId: next.id,
    explained: false,
  });
}

function claimFrom(state: Interview, offer: Offer, id: string, at: string): Claim {
  const { concept } = offer;
  const own = { nl: null, en: null, [state.language]: offer.ownLabel };
  return {
    id,
    uri: concept?.uri ?? null,
    label: concept?.label ?? own,
    type: concept?.type ?? null,
    taxonomy: concept ? state.taxonomy : null,
    meaning: concept?.meaning ?? null,
    group: concept?.group ?? null,
    level: null,
    discovered: offer.discovered,
    hidden: false,
    status: "self_declared",
    evidence: [{ quote: offer.evidence.quote, about: offer.evidence.about, experienceId: offer.experienceId }],
    origin: { ...offer.source, confirmedAt: at, channel: state.disclosure.channel },
    endorsements: [],
  };
}

function confirm(outcome: Outcome, offer: Offer, at: string): Outcome {
  const [numbered, claimId] = freshId(outcome, "claim");
  const confirmed: Offer = { ...offer, state: "confirmed" };
  const first = !numbered.state.offers.some((each) => each.state === "confirmed");
  let next = emit(setOffer(numbered, confirmed), {
    type: "claim_confirmed",
    at,
    claim: claimFrom(numbered.state, confirmed, claimId, at),
  });
  if (offer.state === "later") next = emit(next, { type: "offer_removed", at, offerId: offer.id });
  const experience = next.state.experiences.find((each) => each.id === offer.experienceId);
  if (experience?.noSkills) next = saveExperience(next, { ...experience, noSkills: false }, at);
  next = round(next, next.state.round.asked, 0);
  const count = next.state.offers.filter((each) => each.state === "confirmed").length;
  if (!first && count % countedEvery === 0) return say(next, "offer.confirmed_count", { count });
  return say(next, first ? "offer.confirmed_first" : offer.discovered ? "offer.confirmed_discovered" : "offer.confirmed");
}

function reject(outcome: Outcome, offer: Offer, at: string): Outcome {
  const rejected: Offer = { ...offer, state: "rejected" };
  return emit(setOffer(outcome, rejected), { type: "offer_set", at, offer: rejected });
}

export function postpone(outcome: Outcome, offer: Offer, at: string): Outcome {
  const later: Offer = { ...offer, state: "later" };
  return emit(setOffer(outcome, later), { type: "offer_set", at, offer: later });
}

/** What comes after an offer has been dealt with; given by the caller, so that offers know nothing of the areas. */
export type AfterRound = (outcome: Outcome, at: string) => Outcome;

function goOn(outcome: Outcome, at: string, afterRound: AfterRound): Outcome {
  return offerNext(outcome) ?? afterRound(outcome, at);
}

function refused(outcome: Outcome): Outcome {
  const { asked, refusedInARow } = outcome.state.round;
  return round(outcome, asked, refusedInARow + 1);
}

/** Later while everything is being worked through means: stop asking, keep it. */
function keepForLater(outcome: Outcome, offer: Offer, at: string, afterRound: AfterRound): Outcome {
  const kept = say(postpone(outcome, offer, at), "offer.kept_for_later");
  if (kept.state.clearing) return afterRound(kept, at);
  return goOn(kept, at, afterRound);
}

function letGo(outcome: Outcome, offer: Offer, at: string, afterRound: AfterRound): Outcome {
  return goOn(say(reject(outcome, offer, at), "offer.rejected"), at, afterRound);
}

/** An answer to the offer on the table. `action` null: words that are no answer to it. */
export function onOfferAnswered(outcome: Outcome, event: Answered, action: Action | null, afterRound: AfterRound): Outcome {
  const { asking } = outcome.state;
  if (asking.step !== "offer") return outcome;
  const offer = offerOf(outcome.state, asking.offerId);
  if (!offer) return afterRound(outcome, event.at);
  switch (action?.action) {
    case "yes":
      return goOn(confirm(outcome, offer, event.at), event.at, afterRound);
    case "no":
      return ask(refused(outcome), { step: "what_is_wrong", offerId: offer.id });
    case "something_else":
      return askAlternatives(refused(outcome), offer);
    case "own_words":
      return ask(refused(outcome), { step: "own_words", offerId: offer.id });
    case "dont_know":
      return asking.explained
        ? keepForLater(outcome, offer, event.at, afterRound)
        : ask(say(outcome, "offer.explain"), { ...asking, explained: true });
    case "later":
    case "skip":
      return keepForLater(outcome, offer, event.at, afterRound);
    default:
      return askAgain(say(outcome, "offer.please_answer"));
  }
}

function different(offer: Offer, state: Interview, options: readonly ConceptCard[]): ConceptCard[] {
  const taken = new Set(state.offers.filter((each) => each.state !== "waiting").map(offerKey));
  return options.filter((option) => option.uri !== offer.concept?.uri && !taken.has(option.uri)).slice(0, 3);
}

/** Ways of saying that the offer may simply go. */
const letsGo: ReadonlySet<Action["action"]> = new Set(["no", "plain_no", "none_of_these", "skip", "nothing_more", "dont_know", "go_on"]);

function askAlternatives(outcome: Outcome, offer: Offer): Outcome {
  return ask(outcome, { step: "alternatives", offerId: offer.id, options: different(offer, outcome.state, offer.alternatives) });
}

/** "Wat klopt niet?": something else, own words, or just no. */
export function onWhatIsWrongAnswered(outcome: Outcome, event: Answered, action: Action | null, afterRound: AfterRound): Outcome {
  const { asking } = outcome.state;
  if (asking.step !== "what_is_wrong") return outcome;
  const offer = offerOf(outcome.state, asking.offerId);
  if (!offer) return afterRound(outcome, event.at);
  if (action && letsGo.has(action.action)) return letGo(outcome, offer, event.at, afterRound);
  switch (action?.action) {
    case "something_else":
      return askAlternatives(outcome, offer);
    case "own_words":
      return ask(outcome, { step: "own_words", offerId: offer.id });
    case "later":
      return keepForLater(outcome, offer, event.at, afterRound);
    case "yes":
      // Second thoughts: "nee" by mistake, then "ja".
      return ask(outcome, { step: "offer", offerId: offer.id, explained: false });
    default:
      return searchInstead(outcome, event, offer);
  }
}

/** Whoever types words here says what it is instead. */
function searchInstead(outcome: Outcome, event: Answered, offer: Offer): Outcome {
  const text = afterRefusal(ownWords(event));
  return text ? order(outcome, { kind: "search", offerId: offer.id, text }) : askAgain(outcome);
}

function replaceBy(outcome: Outcome, offer: Offer, replacement: Pick<Offer, "concept" | "ownLabel">, at: string): Outcome {
  const rejected = reject(outcome, offer, at);
  // The same skill may have been heard in other words, and wait its turn: then it is that one, with those words.
  const waiting = openOffers(rejected.state).find((each) => offerKey(each) === offerKey(replacement));
  if (waiting) return confirm(rejected, waiting, at);
  const [numbered, id] = freshId(rejected, "offer");
  const chosen: Offer = { ...offer, ...replacement, id, state: "waiting", alternatives: [], discovered: false };
  return confirm(withState(numbered, { offers: [...numbered.state.offers, chosen] }), chosen, at);
}

/** One of the alternatives, typed words to search with, or none. */
export function onAlternativeAnswered(outcome: Outcome, event: Answered, action: Action | null, afterRound: AfterRound): Outcome {
  const { asking } = outcome.state;
  if (asking.step !== "alternatives") return outcome;
  const offer = offerOf(outcome.state, asking.offerId);
  if (!offer) return afterRound(outcome, event.at);
  if (action && letsGo.has(action.action)) return letGo(outcome, offer, event.at, afterRound);
  switch (action?.action) {
    case "pick": {
      const option = asking.options.find((each) => each.uri === action.value);
      if (!option) return askAgain(outcome);
      const own = option.uri.startsWith(`${ownWordsValue}:`);
      const replacement = own ? { concept: null, ownLabel: localised(option.label, outcome.state.language) } : { concept: option, ownLabel: null };
      return goOn(replaceBy(outcome, offer, replacement, event.at), event.at, afterRound);
    }
    case "later":
      return keepForLater(outcome, offer, event.at, afterRound);
    case "own_words":
    case "something_else":
      return ask(outcome, { step: "own_words", offerId: offer.id });
    default:
      return searchInstead(outcome, event, offer);
  }
}

/** What a typed search found: at most two concepts, and the words themselves. */
export function onSearched(outcome: Outcome, offerId: string, typed: string, found: readonly ConceptCard[]): Outcome {
  const offer = offerOf(outcome.state, offerId);
  if (!offer) return askAgain(outcome);
  const words = asName(typed);
  const own: ConceptCard = {
    uri: `${ownWordsValue}:${words}`,
    type: "skill",
    reuseLevel: null,
    label: { nl: null, en: null, [outcome.state.language]: words },
    meaning: { nl: null, en: null },
    headline: { nl: null, en: null },
    group: { nl: null, en: null },
  };
  const options = [...different(offer, outcome.state, found).slice(0, 2), own];
  return ask(outcome, { step: "alternatives", offerId, options });
}

/** The skill in the holder's own words. */
export function onOwnWordsAnswered(outcome: Outcome, event: Answered, action: Action | null, afterRound: AfterRound): Outcome {
  const { asking } = outcome.state;
  if (asking.step !== "own_words") return outcome;
  const offer = offerOf(outcome.state, asking.offerId);
  if (!offer) return afterRound(outcome, event.at);
  if (action && letsGo.has(action.action)) return letGo(outcome, offer, event.at, afterRound);
  if (action?.action === "later") return keepForLater(outcome, offer, event.at, afterRound);
  const text = asName(ownWords(event));
  if (action !== null || !saysSomething(text)) return askAgain(outcome);
  return goOn(replaceBy(outcome, offer, { concept: null, ownLabel: text }, event.at), event.at, afterRound);
}
