import type { Action, Answered, Outcome } from "./events.ts";
import { interrupt } from "./interruption.ts";
import { ask, askAgain, say, withState } from "./outcome.ts";
import { close, openPart } from "./parts.ts";
import type { Part } from "./state.ts";
import { onStory } from "./stories.ts";

/** A kind word and a person to turn to, and no form: whether to go on is asked, and what was being asked waits. */
export function comfort(outcome: Outcome): Outcome {
  return askWhetherToGoOn(outcome, "distress.kind");
}

/** Who is tired need not answer: all is kept, and whether to go on is asked. */
export function offerRest(outcome: Outcome): Outcome {
  return askWhetherToGoOn(outcome, "tired.kind");
}

function askWhetherToGoOn(outcome: Outcome, kindWord: string): Outcome {
  const { asking, part } = outcome.state;
  const waits = asking.step === "enough" ? outcome : interrupt(outcome);
  return ask(say(waits, kindWord), { step: "enough", part: asking.step === "enough" ? asking.part : part, isKind: true });
}

/** On, enough for today, or a story at once: then the part's question need not be asked any more. */
export function onEnoughAnswered(outcome: Outcome, event: Answered, action: Action | null, part: Part): Outcome {
  const { interrupted } = outcome.state;
  const fresh = withState(outcome, { interrupted: null });
  if (action && ["go_on", "yes"].includes(action.action)) return interrupted ? ask(fresh, interrupted) : openPart(fresh, part);
  if (action && ["enough", "no", "later", "nothing_more", "plain_no"].includes(action.action)) return close(fresh, event.at);
  if (action || !event.text) return askAgain(outcome);
  return onStory({ ...fresh, state: openPart(fresh, part).state }, event, null);
}
