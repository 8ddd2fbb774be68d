import type { ConceptCard } from "../domain/concept.ts";
import { localised } from "../domain/language.ts";
import { type Offer, offerKey } from "../domain/offer.ts";
import type { Evidence } from "../domain/utterance.ts";
import { afterRefusal, isStory, meaningOf, normalise, openingWord } from "./answers.ts";
import { chosenIn } from "./chosen.ts";
import type { Action, Answered, Outcome } from "./events.ts";
import { fittingQuote } from "./fitting-quote.ts";
import { confirm, goOn, keepForLater, letGo, refused, reject } from "./offers.ts";
import { oneOfTwo, stanceOfOne } from "./one-of-two.ts";
import { ask, askAgain, freshId, order, say, withState } from "./outcome.ts";
import { asName, ownWords, saysSomething } from "./own-words.ts";
import { afterRound } from "./parts.ts";
import { isUnasked, offerOf, openOffers, ownWordsValue, skillName } from "./questions.ts";
import { deniedIn, meantInstead, tellsWhyNot } from "./refusals.ts";
import { namesIn, sharedWords } from "./shared-words.ts";
import type { Interview } from "./state.ts";
import { stanceOf } from "./stance.ts";
import { findSkills } from "./stories.ts";
import { namesAnotherDoing, toldBehind } from "./tells-more.ts";
import { evidenceTogether, evidenceTyped } from "./typed-evidence.ts";

function different(offer: Offer, state: Interview, options: readonly ConceptCard[], passed: readonly string[] = []): ConceptCard[] {
  const taken = new Set([...state.offers.filter((each) => each.state !== "waiting").map(offerKey), ...passed]);
  return options.filter((option) => option.uri !== offer.concept?.uri && !taken.has(option.uri)).slice(0, 3);
}

/** Ways of saying that the offer may simply go. */
const letsGo: ReadonlySet<Action["action"]> = new Set(["no", "plain_no", "none_of_these", "skip", "nothing_more", "dont_know", "go_on"]);

/** Other skills that the same words may stand for. */
export function askAlternatives(outcome: Outcome, offer: Offer): Outcome {
  return ask(outcome, { step: "alternatives", offerId: offer.id, options: different(offer, outcome.state, offer.alternatives) });
}

/** The offer goes, and what was said of it is read for what it tells; then it goes on, when that comes back. */
export function letGoAndRead(outcome: Outcome, event: Answered, offer: Offer, reaction = "offer.rejected"): Outcome {
  // "nee ik kook niet voor baby's" stays whole: without its "nee" it would tell of cooking.
  const text = event.text ?? "";
  const told = toldBehind(text);
  return readAfterAll(say(reject(outcome, offer, event.at), reaction), event, offer, tellsWhyNot(told) ? text.trim() : told);
}

/**
 * Has words beside an offer that is answered, or let be, read; then it goes on.
 * @param text each word where it stands in the message  @param passed what was shown, and is not to be found again
 */
export function readAfterAll(outcome: Outcome, event: Answered, offer: Offer, text: string, passed: readonly string[] = []): Outcome {
  return findSkills(withState(outcome, { asking: { step: "offer", offerId: offer.id, explained: false } }), event, text, passed);
}

/** The better words for an offer that is not right: no, and looked for with them. @param meant as typed */
export function searchInstead(outcome: Outcome, event: Answered, offer: Offer, meant: string): Outcome {
  const isSentence = meant.split(/\s+/).length >= fewestOfASentence;
  return searchFor(refused(outcome), event, offer, meant, isSentence ? meant : meantWith(offer, meant));
}

/** With fewer words it is named what it is, and not told what is done with it. */
const fewestOfASentence = 4;

/** "Wat klopt niet?": something else, own words, or just no. */
export function onWhatIsWrongAnswered(outcome: Outcome, event: Answered, action: Action | null): Outcome {
  const { asking } = outcome.state;
  if (asking.step !== "what_is_wrong") return outcome;
  const offer = offerOf(outcome.state, asking.offerId);
  if (!offer) return afterRound(outcome, event.at);
  if (action && letsGo.has(action.action)) {
    const counted = withState(outcome, { plainRefusals: outcome.state.plainRefusals + 1 });
    return letGo(counted, offer, event.at, afterRound);
  }
  switch (action?.action) {
    case "something_else":
      return askAlternatives(wantsAnother(outcome), offer);
    case "own_words":
      return ask(wantsAnother(outcome), { step: "own_words", offerId: offer.id });
    case "later":
      return keepForLater(outcome, offer, event.at, afterRound);
    case "yes":
      // Second thoughts: "nee" by mistake, then "ja".
      return ask(outcome, { step: "offer", offerId: offer.id, explained: false });
    default:
      return onWordsInstead(outcome, event, offer);
  }
}

/** Who names another word is asked for it the next time as well. */
function wantsAnother(outcome: Outcome): Outcome {
  return withState(outcome, { plainRefusals: 0 });
}

/** Whoever types words here says what it is instead, or why it is not right. */
function onWordsInstead(outcome: Outcome, event: Answered, offer: Offer): Outcome {
  if (event.text !== null && meaningOf(event.text) === "already_said") return letGo(outcome, offer, event.at, afterRound, "open.already_said");
  const two = oneOfTwo(event.text ?? "");
  if (two && stanceOfOne(two, offer, outcome.state.language) !== "yes")
    return searchFor(outcome, event, offer, two.yes, two.no === null ? two.yes : meantWith(offer, two.yes));
  const text = toldBehind(afterRefusal(ownWords(event))).trim();
  const stance = event.text === null || meantInstead(afterRefusal(event.text)) !== null ? null : stanceOf(event.text);
  if (stance?.says === "no") {
    // "wat? koken? nee joh" is no name for anything; "nah just sweeping the floor" is.
    const isNamed = openingWord(event.text ?? "") === "no" && namesAnotherDoing(normalise(text));
    if (stance.better === null && !isNamed) return letGoOfAll(outcome, event, offer);
    if (stance.better !== null && stance.named) return searchFor(outcome, event, offer, stance.better, stance.better);
  }
  if (!text) return askAgain(outcome);
  const meant = meantInstead(text);
  if (meant === null && (tellsWhyNot(text) || isOfOtherThings(text, offer))) return letGoAndRead(outcome, event, offer);
  return searchFor(outcome, event, offer, text, meant === null ? text : meantWith(offer, meant));
}

/** So many words, with whose doing it is: more than the name of a skill. */
const fewestOfAStory = 8;

/** A story that has nothing to do with the offer: "ik zing in een koor, en ik naai kleren" where talking was offered. */
function isOfOtherThings(text: string, offer: Offer): boolean {
  if (text.split(/\s+/).length < fewestOfAStory || !/\b(?:ik|we|wij|i)\b/i.test(text)) return false;
  return sharedWords(text, `${offer.evidence.quote} ${namesIn(offer)}`) === 0;
}

/** A correction names what it is ("gewone fiets"); what is done with it was said before. */
function meantWith({ evidence }: Offer, meant: string): string {
  return `${evidence.quote}, ${meant}`;
}

/** A correction beside an offer, "gewone fiets geen elektrisch": no, and looked for again with those words; null for all else. */
export function correctedOffer(outcome: Outcome, event: Answered, offer: Offer): Outcome | null {
  const text = afterRefusal(ownWords(event));
  const meant = text ? meantInstead(text) : null;
  return meant === null ? null : searchFor(refused(outcome), event, offer, text, meantWith(offer, meant));
}

/** @param words all that was typed of it  @param meant what of it to search with */
function searchFor(outcome: Outcome, event: Answered, offer: Offer, words: string, meant: string): Outcome {
  const said = evidenceTyped(event, words, offer.evidence.about);
  const passed = passedBy(outcome.state);
  const asking = {
    step: "what_is_wrong",
    offerId: offer.id,
    ...(said ? { said } : {}),
    ...(passed.length > 0 ? { passed: [...passed] } : {}),
  } as const;
  return order(withState(outcome, { asking }), { kind: "search", offerId: offer.id, text: meant });
}

/** What was shown in place of an offer, and was not chosen. */
function passedBy({ asking }: Interview): readonly string[] {
  return asking.step === "alternatives" ? [...(asking.passed ?? []), ...asking.options.map(({ uri }) => uri)] : [];
}

/** Who chose one of several is not asked about the others by themselves. */
function withoutPassed(outcome: Outcome, passed: readonly string[]): Outcome {
  const isPassed = (offer: Offer) => isUnasked(outcome.state, offer) && passed.includes(offerKey(offer));
  return withState(outcome, { offers: outcome.state.offers.filter((each) => !isPassed(each)) });
}

/** @param said what was typed in its place: then that is what it rests on */
function replaceBy(outcome: Outcome, offer: Offer, replacement: Pick<Offer, "concept" | "ownLabel">, said: Evidence | null, at: string): Outcome {
  const isGone = offerOf(outcome.state, offer.id)?.state === "rejected";
  const rejected = isGone ? outcome : reject(outcome, offer, at);
  // The same skill may have been heard in other words, and wait its turn: then it is that one, with those words.
  const waiting = openOffers(rejected.state).find((each) => offerKey(each) === offerKey(replacement));
  if (waiting) return confirm(rejected, waiting, at, said ? [waiting.evidence, said] : [waiting.evidence]);
  const [numbered, id] = freshId(rejected, "offer");
  // Other words of the same answer may tell of it, where those of the offer do not.
  const { evidence, experienceId } = said
    ? { evidence: offer.evidence, experienceId: offer.experienceId }
    : fittingQuote(offer, replacement, outcome.state);
  const chosen: Offer = {
    ...offer,
    ...replacement,
    id,
    state: "waiting",
    evidence: said ?? evidence,
    experienceId,
    alternatives: [],
    discovered: false,
  };
  return confirm(withState(numbered, { offers: [...numbered.state.offers, chosen] }), chosen, at, evidenceTogether(evidence, said));
}

/** "zingen in koor, en ik naai kleren": more than one thing was typed in place of an offer. */
function tellsOfMore({ quote }: Evidence): boolean {
  return quote.split(/\s+/).length >= 5 && /\S[,.;]\s+\S|\s(?:en|ook|and|also)\s/i.test(quote);
}

/** What was said beside the alternative that was chosen is read, each quote where it stands in its message; then it goes on. */
function readBeside(outcome: Outcome, event: Answered, offer: Offer, said: Evidence, passed: readonly string[] = []): Outcome {
  return readAfterAll(outcome, { ...event, activityId: said.utteranceId }, offer, " ".repeat(said.start) + said.quote, passed);
}

/** None of what was shown: the offer goes, and what was told in its place is read for other skills. */
function letGoOfAll(outcome: Outcome, event: Answered, offer: Offer): Outcome {
  const { asking } = outcome.state;
  const said = asking.step === "alternatives" ? asking.said : undefined;
  if (!said || !isStory(said.quote) || tellsWhyNot(said.quote)) return letGo(outcome, offer, event.at, afterRound);
  const isGone = offer.state === "rejected";
  const gone = say(isGone ? outcome : reject(outcome, offer, event.at), "offer.rejected");
  return readBeside(gone, event, offer, said, passedBy(outcome.state));
}

/** One of the alternatives, typed words to search with, or none. */
export function onAlternativeAnswered(outcome: Outcome, event: Answered, action: Action | null): Outcome {
  const { asking } = outcome.state;
  if (asking.step !== "alternatives") return outcome;
  const offer = offerOf(outcome.state, asking.offerId);
  if (!offer) return afterRound(outcome, event.at);
  if (action && letsGo.has(action.action)) return letGoOfAll(outcome, event, offer);
  switch (action?.action) {
    case "pick": {
      const option = asking.options.find((each) => each.uri === action.value);
      return option ? onChosen(outcome, event, offer, [option]) : askAgain(outcome);
    }
    case "later":
      return keepForLater(outcome, offer, event.at, afterRound);
    case "own_words":
    case "something_else":
      return ask(outcome, { step: "own_words", offerId: offer.id });
    default: {
      const { language } = outcome.state;
      const chosen =
        event.text === null
          ? null
          : chosenIn(
              event.text,
              asking.options.map((option) => namesOf(option, language)),
            );
      if (chosen === "none") return letGoOfAll(outcome, event, offer);
      const options = asking.options.filter((_, at) => chosen?.includes(at));
      return options.length > 0 ? onChosen(outcome, event, offer, options) : onWordsInstead(outcome, event, offer);
    }
  }
}

/** What an option is called on its button, and in the taxonomy. */
function namesOf(option: ConceptCard, language: Interview["language"]): readonly string[] {
  return [...new Set([skillName(option, language), localised(option.label, language)])];
}

/** One or more of the alternatives take the place of an offer. */
function onChosen(outcome: Outcome, event: Answered, offer: Offer, options: readonly ConceptCard[]): Outcome {
  const { asking, language } = outcome.state;
  const said = asking.step === "alternatives" ? asking.said : undefined;
  const isOwn = ({ uri }: ConceptCard) => uri.startsWith(`${ownWordsValue}:`);
  let next = outcome;
  for (const option of options) {
    const replacement = isOwn(option) ? { concept: null, ownLabel: localised(option.label, language) } : { concept: option, ownLabel: null };
    next = replaceBy(next, offer, replacement, said ?? null, event.at);
  }
  // One word of joy for all of them.
  next = withoutPassed({ ...next, messages: [...outcome.messages, ...next.messages.slice(-1)] }, passedBy(outcome.state));
  if (!options.some(isOwn) && said && tellsOfMore(said)) return readBeside(next, event, offer, said);
  return goOn(next, event.at, afterRound);
}

/** "geen elektrisch": what was just said not to be is not put forward. Words that were said before tell nothing apart. */
function isDenied({ label }: ConceptCard, { evidence }: Offer, said: Evidence | undefined): boolean {
  const denied = deniedIn(said?.quote ?? "")
    .split(/\s+/)
    .filter((word) => sharedWords(word, evidence.quote) === 0)
    .join(" ");
  return sharedWords(denied, [label.nl, label.en].filter((name) => name !== null).join(" ")) > 0;
}

/** What a typed search found: at most two concepts, and the words themselves. */
export function onSearched(outcome: Outcome, offerId: string, typed: string, found: readonly ConceptCard[]): Outcome {
  const { asking } = outcome.state;
  const offer = offerOf(outcome.state, offerId);
  if (!offer) return askAgain(outcome);
  const { said, passed = [] } = asking.step === "what_is_wrong" ? asking : {};
  const words = asName(said?.quote.replace(/\s+/g, " ") ?? typed);
  const own: ConceptCard = {
    uri: `${ownWordsValue}:${words}`,
    type: "skill",
    reuseLevel: null,
    label: { nl: null, en: null, [outcome.state.language]: words },
    meaning: { nl: null, en: null },
    headline: { nl: null, en: null },
    group: { nl: null, en: null },
  };
  const meant = found.filter((concept) => !isDenied(concept, offer, said));
  const options = [...different(offer, outcome.state, meant, passed).slice(0, 2), own];
  return ask(outcome, { step: "alternatives", offerId, options, ...(said ? { said } : {}), ...(passed.length > 0 ? { passed: [...passed] } : {}) });
}

/** The skill in the holder's own words. */
export function onOwnWordsAnswered(outcome: Outcome, event: Answered, action: Action | null): Outcome {
  const { asking } = outcome.state;
  if (asking.step !== "own_words") return outcome;
  const offer = offerOf(outcome.state, asking.offerId);
  if (!offer) return afterRound(outcome, event.at);
  if (action && letsGo.has(action.action)) return letGo(outcome, offer, event.at, afterRound);
  if (action?.action === "later") return keepForLater(outcome, offer, event.at, afterRound);
  const words = ownWords(event);
  const text = asName(words);
  if (action !== null || !saysSomething(text)) return askAgain(outcome);
  const said = evidenceTyped(event, words, offer.evidence.about);
  return goOn(replaceBy(outcome, offer, { concept: null, ownLabel: text }, said, event.at), event.at, afterRound);
}
