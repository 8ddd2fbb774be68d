import type { Answered, Outcome } from "./events.ts";
import { momentIn, type MomentKind } from "./moments.ts";
import { askAgain, nothingYet, say } from "./outcome.ts";
import { sorrowIn, tellsOfHarm } from "./sorrow.ts";
import type { Interview } from "./state.ts";
import { talkSteps } from "./steps.ts";

/** Where a story is told, or something is asked beside it: there it is heard what befell somebody near. */
const hearsSorrow: ReadonlySet<Interview["asking"]["step"]> = new Set([
  ...talkSteps,
  "what_is_wrong",
  "alternatives",
  "missing_skill",
  "tell_missing",
]);

type Answer = (state: Interview, event: Answered) => Outcome;

/** "mijn man is ziek": one warm sentence, once, and on with what was asked; what else was told is answered as ever. */
export function answeredWarmly(state: Interview, event: Answered, answer: Answer): Outcome {
  const { action, text, isDistressed } = event;
  const isTalking = ["talking", "closed", "paused"].includes(state.phase) && hearsSorrow.has(state.asking.step);
  if (action !== null || text === null || isDistressed === true || !isTalking) return answer(state, event);
  const comforted: Interview = { ...state, isComforted: true };
  const sorrow = sorrowIn(text);
  if (!sorrow && !state.isComforted && tellsOfHarm(text)) return saidFirst("sorrow.heavy", answer(comforted, event));
  if (!sorrow) return answeredToMoment(state, event, momentIn(text), answer);
  const word = state.isComforted ? "noted.heard" : `sorrow.${sorrow.kind}`;
  if (sorrow.isAll) return askAgain(say(nothingYet(comforted), word));
  const outcome = answer(comforted, event);
  return state.isComforted ? outcome : saidFirst(word, outcome);
}

/** A warm word before everything else that is said. */
const saidFirst = (word: string, outcome: Outcome): Outcome => ({
  ...outcome,
  messages: [...say(nothingYet(outcome.state), word).messages, ...outcome.messages],
});

/** "ik was zo trots toen het lukte", "that was a hard time": one warm sentence that fits, once for each kind, and on. */
function answeredToMoment(state: Interview, event: Answered, kind: MomentKind | null, answer: Answer): Outcome {
  if (!kind || state.warmed.some((each) => each.kind === kind)) return answer(state, event);
  const { experienceId, followedUp } = state;
  const warmed = [...state.warmed, { kind, utteranceId: event.activityId }];
  // Who told what they are proud of is not asked for it.
  const isAnswered = kind === "proud" && experienceId !== null;
  const heard: Interview = {
    ...state,
    warmed,
    ...(isAnswered ? { followedUp: [...followedUp, { experienceId, followUp: "result" as const }] } : {}),
  };
  const outcome = answer(heard, event);
  // A question to the bot, or a command, tells of no moment.
  if (outcome.messages.some(({ key }) => key.startsWith("faq."))) return answer(state, event);
  return withoutShrug(saidFirst(`warm.${kind}`, outcome), event.activityId);
}

const shrugs: ReadonlySet<string> = new Set(["noted.heard", "noted.thanks"]);

/** Who was answered warmly is not told besides that it was heard. */
export function withoutShrug(outcome: Outcome, utteranceId: string): Outcome {
  const isWarm = outcome.state.warmed.some((each) => each.utteranceId === utteranceId);
  return isWarm ? { ...outcome, messages: outcome.messages.filter(({ key }) => !shrugs.has(key)) } : outcome;
}
