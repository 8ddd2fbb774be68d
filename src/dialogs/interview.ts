import type { Area } from "../domain/area.ts";
import { codeIn } from "../domain/come-back-code.ts";
import { applyPassportEvent } from "../domain/passport-events.ts";
import { type Passport, settledKeys } from "../domain/passport.ts";
import type { PassportEvent } from "../domain/passport-events.ts";
import { offerKey } from "../domain/offer.ts";
import { choiceNumber, declinesMore, meaningOf, type Meaning, normalise, statedAge } from "./answers.ts";
import { besideOffer, correctedBesideOffer } from "./beside-offer.ts";
import { onConsent, onDisclosureChanged, refusalKey } from "./consent.ts";
import { commandIn, onCodeTyped, onCommand, onCommandAnswered, onRemovalWish, onReturn, tellMore } from "./commands.ts";
import { onCorrection } from "./corrections.ts";
import type { Action, Answered, InterviewEvent, Outcome } from "./events.ts";
import { comfort, onFound, offerRest } from "./found.ts";
import { onAlternativeAnswered, onOfferAnswered, onOwnWordsAnswered, onSearched, onWhatIsWrongAnswered } from "./offers.ts";
import { ask, askAgain, emit, nothingYet, order, say, withState } from "./outcome.ts";
import { afterRound, clearWaiting, close, finishPart, openPart, progress, saveExperience, skipPart, summarised } from "./parts.ts";
import { questionId, questionOf, summaryOf } from "./questions.ts";
import { smallTalk } from "./small-talk.ts";
import { areaOf, type Interview, interviewParts, type PartProgress, type Part } from "./state.ts";
import { inverseOf, remember, rememberEvents } from "./undo.ts";

const minimumAge = 16;
const maxStoryLength = 4000;

function start(event: Extract<InterviewEvent, { type: "started" }>): Outcome {
  const parts = Object.fromEntries(interviewParts.map((part) => [part, "open"])) as Record<Part, PartProgress>;
  const state: Interview = {
    version: 1,
    idPrefix: event.idPrefix,
    nextId: 1,
    language: event.language,
    taxonomy: event.taxonomy,
    disclosure: event.disclosure,
    wordingHash: event.wordingHash,
    consentedAt: null,
    phase: "opening",
    asking: { step: "consent" },
    interrupted: null,
    beforeNotice: null,
    parts,
    part: "day",
    experienceId: null,
    experiences: [],
    credentials: [],
    offers: [],
    asked: [],
    toSummarise: [],
    round: { asked: 0, refusedInARow: 0, heardIn: [] },
    followUps: { asked: [], wanted: [] },
    emptyAnswers: 0,
    answers: 0,
    checkpoint: { answers: 0, at: null },
    clearing: false,
    undo: [],
  };
  return askAgain(say(say(nothingYet(state), "opening.hello"), "opening.notice"));
}

/** What a typed answer stands for, in the light of the choices that are on the table. */
function actionMeant(event: Answered, state: Interview): Action | null {
  if (event.action) return event.action;
  if (event.text === null) return null;
  const { choices } = questionOf(state);
  const number = choiceNumber(event.text);
  const numbered = number === null ? undefined : choices[number - 1];
  if (numbered) return numbered.action;
  const meaning = meaningOf(event.text);
  if (!meaning) return null;
  const named = choices.find((choice) => choice.action.action === meaning);
  return named ? named.action : actionOfMeaning(meaning);
}

function actionOfMeaning(meaning: Meaning): Action | null {
  switch (meaning) {
    case "yes":
    case "no":
    case "dont_know":
    case "later":
    case "skip":
    case "nothing_more":
    case "go_on":
    case "something_else":
    case "own_words":
      return { action: meaning };
    default:
      return null;
  }
}

function decline(outcome: Outcome, key: string): Outcome {
  const declined = say(withState(outcome, { phase: "declined" }), key);
  return { ...order(declined, { kind: "erase_everything" }), keepText: false };
}

/** The fields of a summary card, saved. */
function saveSummary(outcome: Outcome, event: Answered, fields: Readonly<Record<string, string>>): Outcome {
  const { experiences, credentials } = summaryOf(outcome.state, outcome.state.part);
  let next = outcome;
  const field = (id: string, name: string, was: string | null): string | null => {
    const value = fields[`${id}.${name}`];
    return value === undefined ? was : value.trim() || null;
  };
  for (const experience of experiences) {
    const title = field(experience.id, "title", experience.title);
    if (title === null) {
      next = emit(withState(next, { experiences: next.state.experiences.filter((each) => each.id !== experience.id) }), {
        type: "experience_erased",
        at: event.at,
        experienceId: experience.id,
      });
      continue;
    }
    const better = {
      ...experience,
      title,
      organisation: field(experience.id, "organisation", experience.organisation),
      start: field(experience.id, "start", experience.start),
      end: field(experience.id, "end", experience.end),
    };
    if (JSON.stringify(better) !== JSON.stringify(experience)) next = saveExperience(next, better, event.at);
  }
  for (const credential of credentials) {
    const title = field(credential.id, "title", credential.title);
    const better = {
      ...credential,
      title: title ?? credential.title,
      institution: field(credential.id, "institution", credential.institution),
      date: field(credential.id, "date", credential.date),
    };
    const list = next.state.credentials;
    if (title === null) {
      next = emit(withState(next, { credentials: list.filter((each) => each.id !== credential.id) }), {
        type: "credential_erased",
        at: event.at,
        credentialId: credential.id,
      });
    } else if (JSON.stringify(better) !== JSON.stringify(credential)) {
      next = emit(withState(next, { credentials: list.map((each) => (each.id === better.id ? better : each)) }), {
        type: "credential_set",
        at: event.at,
        credential: better,
      });
    }
  }
  return summarised(say(next, "summary.saved"), event.at);
}

function onSummaryAnswered(outcome: Outcome, event: Answered, action: Action | null): Outcome {
  const { asking, part } = outcome.state;
  if (action?.action === "save") return saveSummary(outcome, event, action.fields ?? {});
  if (action && ["yes", "go_on", "skip", "nothing_more", "later", "dont_know"].includes(action.action)) return summarised(outcome, event.at);
  if (asking.step === "summary" && action && ["change", "no", "plain_no"].includes(action.action))
    return ask(outcome, { step: "summary_change", part });
  if (asking.step === "summary_change" && action?.action === "no") return summarised(outcome, event.at);
  const corrected = onCorrection(outcome, event);
  if (corrected) return ask(corrected, { step: "summary", part });
  // More of the story: heard and kept, and the summary stays.
  if (action === null && event.text && isStory(event.text)) return findSkills(outcome, event, event.text.trim());
  return ask(say(outcome, "summary.how_to_change"), { step: "summary_change", part });
}

function findSkills(outcome: Outcome, event: Answered, text: string): Outcome {
  const { state } = outcome;
  const { offers } = state;
  return order(withState(outcome, { answers: state.answers + 1 }), {
    kind: "find_skills",
    utterance: { id: event.activityId, text: text.slice(0, maxStoryLength), about: areaOf(state.part) ?? areaFollowedUp(state) },
    questionKey: questionOf(state).key,
    alreadyOffered: [...new Set([...offers.map(offerKey), ...settledKeys(event.passport)])],
  });
}

/** The area of the experience that a follow-up asks about. */
function areaFollowedUp({ asking, experiences, experienceId }: Interview): Area | null {
  if (asking.step !== "follow_up") return null;
  return experiences.find((each) => each.id === experienceId)?.area ?? null;
}

/** Asks to be told, in other words than the question that a bare "ja" answered. */
function goAheadKey({ asking, part }: Interview): string {
  if (asking.step === "follow_up") return `go_ahead_follow_up.${asking.followUp}`;
  return ["course", "diploma", "motive", "goal", "who"].includes(part) ? `go_ahead.${part}` : "open.go_ahead";
}

/** Long enough to tell something; shorter words are an answer that was not understood. */
function isStory(text: string): boolean {
  return text.trim().split(/\s+/).length >= 3;
}

/** An answer to an open question: a story to read, or a way of saying that there is none. */
function onStory(outcome: Outcome, event: Answered, action: Action | null): Outcome {
  const { asking } = outcome.state;
  const text = event.text?.trim() ?? "";
  switch (action?.action) {
    case "yes":
      // "ja" to an open question confirms nothing; it asks to be asked.
      return { ...outcome, messages: [...outcome.messages, { ...questionOf(outcome.state), key: goAheadKey(outcome.state) }] };
    case "no":
    case "skip":
    case "plain_no":
    case "nothing_more":
    case "later":
    case "dont_know":
    case "go_on":
      if (asking.step === "open") return skipPart(withState(outcome, { answers: outcome.state.answers + 1 }), event.at);
      if (asking.step === "follow_up" && action.action !== "nothing_more") {
        return afterRound(withState(outcome, { answers: outcome.state.answers + 1 }), event.at);
      }
      return finishPart(outcome, event.at);
    default:
      break;
  }
  if (text === "") return askAgain(outcome);
  if (meaningOf(text) === "already_said") {
    const sorry = say(outcome, "open.already_said");
    return asking.step === "open" ? skipPart(progress(sorry, outcome.state.part, "touched"), event.at) : finishPart(sorry, event.at);
  }
  const corrected = onCorrection(outcome, event);
  if (corrected) return askAgain(corrected);
  const isAskedForMore = asking.step === "more" || (asking.step === "open" && outcome.state.parts[asking.part] === "touched");
  if (isAskedForMore && declinesMore(text)) return onStory(outcome, event, { action: "nothing_more" });
  return findSkills(outcome, event, text);
}

/** "nee, dat is meer voor mijn zus": a no with words after it. A yes with a "but" is not a yes. */
function openingWord(text: string): "yes" | "no" | null {
  const plain = normalise(text);
  if (/^(nee|neen|nope|no) /.test(plain)) return "no";
  return /^(jaa?|jawel|jazeker|yes|yeah|yep) /.test(plain) && !/\b(maar|niet|but|not)\b/.test(plain) ? "yes" : null;
}

function onAnswer(outcome: Outcome, event: Answered, action: Action | null): Outcome {
  const { asking } = outcome.state;
  switch (asking.step) {
    case "consent":
      return onConsent(outcome, event, action);
    case "open":
    case "follow_up":
    case "more":
      return onStory(outcome, event, action);
    case "offer": {
      if (action === null && event.text) {
        const beside = besideOffer(outcome, event);
        if (beside) return beside;
        const opening = openingWord(event.text);
        if (opening) return onOfferAnswered(counted(outcome), event, { action: opening }, afterRound);
        // More of the story, told while an offer is on the table: heard and kept, and the offer stays.
        if (isStory(event.text)) return findSkills(outcome, event, event.text.trim());
      }
      return onOfferAnswered(counted(outcome), event, action, afterRound);
    }
    case "what_is_wrong":
      return correctedBesideOffer(outcome, event) ?? onWhatIsWrongAnswered(outcome, event, action, afterRound);
    case "alternatives":
      return correctedBesideOffer(outcome, event) ?? onAlternativeAnswered(outcome, event, action, afterRound);
    case "own_words":
      return onOwnWordsAnswered(outcome, event, action, afterRound);
    case "summary":
    case "summary_change":
      return onSummaryAnswered(outcome, event, action);
    case "enough":
      return onEnoughAnswered(outcome, event, action, asking.part);
    case "waiting_offers":
      return action && ["yes", "go_on"].includes(action.action)
        ? clearWaiting(outcome, event.at)
        : action
          ? close(outcome, event.at)
          : askAgain(outcome);
    case "choose_claim":
    case "change_claim":
    case "reword_claim":
    case "erase":
    case "wipe_device":
      return onCommandAnswered(outcome, event, action);
    case "closed":
      if (action && ["go_on", "yes"].includes(action.action)) return tellMore(outcome);
      if (action) return say(outcome, "closed.bye");
      return event.text && !meaningOf(event.text) ? onStory(tellMoreQuietly(outcome), event, null) : askAgain(outcome);
  }
}

/** On, enough for today, or a story at once: then the part's question need not be asked any more. */
function onEnoughAnswered(outcome: Outcome, event: Answered, action: Action | null, part: Part): Outcome {
  const { interrupted } = outcome.state;
  const fresh = withState(outcome, { interrupted: null });
  if (action && ["go_on", "yes"].includes(action.action)) return interrupted ? ask(fresh, interrupted) : openPart(fresh, part);
  if (action && ["enough", "no", "later", "nothing_more", "plain_no"].includes(action.action)) return close(fresh, event.at);
  if (action || !event.text) return askAgain(outcome);
  return onStory({ ...fresh, state: openPart(fresh, part).state }, event, null);
}

/** A story told after the closing is heard as one more experience. */
function tellMoreQuietly(outcome: Outcome): Outcome {
  const { state } = tellMore(outcome);
  return { ...outcome, state };
}

/** An answer is counted towards the question whether it has been enough. */
function counted(outcome: Outcome): Outcome {
  return withState(outcome, { answers: outcome.state.answers + 1 });
}

function undo(state: Interview): Outcome {
  const last = state.undo.at(-1);
  if (!last) return askAgain(say(nothingYet(state), "undo.nothing"));
  const before: Interview = { ...last.state, nextId: state.nextId, undo: state.undo.slice(0, -1) };
  return askAgain(say(emit(nothingYet(before), ...last.inverse), "undo.done"));
}

function onAnswered(state: Interview, event: Answered): Outcome {
  const outcome = nothingYet(state);
  if (state.phase === "declined" || state.phase === "erased") return { ...say(outcome, "ended"), keepText: false };
  const age = event.text === null ? null : statedAge(event.text);
  if (age !== null && age < minimumAge) return decline(outcome, "opening.too_young");
  if (event.text !== null && codeIn(event.text) !== null) return onCodeTyped(outcome);
  const command = commandIn(event);
  if (event.action?.action === "returned") return state.phase === "opening" ? askAgain(outcome) : onReturn(outcome);
  if (state.phase === "opening") {
    // Before the agreement only these are answered; none of them processes anything.
    if (command === "help" || command === "person" || command === "come_back" || command === "to_dutch" || command === "to_english") {
      const { claimEvents: _, ...answered } = onCommand(outcome, event, command);
      const inOtherLanguage = answered.state.language !== state.language;
      if (inOtherLanguage)
        return {
          ...askAgain(say(say(nothingYet(answered.state), state.consentedAt === null ? "opening.hello" : "opening.changed"), "opening.notice")),
          keepText: false,
        };
      return { ...answered, claimEvents: [], keepText: false };
    }
    if (command === "erase" || command === "wipe_device") return { ...onCommand(outcome, event, command), keepText: false };
    if (command === "stop") return { ...say(outcome, refusalKey(state)), keepText: false };
    const action = actionMeant(event, state);
    if (state.asking.step === "erase") return onCommandAnswered(outcome, event, action);
    return onConsent(outcome, event, action);
  }
  if (command === "undo") return undo(state);
  if (command === "tired" && state.phase === "talking") return offerRest(outcome);
  if (command) return onCommand(outcome, event, command);
  if (state.phase === "paused") {
    const meaning = event.text === null ? null : meaningOf(event.text);
    if (event.action === null && (meaning === null || meaning === "yes" || meaning === "no"))
      return onAnswered({ ...state, phase: "talking" }, event);
    return onReturn(outcome);
  }
  if (event.isDistressed && !isStoryStep(state)) return comfort(outcome);
  const stale = event.action?.about !== undefined && event.action.about !== questionId(state.asking);
  if (stale) return askAgain(say(outcome, "offer.superseded"));
  const chat = smallTalk(outcome, event);
  if (chat) return chat;
  const removal = event.action === null && !isWordStep(state) ? onRemovalWish(outcome, event) : null;
  if (removal) return removal;
  return onAnswer(outcome, event, actionMeant(event, state));
}

/** Where a story is told and read whole: what it says of how somebody feels is heard there. */
function isStoryStep({ asking }: Interview): boolean {
  return ["open", "follow_up", "more", "offer"].includes(asking.step);
}

/** Where words are asked for, "verwijder …" may be some. */
function isWordStep(state: Interview): boolean {
  return ["own_words", "reword_claim", "alternatives", "what_is_wrong"].includes(state.asking.step);
}

/** A passport only for looking up what an event would undo. */
function inverses(events: readonly PassportEvent[], passport: Passport): readonly PassportEvent[] {
  const all: PassportEvent[] = [];
  let before = passport;
  for (const event of events) {
    all.unshift(...inverseOf(event, before));
    before = applyPassportEvent(before, event);
  }
  return all;
}

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
  if (event.type === "started") return start(event);
  if (state === null) throw new TypeError("An interview begins with the event `started`");
  switch (event.type) {
    case "answered": {
      const outcome = onAnswered(state, event);
      const undone = outcome.state.undo.length < state.undo.length;
      if (undone || state.phase === "opening" || !isStep(state, outcome)) return outcome;
      const remembered = remember(state, outcome.state);
      return { ...outcome, state: rememberEvents(remembered, inverses(outcome.claimEvents, event.passport)) };
    }
    case "found": {
      const outcome = onFound(nothingYet(state), event);
      return { ...outcome, state: rememberEvents(outcome.state, inverses(outcome.claimEvents, event.passport)) };
    }
    case "searched":
      return onSearched(nothingYet(state), event.offerId, event.typed, event.options);
    case "disclosure_changed":
      return onDisclosureChanged(state, event);
    case "unreadable":
      return askAgain(say(nothingYet(state), "unreadable"));
  }
}
