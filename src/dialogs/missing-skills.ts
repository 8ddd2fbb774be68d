import type { Outcome } from "./events.ts";
import { ask, askAgain, say, withState } from "./outcome.ts";

/** Asks about the next skill that the goal lacks; after the last, back to what was being asked. */
export function nextMissing(outcome: Outcome): Outcome {
  const { goal } = outcome.state;
  if (goal === null) return askAgain(outcome);
  const [next, ...rest] = goal.rest;
  if (next) return ask(withState(outcome, { goal: { ...goal, rest } }), { step: "missing_skill", skill: next, explained: false });
  return backFromGoal(say(outcome, "goal.done"));
}

/** Whatever was left of it is asked another time. */
export function backFromGoal(outcome: Outcome): Outcome {
  const { goal } = outcome.state;
  if (goal === null) return askAgain(outcome);
  const phase = goal.before.step === "closed" ? "closed" : "talking";
  return ask(withState(outcome, { goal: null, phase, experienceId: goal.experienceId }), goal.before);
}
