import type { Outcome } from "./events.ts";
import { ask, say } from "./outcome.ts";
import { summaryOf } from "./questions.ts";
import type { Asking } from "./state.ts";
import { thingsOf, thingToChange } from "./things.ts";

/** What is said of a summary when words were not understood: what can be typed where there is a list, and where there are fields. */
export function howToChange(outcome: Outcome, asking: Extract<Asking, { step: "summary_change" }>): Outcome {
  const isForm = thingToChange(asking, thingsOf(summaryOf(outcome.state, asking.part))) !== null;
  return ask(say(outcome, isForm ? "summary.how_to_change" : "summary.how_to_list"), asking);
}
