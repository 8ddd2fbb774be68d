import type { FoundCredential } from "../domain/finding.ts";
import type { Outcome } from "./events.ts";
import { touch } from "./parts.ts";
import { isSchool } from "./school-names.ts";

/** Names of papers tell whether they come from a school, or from a course. */
const isOfSchool = ({ title, level }: FoundCredential): boolean => isSchool(title) || ["nlqf", "eqf"].includes(level?.scheme.toLowerCase() ?? "");

const ownPlace =
  "(?:atelier|winkel|winkeltje|zaak|zaakje|bedrijf|bedrijfje|kapsalon|salon|restaurant|eetcafe|garage|webshop|kraam|praktijk|werkplaats|onderneming|shop|store|business|workshop|company|stall|studio|firm)";
const ownBusiness = new RegExp(
  `(?<!\\b(?:geen|no|nooit|never|niet) (?:een |an |my |mijn )?)\\b(?:eigen|own) ${ownPlace}\\b|\\b(?:ik|wij|we|i) (?:zelf |ook |myself |also )?(?:had|heb|hadden|hebben|have|owned?|ran|run|begon|opende|started|opened) (?:(?:een|n|mijn|a|an|my|our|ons|klein|kleine|small|little) ){0,3}${ownPlace}\\b|\\b(?:had|heb) ik (?:(?:een|n|mijn|klein|kleine) ){0,3}${ownPlace}\\b`,
  "i",
);

/** What was told while something else was asked: then more of it is asked for, and not all of it. */
export function touchedElsewhere(outcome: Outcome, credentials: readonly FoundCredential[], said: string): Outcome {
  let next = ownBusiness.test(said) ? touch(outcome, "self_employed") : outcome;
  for (const credential of credentials) {
    const part = isOfSchool(credential) ? "diploma" : "course";
    if (next.state.part !== part) next = touch(next, part);
  }
  return next;
}
