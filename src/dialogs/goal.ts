import { localised } from "../domain/language.ts";
import { isStory } from "./answers.ts";
import type { Action, Answered, GoalLookedUp, Outcome } from "./events.ts";
import { isAskedByCommand } from "./interruption.ts";
import { backFromGoal, nextMissing } from "./missing-skills.ts";
import { ask, askAgain, emit, order, say, withState } from "./outcome.ts";
import type { Asking, Interview } from "./state.ts";
import { findSkills } from "./stories.ts";

/** Nobody comes to go through a list. */
const mostAsked = 3;

/** Has it looked up what the chosen goal still lacks; comes back as `goal_looked_up`.
 *  @param isAskedFor by the holder: then it is said, too, that there is nothing to ask */
export function lookUpGoal(outcome: Outcome, isAskedFor: boolean): Outcome {
  return outcome.state.goal === null ? order(outcome, { kind: "look_up_goal", isAskedFor }) : askAgain(outcome);
}

/** What is asked on about once the goal has been talked about. */
function waiting(state: Interview): Asking {
  if (!isAskedByCommand(state)) return state.asking;
  return state.interrupted ?? { step: "open", part: state.part };
}

export function onGoalLookedUp(outcome: Outcome, { goal, isAskedFor }: GoalLookedUp): Outcome {
  if (goal === null || goal.missing.length === 0) {
    const told = goal === null ? "goal.none" : "goal.complete";
    return askAgain(isAskedFor ? say(outcome, told) : outcome);
  }
  const { wantId, occupation, missing } = goal;
  const { state } = outcome;
  const begun = withState(outcome, {
    phase: "talking",
    goal: { wantId, occupation, rest: missing.slice(0, mostAsked), before: waiting(state), experienceId: state.experienceId },
    interrupted: null,
  });
  return nextMissing(say(begun, "goal.intro", { occupation: localised(occupation, state.language) }));
}

/** It is kept with the goal that this was not done yet, so that it is not asked again. */
function notYet(outcome: Outcome, event: Pick<Answered, "passport" | "at">, uri: string): Outcome {
  const want = event.passport.wants.find(({ id }) => id === outcome.state.goal?.wantId);
  if (!want || want.notYet?.includes(uri)) return outcome;
  return emit(outcome, { type: "want_set", at: event.at, want: { ...want, notYet: [...(want.notYet ?? []), uri] } });
}

/** "Heb je dat weleens gedaan?": a yes asks to be told of it and claims nothing. */
export function onMissingSkillAnswered(outcome: Outcome, event: Answered, action: Action | null): Outcome {
  const { asking, language } = outcome.state;
  if (asking.step !== "missing_skill") return outcome;
  const { skill, explained } = asking;
  switch (action?.action) {
    case "yes":
      return ask(outcome, { step: "tell_missing", skill });
    case "no":
    case "plain_no":
      return nextMissing(say(notYet(outcome, event, skill.uri), "goal.not_yet"));
    case "dont_know": {
      const meaning = skill.meaning[language];
      if (explained || meaning === null) return nextMissing(outcome);
      return ask(say(outcome, "goal.meaning", { meaning }), { ...asking, explained: true });
    }
    case "later":
    case "skip":
      return nextMissing(outcome);
    case "enough":
    case "nothing_more":
    case "go_on":
      return backFromGoal(outcome);
    default:
      // Whoever tells of it at once has said yes.
      if (event.text && isStory(event.text))
        return findSkills(withState(outcome, { asking: { step: "tell_missing", skill } }), event, event.text.trim());
      return askAgain(outcome);
  }
}

/** "Vertel eens": words are read; anything else goes on without. */
export function onMissingToldOf(outcome: Outcome, event: Answered, action: Action | null): Outcome {
  const { asking } = outcome.state;
  if (asking.step !== "tell_missing") return outcome;
  switch (action?.action) {
    case "yes":
      return askAgain(outcome);
    case "no":
    case "plain_no":
      return nextMissing(say(notYet(outcome, event, asking.skill.uri), "goal.not_yet"));
    case undefined:
      return event.text?.trim() ? findSkills(outcome, event, event.text.trim()) : askAgain(outcome);
    case "enough":
    case "nothing_more":
    case "go_on":
      return backFromGoal(outcome);
    default:
      return nextMissing(outcome);
  }
}
