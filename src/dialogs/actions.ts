import { choiceNumber, type Meaning, meaningOf } from "./answers.ts";
import type { Action, Answered } from "./events.ts";
import { isNumbered, questionOf } from "./questions.ts";
import type { Interview } from "./state.ts";
import { barelyAnswered } from "./tells-more.ts";

/** Where a yes or a no is asked for, and there is no card of which words may say how far it is so. */
const asksYesOrNo: ReadonlySet<Interview["asking"]["step"]> = new Set(["still_true", "missing_skill", "waiting_offers"]);

/** What a typed answer stands for, in the light of the choices that are on the table. */
export function actionMeant(event: Answered, state: Interview): Action | null {
  if (event.action) return event.action;
  if (event.text === null) return null;
  const { choices } = questionOf(state);
  const number = choiceNumber(event.text);
  const numbered = number === null ? undefined : choices.filter(isNumbered)[number - 1];
  if (numbered) return numbered.action;
  const meaning = meaningOf(event.text) ?? (asksYesOrNo.has(state.asking.step) ? barelyAnswered(event.text) : null);
  if (!meaning) return null;
  const named = choices.find((choice) => choice.action.action === meaning);
  return named ? named.action : actionOfMeaning(meaning);
}

function actionOfMeaning(meaning: Meaning): Action | null {
  switch (meaning) {
    case "yes":
    case "no":
    case "dont_know":
    case "later":
    case "skip":
    case "nothing_more":
    case "go_on":
    case "something_else":
    case "own_words":
      return { action: meaning };
    case "remove":
      return { action: "plain_no" };
    default:
      return null;
  }
}
