import type { Outcome } from "./events.ts";
import { ask, askAgain, withState } from "./outcome.ts";
import type { Asking } from "./state.ts";

/** Questions that commands ask. */
const commandSteps: ReadonlySet<Asking["step"]> = new Set(["erase", "wipe_device", "choose_claim", "change_claim", "reword_claim"]);

/** What is being asked waits while something else is; a command's own question does not. */
export function interrupt(outcome: Outcome): Outcome {
  const { asking } = outcome.state;
  return commandSteps.has(asking.step) ? outcome : withState(outcome, { interrupted: asking });
}

/** Back to what was being asked before something came between. */
export function resume(outcome: Outcome): Outcome {
  const { interrupted } = outcome.state;
  if (!interrupted) return askAgain(outcome);
  return ask(withState(outcome, { interrupted: null }), interrupted);
}
