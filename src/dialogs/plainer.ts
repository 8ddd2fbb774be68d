import { localised } from "../domain/language.ts";
import { asksWhatItIs, meaningOf } from "./answers.ts";
import type { Answered, Outcome } from "./events.ts";
import { keepForLater } from "./offers.ts";
import { ask, askAgain, say } from "./outcome.ts";
import { afterRound } from "./parts.ts";
import { offerOf } from "./questions.ts";
import type { Asking } from "./state.ts";
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

/** "snap ik niet": the same in easier words, the second time on to the next thing; null where somebody says something else. */
export function onUnclear(outcome: Outcome, event: Answered): Outcome | null {
  if (event.action !== null || event.text === null) return null;
  if (meaningOf(event.text) !== "unclear" && !asksWhatItIs(event.text)) return null;
  const { asking } = outcome.state;
  switch (asking.step) {
    case "open":
    case "follow_up":
    case "more":
      if (asking.easier) return onStory(say(outcome, "easier.skipped"), { ...event, text: null }, { action: "skip" });
      return ask(outcome, { ...asking, easier: true });
    case "offer": {
      const offer = offerOf(outcome.state, asking.offerId);
      if (offer && asking.explained) return keepForLater(outcome, offer, event.at, afterRound);
      return ask(sayPlainly(outcome, asking.offerId), { ...asking, explained: true });
    }
    case "consent":
      return askAgain(say(outcome, outcome.state.consentedAt === null ? "easier_step.consent" : "easier_step.consent_changed"));
    default:
      return askAgain(say(outcome, easierWords[asking.step] ?? "help.text"));
  }
}

/** What a skill means, or what it belongs to where nobody wrote that down. */
function sayPlainly(outcome: Outcome, offerId: string): Outcome {
  const { language } = outcome.state;
  const concept = offerOf(outcome.state, offerId)?.concept;
  const meaning = concept?.meaning[language];
  if (meaning) return say(outcome, "offer.plainly", { meaning });
  const group = concept?.group[language];
  return group && concept
    ? say(outcome, "offer.plainly_part_of", { name: localised(concept.label, language), group })
    : say(outcome, "offer.explain");
}
