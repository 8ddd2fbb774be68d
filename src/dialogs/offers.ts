import type { Offer } from "../domain/offer.ts";
import type { Claim } from "../domain/passport.ts";
import type { Evidence } from "../domain/utterance.ts";
import type { Action, Answered, Outcome } from "./events.ts";
import { resume } from "./interruption.ts";
import { ask, askAgain, emit, freshId, say, withState } from "./outcome.ts";
import { sayPlainly } from "./plainly.ts";
import { isEarlier, offerOf, openOffers } from "./questions.ts";
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

/** A round of what was told earlier, and was not asked then. @param held ids, what goes first at the front: no more than a round has room for */
export function startHeldRound(outcome: Outcome, held: readonly string[]): Outcome {
  return withState(outcome, { round: { asked: 0, refusedInARow: 0, heardIn: [], held: held.slice(0, maxOffersPerRound) } });
}

/** What is worked through of what waits, before it is asked whether to go on. */
export const mostCleared = 5;

/**
 * Offers the best of what was just told, or, once what waits is worked through, the best of all; null when this round is
 * over. What was told earlier waits for the end of its part: in between it would answer something else than what was said.
 */
export function offerNext(outcome: Outcome): Outcome | null {
  const { state } = outcome;
  if (state.round.refusedInARow >= maxRefusalsInARow) return null;
  if (state.round.asked >= (state.clearing ? mostCleared : maxOffersPerRound)) return null;
  const isHeld = ({ id }: Offer) => state.round.held?.includes(id) === true && !state.asked.includes(id);
  const next = openOffers(state).find(
    (offer) => state.clearing || isHeld(offer) || (offer.state === "waiting" && (state.round.held?.includes(offer.id) || !isEarlier(state, offer))),
  );
  if (!next) return null;
  const asked = withState(outcome, { asked: state.asked.includes(next.id) ? state.asked : [...state.asked, next.id] });
  return ask(round(asked, state.round.asked + 1, state.round.refusedInARow), {
    step: "offer",
    offerId: next.id,
    explained: false,
  });
}

function claimFrom(state: Interview, offer: Offer, id: string, evidence: readonly Evidence[], at: string): Claim {
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
    evidence: evidence.map(({ quote, about }) => ({ quote, about, experienceId: offer.experienceId })),
    origin: { ...offer.source, confirmedAt: at, channel: state.disclosure.channel },
    endorsements: [],
  };
}

/** @param evidence its quotes in the passport: those of the offer, unless more was said of it */
export function confirm(outcome: Outcome, offer: Offer, at: string, evidence: readonly Evidence[] = [offer.evidence]): Outcome {
  const [numbered, claimId] = freshId(outcome, "claim");
  const confirmed: Offer = { ...offer, state: "confirmed" };
  const first = !numbered.state.offers.some((each) => each.state === "confirmed");
  let next = emit(setOffer(numbered, confirmed), {
    type: "claim_confirmed",
    at,
    claim: claimFrom(numbered.state, confirmed, claimId, evidence, at),
  });
  if (offer.state === "later") next = emit(next, { type: "offer_removed", at, offerId: offer.id });
  const experience = next.state.experiences.find((each) => each.id === offer.experienceId);
  if (experience?.noSkills) next = saveExperience(next, { ...experience, noSkills: false }, at);
  next = round(next, next.state.round.asked, 0);
  const count = next.state.offers.filter((each) => each.state === "confirmed").length;
  if (!first && count % countedEvery === 0) return say(next, "offer.confirmed_count", { count });
  return say(next, first ? "offer.confirmed_first" : offer.discovered ? "offer.confirmed_discovered" : "offer.confirmed");
}

export function reject(outcome: Outcome, offer: Offer, at: string): Outcome {
  const rejected: Offer = { ...offer, state: "rejected" };
  return emit(setOffer(outcome, rejected), { type: "offer_set", at, offer: rejected });
}

export function postpone(outcome: Outcome, offer: Offer, at: string): Outcome {
  const later: Offer = { ...offer, state: "later" };
  return emit(setOffer(outcome, later), { type: "offer_set", at, offer: later });
}

/** What comes after an offer has been dealt with; given by the caller, so that offers know nothing of the areas. */
export type AfterRound = (outcome: Outcome, at: string) => Outcome;

export function goOn(outcome: Outcome, at: string, afterRound: AfterRound): Outcome {
  // An offer that was taken up again came between: back to what was being asked.
  if (["alternatives", "own_words", "what_is_wrong"].includes(outcome.state.asking.step) && outcome.state.interrupted) return resume(outcome);
  return offerNext(outcome) ?? afterRound(outcome, at);
}

export function refused(outcome: Outcome): Outcome {
  const { asked, refusedInARow } = outcome.state.round;
  return round(outcome, asked, refusedInARow + 1);
}

/** Later while everything is being worked through means: stop asking, keep it. */
export function keepForLater(outcome: Outcome, offer: Offer, at: string, afterRound: AfterRound): Outcome {
  const kept = say(postpone(outcome, offer, at), "offer.kept_for_later");
  if (kept.state.clearing) return afterRound(kept, at);
  return goOn(kept, at, afterRound);
}

export function letGo(outcome: Outcome, offer: Offer, at: string, afterRound: AfterRound, reaction = "offer.rejected"): Outcome {
  return goOn(say(reject(outcome, offer, at), reaction), at, afterRound);
}

/** It cannot be told whether it is a yes or a no: asked plainly, once for a card; then the card waits, and it goes on. */
export function askPlainly(outcome: Outcome, offer: Offer, at: string, afterRound: AfterRound): Outcome {
  const { asking } = outcome.state;
  if (asking.step !== "offer") return askAgain(outcome);
  return asking.unsure ? keepForLater(outcome, offer, at, afterRound) : ask(outcome, { ...asking, unsure: true });
}

/** A bare no, typed: it goes on at once. The first time it is told how to say what it is instead. */
export function letGoAtOnce(
  outcome: Outcome,
  offer: Offer,
  at: string,
  afterRound: AfterRound,
  isFirst = !outcome.state.offers.some(({ state }) => state === "rejected"),
): Outcome {
  const marked = withState(refused(outcome), { justRefused: offer.id });
  return letGo(marked, offer, at, afterRound, isFirst ? "offer.rejected_first" : "offer.rejected");
}

/** So often a no by the button is asked what it is instead, where the answer was only that it goes. */
const mostPlainRefusals = 2;

/** Who took away what was wrong, and named no other word, takes it away with one tap from then on; the first time it is told how to name one. */
function letGoByButton(outcome: Outcome, offer: Offer, at: string, afterRound: AfterRound): Outcome {
  const { plainRefusals } = outcome.state;
  const told = withState(outcome, { plainRefusals: plainRefusals + 1 });
  return letGoAtOnce(told, offer, at, afterRound, plainRefusals === mostPlainRefusals);
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
      // Who says it goes on at once; the button leads to what else it may be.
      if (event.text !== null) return letGoAtOnce(outcome, offer, event.at, afterRound);
      if (outcome.state.plainRefusals >= mostPlainRefusals) return letGoByButton(outcome, offer, event.at, afterRound);
      return ask(refused(outcome), { step: "what_is_wrong", offerId: offer.id });
    case "plain_no":
      return letGo(refused(outcome), offer, event.at, afterRound);
    case "own_words":
      return ask(refused(outcome), { step: "own_words", offerId: offer.id });
    case "dont_know":
      return asking.explained
        ? keepForLater(outcome, offer, event.at, afterRound)
        : ask(sayPlainly(outcome, offer), { ...asking, explained: true, unsure: false });
    case "later":
    case "skip":
    case "nothing_more":
    case "go_on":
      return keepForLater(outcome, offer, event.at, afterRound);
    default:
      return askPlainly(outcome, offer, event.at, afterRound);
  }
}
