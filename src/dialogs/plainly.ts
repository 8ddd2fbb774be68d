import { localised } from "../domain/language.ts";
import type { Offer } from "../domain/offer.ts";
import type { Outcome } from "./events.ts";
import { say } from "./outcome.ts";

/** What a skill means, or what it belongs to where nobody wrote that down. */
export function sayPlainly(outcome: Outcome, { concept }: Offer): Outcome {
  const { language } = outcome.state;
  const meaning = concept?.meaning[language];
  if (meaning) return say(outcome, "offer.plainly", { meaning });
  const group = concept?.group[language];
  return group && concept
    ? say(outcome, "offer.plainly_part_of", { name: localised(concept.label, language), group })
    : say(outcome, "offer.explain");
}
