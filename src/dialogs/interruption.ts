import type { Outcome } from "./events.ts";
import { ask, askAgain, withState } from "./outcome.ts";
import type { Asking, Interview } from "./state.ts";

/** Questions that commands ask. */
const commandSteps: ReadonlySet<Asking["step"]> = new Set(["erase", "wipe_device", "choose_claim", "change_claim", "reword_claim"]);

/** True while a command asks something of its own: then an answer is the answer to that. */
export function isAskedByCommand({ asking }: Interview): boolean {
  return commandSteps.has(asking.step);
}

/** What is being asked waits while something else is; a command's own question does not. */
export function interrupt(outcome: Outcome): Outcome {
  const { state } = outcome;
  return isAskedByCommand(state) ? outcome : withState(outcome, { interrupted: state.asking });
}

/** Back to what was being asked before something came between. */
export function resume(outcome: Outcome): Outcome {
  const { interrupted } = outcome.state;
  if (!interrupted) return askAgain(outcome);
  return ask(withState(outcome, { interrupted: null }), interrupted);
}
