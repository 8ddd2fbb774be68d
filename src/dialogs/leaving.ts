import { titleToShow } from "../domain/told-lines.ts";
import { stopped } from "./commands.ts";
import type { Answered, Outcome } from "./events.ts";
import { say, withState } from "./outcome.ts";
import { offerRest } from "./rest.ts";
import { toldBeforeStopping } from "./said-within.ts";
import type { Interview } from "./state.ts";
import { talkSteps } from "./steps.ts";
import { type ToldWhileEnding, toldWhileEnding } from "./told-while-ending.ts";

/** What somebody tells who stops, or is tired, in the same breath; null where they do not both. */
export function toldAtTheEnd({ asking }: Interview, { action, text, isDistressed }: Answered): ToldWhileEnding | null {
  if (action !== null || text === null) return null;
  const isTalk = isDistressed !== true && talkSteps.some((step) => step === asking.step);
  const besides = isTalk ? toldWhileEnding(text) : null;
  if (besides) return besides;
  const told = toldBeforeStopping(text);
  return told === null ? null : { told, ends: "stop" };
}

/** Nothing more is asked of whoever wants to stop; what is still being read is kept when it comes back. */
export function leaving(outcome: Outcome): Outcome {
  if (outcome.work.length > 0) return outcome;
  const { isResting, asking } = outcome.state;
  const messages = outcome.messages.filter(({ asks, key }) => !asks && key !== "offer.noted");
  const asAsked = asking.step === "offer" ? { ...asking, unsure: false } : asking;
  const quiet = { ...withState(outcome, { isLeaving: false, isResting: false, asking: asAsked }), messages };
  const isUntold = outcome.messages.some(({ key }) => key === "offer.noted") || outcome.claimEvents.some(({ type }) => type === "credential_set");
  const left = isUntold && !messages.some(({ key }) => key.startsWith("noted.")) ? sayNoted(quiet) : quiet;
  return isResting ? offerRest(left) : stopped(left);
}

/** What was written down of an answer after which nothing more is asked. */
function sayNoted(outcome: Outcome): Outcome {
  const titles = outcome.claimEvents.flatMap((each) => (each.type === "credential_set" ? [each.credential.title] : []));
  if (titles.length > 0) return say(outcome, "noted.credential", { title: [...new Set(titles)].join(", ") });
  const told = outcome.claimEvents.find((each) => each.type === "experience_set");
  return told ? say(outcome, "noted.experience", { title: titleToShow(told.experience.title) }) : say(outcome, "noted.heard");
}
