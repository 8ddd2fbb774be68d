import type { Disclosure } from "../domain/consent.ts";
import type { Action, Answered, InterviewEvent, Outcome } from "./events.ts";
import { actionMeant } from "./actions.ts";
import { statedAge } from "./answers.ts";
import { beginTalking } from "./building-on.ts";
import { commandIn, onCommand, onCommandAnswered } from "./commands.ts";
import { isAskedByCommand } from "./interruption.ts";
import { ask, askAgain, emit, freshId, nothingYet, order, say, withState } from "./outcome.ts";
import { onUnclear } from "./plainer.ts";
import { smallTalk } from "./small-talk.ts";
import type { Interview } from "./state.ts";

const minimumAge = 16;

/** True where something else is so than what was agreed to; a contact may change without asking. */
export function saysOtherwise(agreed: Disclosure, now: Disclosure): boolean {
  return (["operatorName", "modelHost", "transcriptDays", "abandonedDays", "storedWhere"] as const).some((name) => agreed[name] !== now[name]);
}

/** Says the notice as it is now. What was being asked waits until that was agreed to, too. */
export function onDisclosureChanged(state: Interview, event: Extract<InterviewEvent, { type: "disclosure_changed" }>): Outcome {
  const { disclosure, wordingHash } = event;
  const before = state.phase === "opening" ? state.beforeNotice : (state.interrupted ?? state.asking);
  const changed: Interview = { ...state, disclosure, wordingHash, beforeNotice: before, interrupted: null, phase: "opening", undo: [] };
  return { ...readNotice({ ...changed, asking: { step: "consent" } }), keepText: false };
}

/** The first words, and the notice. */
export function readNotice(state: Interview): Outcome {
  return askAgain(say(say(nothingYet(state), state.consentedAt === null ? "opening.hello" : "opening.changed"), "opening.notice"));
}

/** True for who says to be younger than the conversation is meant for. */
export function isTooYoung(text: string): boolean {
  const age = statedAge(text);
  return age !== null && age < minimumAge;
}

/** The conversation ends, and nothing is kept. */
export function declineTooYoung(outcome: Outcome): Outcome {
  const declined = say(withState(outcome, { phase: "declined" }), "opening.too_young");
  return { ...order(declined, { kind: "erase_everything" }), keepText: false };
}

/** Before the agreement only these are answered; none of them processes anything. */
export function onBeforeAgreement(outcome: Outcome, event: Answered): Outcome {
  const { state } = outcome;
  const command = commandIn(event);
  switch (command) {
    case "help":
    case "person":
    case "come_back":
    case "to_dutch":
    case "to_english": {
      const answered = onCommand(outcome, event, command);
      const isOtherLanguage = answered.state.language !== state.language;
      return { ...(isOtherLanguage ? readNotice(answered.state) : answered), claimEvents: [], keepText: false };
    }
    case "erase":
    case "wipe_device":
      return { ...onCommand(outcome, event, command), keepText: false };
    case "stop":
      return { ...say(outcome, refusalKey(state)), keepText: false };
    default: {
      const answered = smallTalk(outcome, event) ?? onUnclear(outcome, event);
      if (answered) return { ...answered, keepText: false };
      const action = actionMeant(event, state);
      return isAskedByCommand(state) ? onCommandAnswered(outcome, event, action) : onConsent(outcome, event, action);
    }
  }
}

/** An answer to the notice. Until it is agreed to, whatever is typed is neither read for skills nor kept. */
function onConsent(outcome: Outcome, event: Answered, action: Action | null): Outcome {
  const silent = { ...outcome, keepText: false };
  const agreedBefore = outcome.state.consentedAt !== null;
  switch (action?.action) {
    case "begin":
    case "yes":
    case "go_on":
      return agreedBefore ? goOn(agree(outcome, event)) : beginTalking(agree(outcome, event), event.passport, event.at);
    case "read_more":
      return askAgain(say(silent, "opening.more"));
    case "decline":
    case "no":
    case "plain_no":
      return askAgain(say(silent, refusalKey(outcome.state)));
    default:
      return askAgain(say(silent, agreedBefore ? "opening.first_agree_changed" : "opening.first_agree"));
  }
}

/** What is said to whoever does not agree: nothing is kept, or nothing more than before. */
function refusalKey({ consentedAt }: Interview): string {
  return consentedAt === null ? "opening.no_problem" : "opening.not_agreed";
}

function agree(outcome: Outcome, event: Answered): Outcome {
  const [numbered, id] = freshId(outcome, "consent");
  const { disclosure, wordingHash, language } = numbered.state;
  const agreed = emit(numbered, {
    type: "consent_given",
    at: event.at,
    receipt: { id, at: event.at, language, wordingHash, disclosure },
  });
  // The passport began in the channel's language; another may have been chosen before there was anything to keep.
  const spoken = event.passport.language === language ? agreed : emit(agreed, { type: "language_chosen", at: event.at, language });
  return withState(spoken, { consentedAt: event.at, checkpoint: { ...spoken.state.checkpoint, at: event.at } });
}

/** Back to what was being asked. */
function goOn(outcome: Outcome): Outcome {
  const asking = outcome.state.beforeNotice ?? { step: "closed" };
  return ask(withState(outcome, { beforeNotice: null, phase: asking.step === "closed" ? "closed" : "talking" }), asking);
}
