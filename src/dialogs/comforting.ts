import type { Answered, Outcome } from "./events.ts";
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

/** "mijn man is ziek": one warm sentence, once, and on with what was asked; what else was told is answered as ever. */
export function answeredWarmly(state: Interview, event: Answered, answer: (state: Interview, event: Answered) => Outcome): Outcome {
  const isHeard = event.action === null && event.text !== null && event.isDistressed !== true;
  const isTalking = ["talking", "closed", "paused"].includes(state.phase) && hearsSorrow.has(state.asking.step);
  const sorrow = isHeard && isTalking && event.text !== null ? sorrowIn(event.text) : null;
  if (!sorrow && isHeard && isTalking && !state.isComforted && tellsOfHarm(event.text ?? "")) {
    const outcome = answer({ ...state, isComforted: true }, event);
    return { ...outcome, messages: [...say(nothingYet(state), "sorrow.heavy").messages, ...outcome.messages] };
  }
  if (!sorrow) return answer(state, event);
  const word = state.isComforted ? "noted.heard" : `sorrow.${sorrow.kind}`;
  const comforted: Interview = { ...state, isComforted: true };
  if (sorrow.isAll && state.asking.step !== "closed") return askAgain(say(nothingYet(comforted), word));
  const outcome = answer(comforted, event);
  return state.isComforted ? outcome : { ...outcome, messages: [...say(nothingYet(comforted), word).messages, ...outcome.messages] };
}
