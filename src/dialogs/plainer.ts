import { asksWhatItIs, meaningOf } from "./answers.ts";
import type { Answered, Outcome } from "./events.ts";
import { keepForLater } from "./offers.ts";
import { ask, askAgain, say } from "./outcome.ts";
import { afterRound } from "./parts.ts";
import { sayPlainly } from "./plainly.ts";
import { offerOf } from "./questions.ts";
import type { Asking } from "./state.ts";
import { storySteps } from "./steps.ts";
import { onStory } from "./stories.ts";

/** What is said before these are asked again. */
const easierWords: Partial<Readonly<Record<Asking["step"], string>>> = {
  what_is_wrong: "easier_step.wrong",
  alternatives: "easier_step.alternatives",
  own_words: "easier_step.own_words",
  reword_claim: "easier_step.own_words",
  summary: "easier_step.summary",
  summary_change: "easier_step.summary_change",
  enough: "easier_step.enough",
  waiting_offers: "easier_step.waiting",
  choose_claim: "easier_step.choose_claim",
  change_claim: "easier_step.change_claim",
};

/** "snap ik niet", or "weet ik niet" to an open question: the same in easier words, the second time on to the next thing; null where somebody says something else. @param isAsked it was read already that somebody does not understand */
export function onUnclear(outcome: Outcome, event: Answered, isAsked = false): Outcome | null {
  if (event.action !== null || event.text === null) return null;
  const { asking } = outcome.state;
  // Who does not know what to say to an open question is helped as who does not understand it.
  const isUnsure = meaningOf(event.text) === "dont_know" && storySteps.has(asking.step);
  if (!isAsked && meaningOf(event.text) !== "unclear" && !isUnsure && !asksWhatItIs(event.text)) return null;
  switch (asking.step) {
    case "open":
    case "follow_up":
    case "more":
      if (asking.easier) return onStory(say(outcome, "easier.skipped"), { ...event, text: null }, { action: "skip" });
      return ask(outcome, { ...asking, easier: true });
    case "offer": {
      const offer = offerOf(outcome.state, asking.offerId);
      if (offer && asking.explained) return keepForLater(outcome, offer, event.at, afterRound);
      return ask(offer ? sayPlainly(outcome, offer) : outcome, { ...asking, explained: true, unsure: false });
    }
    case "consent":
      return askAgain(say(outcome, outcome.state.consentedAt === null ? "easier_step.consent" : "easier_step.consent_changed"));
    default:
      return askAgain(say(outcome, easierWords[asking.step] ?? "help.text"));
  }
}
