import type { Offer } from "../domain/offer.ts";
import type { Passport } from "../domain/passport.ts";
import { codeIn } from "../domain/come-back-code.ts";
import { actionMeant } from "./actions.ts";
import { answeredToBot } from "./answered-to-bot.ts";
import { isStory, meaningOf, openingWord } from "./answers.ts";
import { besideOffer, correctedBesideOffer } from "./beside-offer.ts";
import { onStillTrueAnswered } from "./building-on.ts";
import { answeredOfCard } from "./card-questions.ts";
import { commandIn, onCodeTyped, onCommand, onCommandAnswered, moreToTell, onRemovalWish, onTakenBack, onReturn, tellMore } from "./commands.ts";
import { declineTooYoung, isTooYoung, onBeforeAgreement, onDisclosureChanged, readNotice } from "./consent.ts";
import { answeredWarmly, withoutShrug } from "./comforting.ts";
import { onDocumentAnswered, onDocumentRead, onFileSent, onThingsNamed } from "./document-talk.ts";
import { isOfDocument, onDocumentFound } from "./document-rounds.ts";
import type { Action, Answered, InterviewEvent, Outcome } from "./events.ts";
import { onFound } from "./found.ts";
import { onGoalLookedUp, onMissingSkillAnswered, onMissingToldOf } from "./goal.ts";
import { confirm, mostCleared, onOfferAnswered, postpone, refused } from "./offers.ts";
import { interrupt } from "./interruption.ts";
import { ask, askAgain, counted, nothingYet, say, withState } from "./outcome.ts";
import { withPageChanges } from "./page-changes.ts";
import { afterRound, clearWaiting, close } from "./parts.ts";
import { onUnclear } from "./plainer.ts";
import { isUnasked, offerOf, questionId, summaryOf } from "./questions.ts";
import { onMessageWish } from "./reminders.ts";
import { questionApart, smallTalk, withAnswers } from "./small-talk.ts";
import { leaving, toldAtTheEnd } from "./leaving.ts";
import { askAlternatives, onAlternativeAnswered, onOwnWordsAnswered, onSearched, onWhatIsWrongAnswered } from "./something-else.ts";
import { onSaidInPassing } from "./said-in-passing.ts";
import { withoutSorrow } from "./sorrow.ts";
import { type Interview, newInterview } from "./state.ts";
import { stanceOf } from "./stance.ts";
import { comfort, onEnoughAnswered } from "./rest.ts";
import { findSkills, onStory } from "./stories.ts";
import { onSummaryAnswered } from "./summary.ts";
import { saysItGoes, saysItIsNone, takenAway } from "./taken-away.ts";
import { tellsMore, toldBehind } from "./tells-more.ts";
import { thingNames, thingsOf } from "./things.ts";
import { inverses, remember, rememberEvents } from "./undo.ts";
import { onWish } from "./wishes.ts";

function onAnswer(outcome: Outcome, event: Answered, action: Action | null): Outcome {
  const { asking } = outcome.state;
  switch (asking.step) {
    case "consent":
      return onBeforeAgreement(outcome, event);
    case "open":
    case "follow_up":
    case "more":
      return onStory(outcome, event, action);
    case "offer": {
      const offer = offerOf(outcome.state, asking.offerId);
      if (action === null && event.text) {
        const added = offer && onSaidInPassing(outcome, event, experiencesOf(outcome.state, offer));
        if (added) return openingWord(event.text) === null ? askAgain(added) : onOfferAnswered(counted(added), event, { action: "yes" }, afterRound);
        const beside = besideOffer(outcome, event);
        if (beside) return beside;
        if (openingWord(event.text) === "yes") return onYesWithWords(counted(outcome), event, asking.offerId);
        // More of the story, told while an offer is on the table: heard and kept, and the offer stays.
        if (offer && asking.unsure && isStory(event.text)) return readLeavingIt(outcome, event, offer);
        if (isStory(event.text)) return findSkills(outcome, event, event.text.trim());
      }
      if (offer && action?.action === "something_else") return askAlternatives(refused(counted(outcome)), offer);
      return onOfferAnswered(counted(outcome), event, action, afterRound);
    }
    case "what_is_wrong":
      return correctedBesideOffer(outcome, event) ?? onWhatIsWrongAnswered(outcome, event, action);
    case "alternatives":
      return correctedBesideOffer(outcome, event) ?? onAlternativeAnswered(outcome, event, action);
    case "own_words":
      return onOwnWordsAnswered(outcome, event, action);
    case "summary":
    case "summary_change":
      return onSummaryAnswered(outcome, event, action);
    case "document":
    case "document_change": {
      const named = onThingsNamed(outcome, event);
      if (named) return named;
      if (action === null && event.text && isStory(event.text)) return findSkills(outcome, event, event.text.trim());
      return onDocumentAnswered(outcome, event, action);
    }
    case "enough":
      return onEnoughAnswered(outcome, event, action, asking.part);
    case "waiting_offers":
      if (action) return ["yes", "go_on"].includes(action.action) ? clearWaiting(outcome, event.at) : close(outcome, event.at);
      return event.text && isStory(event.text) ? findSkills(outcome, event, event.text.trim()) : askAgain(outcome);
    case "change_claim":
      return storyMeanwhile(outcome, event, action) ?? onCommandAnswered(outcome, event, action);
    case "still_true":
      return onStillTrueAnswered(outcome, event, action);
    case "missing_skill":
      return onMissingSkillAnswered(counted(outcome), event, action);
    case "tell_missing":
      return onMissingToldOf(outcome, event, action);
    case "choose_claim":
    case "reword_claim":
    case "erase":
    case "wipe_device":
      return onCommandAnswered(outcome, event, action);
    case "closed":
      if (action && ["go_on", "yes"].includes(action.action)) return tellMore(outcome, event.at);
      if (action) return say(outcome, "closed.bye");
      return event.text && !meaningOf(event.text) ? onStory(tellMoreQuietly(outcome), event, null) : askAgain(outcome);
  }
}

/** The experience that a skill was heard in; none where it was told of another part of life. */
const experiencesOf = ({ experiences }: Interview, { experienceId, evidence }: Offer) =>
  experiences.filter(({ id, area }) => id === experienceId && area === evidence.about);

/** "ja en ik poets ook ramen": a yes, and what is told with it is read. */
function onYesWithWords(outcome: Outcome, event: Answered, offerId: string): Outcome {
  const offer = offerOf(outcome.state, offerId);
  return offer && event.text && tellsMore(event.text)
    ? findSkills(confirm(outcome, offer, event.at), event, toldBehind(event.text))
    : onOfferAnswered(outcome, event, { action: "yes" }, afterRound);
}

/** A second story in place of a yes or a no: the offer waits for later, and what was told is read. */
function readLeavingIt(outcome: Outcome, event: Answered, offer: Offer): Outcome {
  const { state } = outcome;
  const kept = say(postpone(outcome, offer, event.at), "offer.kept_for_later");
  // What is worked through would come to it again at once.
  const last = state.clearing ? withState(kept, { round: { ...state.round, asked: mostCleared } }) : kept;
  return findSkills(withState(last, { asking: { step: "offer", offerId: offer.id, explained: false, left: true } }), event, event.text?.trim() ?? "");
}

/** A story told while it is asked what to do with a skill answers what was asked before. */
function storyMeanwhile(outcome: Outcome, event: Answered, action: Action | null): Outcome | null {
  const { interrupted } = outcome.state;
  if (action !== null || !interrupted || !event.text || !isStory(event.text)) return null;
  return onAnswer(withState(outcome, { asking: interrupted, interrupted: null }), event, null);
}

/** A story told after the closing is heard as one more experience. */
function tellMoreQuietly(outcome: Outcome): Outcome {
  const { state } = moreToTell(outcome);
  return { ...outcome, state };
}

/** "verkeerd woord", "mijn eigen woorden", said after a bare no: what it should have been is asked, and what is asked now waits. */
function takenUpAgain(outcome: Outcome, { text }: Answered, justRefused: string | null): Outcome | null {
  const offer = justRefused === null ? undefined : offerOf(outcome.state, justRefused);
  if (text === null || offer?.state !== "rejected") return null;
  const meaning = meaningOf(text);
  if (meaning === "own_words") return ask(interrupt(outcome), { step: "own_words", offerId: offer.id });
  return meaning === "something_else" ? askAlternatives(interrupt(outcome), offer) : null;
}

function onAnswered(before: Interview, event: Answered): Outcome {
  const { justRefused } = before;
  const state: Interview = justRefused === null ? before : { ...before, justRefused: null };
  const outcome = nothingYet(state);
  if (state.phase === "declined" || state.phase === "erased") return { ...say(outcome, "ended"), keepText: false };
  if (event.text !== null && isTooYoung(event.text)) return declineTooYoung(outcome);
  if (event.text !== null && codeIn(event.text) !== null) return onCodeTyped(outcome);
  if (event.action?.action === "returned") return state.phase === "opening" ? askAgain(outcome) : onReturn(outcome);
  if (state.phase === "opening") return onBeforeAgreement(outcome, event);
  const ended = toldAtTheEnd(state, event);
  if (ended) return leaving(onAnswered({ ...state, isLeaving: true, isResting: ended.ends === "tired" }, { ...event, text: ended.told }));
  const command = commandIn(event);
  if (command) return onCommand(outcome, event, command);
  const ofMessages = onMessageWish(outcome, event);
  if (ofMessages) return ofMessages;
  if (state.phase === "paused") {
    const meaning = event.text === null ? null : meaningOf(event.text);
    if (event.action === null && (meaning === null || meaning === "yes" || meaning === "no"))
      return onAnswered({ ...state, phase: "talking" }, event);
    return onReturn(outcome);
  }
  if (event.isDistressed && !isStoryStep(state)) return comfort(outcome);
  if (isStale(state, event)) return askAgain(say(outcome, "offer.superseded"));
  const again = takenUpAgain(outcome, event, justRefused);
  if (again) return again;
  const back = onTakenBack(outcome, event);
  if (back) return back;
  const toBot = answeredOfCard(outcome, event) ?? answeredToBot(outcome, event);
  if (toBot) return toBot;
  const both = answerWithQuestion(outcome, event);
  if (both) return both;
  const beside = smallTalk(outcome, event) ?? onUnclear(outcome, event) ?? onWish(outcome, event);
  if (beside) return beside;
  if (asksToRemove(state, event)) return onCommand(outcome, event, "change_claim");
  const isOfPassport = event.action === null && !isWordStep(state) && !namesOnCard(state, event.text ?? "");
  const removal = isOfPassport ? onRemovalWish(outcome, event) : null;
  if (removal) return removal;
  return onAnswer(outcome, event, actionMeant(event, state));
}

/** "ja. wat doe je met mijn gegevens?": the question is answered, and the yes is a yes. */
function answerWithQuestion(outcome: Outcome, event: Answered): Outcome | null {
  const apart = event.action === null && event.text !== null ? questionApart(event.text) : null;
  if (!apart) return null;
  // A question that is all there is to a message, or all but a word or two, is only answered.
  const isBoth = isAnswerTo(outcome.state, apart.rest) || (smallTalk(outcome, event) === null && tellsOfOneself(apart.rest));
  if (!isBoth) return null;
  const rest = { ...event, text: apart.rest };
  return onAnswer(withAnswers(outcome, apart.asked), rest, actionMeant(rest, outcome.state));
}

const tellsOfOneself = (text: string) => isStory(text) && /\b(?:ik|i|we|wij)\b/i.test(text);

/** Whether words answer the question of the moment with yes or no. */
function isAnswerTo({ asking }: Interview, text: string): boolean {
  const meaning = meaningOf(text);
  if (asking.step === "offer") return meaning === "yes" || meaning === "no" || stanceOf(text) !== null || openingWord(text) !== null;
  return ["summary", "still_true", "missing_skill", "waiting_offers", "enough"].includes(asking.step) && (meaning === "yes" || meaning === "no");
}

/** An answer to a card that is no longer the question. "Nee" pressed twice on one card is a plain no. */
function isStale({ asking }: Interview, { action }: Answered): boolean {
  if (action?.about === undefined || action.about === questionId(asking)) return false;
  const isNoAgain = asking.step === "what_is_wrong" && action.action === "no" && action.about === `offer:${asking.offerId}`;
  return !isNoAgain;
}

/** "haal weg" where nothing is on the table that it can be about: then it is something in the passport. */
function asksToRemove(state: Interview, { action, text }: Answered): boolean {
  if (action !== null || text === null || (meaningOf(text) !== "remove" && !(saysItGoes(text) && !saysItIsNone(text)))) return false;
  return ["open", "follow_up", "more", "enough", "waiting_offers", "closed"].includes(state.asking.step);
}

/** Where a story is told and read whole: what it says of how somebody feels is heard there. */
function isStoryStep({ asking }: Interview): boolean {
  return ["open", "follow_up", "more", "offer"].includes(asking.step);
}

/** Where words are asked for, "verwijder …" may be some. */
function isWordStep(state: Interview): boolean {
  return ["own_words", "reword_claim", "alternatives", "what_is_wrong"].includes(state.asking.step);
}

/** "haal de bakker weg" while the card shows a baker is about the card, whatever the passport holds. */
function namesOnCard(state: Interview, text: string): boolean {
  const { asking, document } = state;
  if (asking.step === "document" || asking.step === "document_change")
    return document !== null && takenAway(text, thingsOf(document).map(thingNames)) !== null;
  if (asking.step !== "summary" && asking.step !== "summary_change") return false;
  return takenAway(text, thingsOf(summaryOf(state, asking.part)).map(thingNames)) !== null;
}

/** What still waited to be asked, and came into the passport by another way meanwhile, is not asked any more. */
function withoutHeld(state: Interview, { claims }: Passport): Interview {
  const held = new Set(claims.flatMap((claim) => [claim, ...(claim.merged ?? []).map((each) => each.claim)]).map(({ uri }) => uri));
  const offers = state.offers.filter((offer) => !(offer.concept && held.has(offer.concept.uri) && isUnasked(state, offer)));
  return offers.length === state.offers.length ? state : { ...state, offers };
}

/** The state, with what was done on the passport's page since. */
const asInPassport = (state: Interview, passport: Passport): Interview => withPageChanges(withoutHeld(state, passport), passport);

function isStep(before: Interview, outcome: Outcome): boolean {
  return (
    outcome.claimEvents.length > 0 ||
    outcome.work.some((work) => work.kind === "find_skills") ||
    questionId(before.asking) !== questionId(outcome.state.asking)
  );
}

/**
 * What the interview does with one event. Pure: the same state and event always give the same outcome; no I/O, no clock.
 * @param state null only for `started`
 */
export function interview(state: Interview | null, event: InterviewEvent): Outcome {
  if (event.type === "started") return readNotice(newInterview(event));
  if (state === null) throw new TypeError("An interview begins with the event `started`");
  switch (event.type) {
    case "answered": {
      const outcome = answeredWarmly(asInPassport({ ...state, isLeaving: false, isResting: false }, event.passport), event, onAnswered);
      const undone = outcome.state.undo.length < state.undo.length;
      if (undone || state.phase === "opening" || !isStep(state, outcome)) return outcome;
      const remembered = remember(state, outcome.state);
      return { ...outcome, state: rememberEvents(remembered, inverses(outcome.claimEvents, event.passport)) };
    }
    case "found": {
      const before = nothingYet(state);
      const told = { ...event, findings: withoutSorrow(event.findings, event.utterance.text) };
      const read = isOfDocument(before, event) ? onDocumentFound(before, event) : withoutShrug(onFound(before, told), event.utterance.id);
      const outcome = state.isLeaving ? leaving(read) : read;
      return { ...outcome, state: rememberEvents(outcome.state, inverses(outcome.claimEvents, event.passport)) };
    }
    case "searched":
      return onSearched(nothingYet(state), event.offerId, event.typed, event.options);
    case "file_sent":
      return onFileSent(nothingYet(state), event);
    case "document_read": {
      const outcome = onDocumentRead(nothingYet(state), event);
      return questionId(state.asking) === questionId(outcome.state.asking) ? outcome : { ...outcome, state: remember(state, outcome.state) };
    }
    case "goal_looked_up":
      return onGoalLookedUp(nothingYet(state), event);
    case "disclosure_changed":
      return onDisclosureChanged(state, event);
    case "unreadable":
      return askAgain(say(nothingYet(state), "unreadable"));
    case "too_long": {
      const isOver = state.phase === "declined" || state.phase === "erased";
      const outcome = isOver ? say(nothingYet(state), "ended") : askAgain(say(nothingYet(state), "too_long"));
      return { ...outcome, keepText: false };
    }
  }
}
