import type { FoundCredential } from "../domain/finding.ts";
import type { Outcome } from "./events.ts";
import { touch } from "./parts.ts";
import type { Area } from "../domain/area.ts";
import { isOfSchool } from "./asked-anew.ts";
import { clausesOf } from "./clauses.ts";

const ownPlace =
  "(?:atelier|winkel|winkeltje|zaak|zaakje|bedrijf|bedrijfje|kapsalon|salon|restaurant|eetcafe|garage|webshop|kraam|praktijk|werkplaats|onderneming|shop|store|business|workshop|company|stall|studio|firm)";
const ownBusiness = new RegExp(
  `(?<!\\b(?:geen|no|nooit|never|niet) (?:een |an |my |mijn )?)\\b(?:eigen|own) ${ownPlace}\\b|\\b(?:ik|wij|we|i) (?:zelf |ook |myself |also )?(?:had|heb|hadden|hebben|have|owned?|ran|run|begon|opende|started|opened) (?:(?:een|n|mijn|a|an|my|our|ons|klein|kleine|small|little) ){0,3}${ownPlace}\\b|\\b(?:had|heb) ik (?:(?:een|n|mijn|klein|kleine) ){0,3}${ownPlace}\\b`,
  "i",
);

const leisure =
  "(?:tuinier\\w*|tuin|moestuin|vissen|voetbal\\w*|hardlopen|wandelen|fietsen|lezen|gamen|breien|haken|knutselen|muziek|dansen|zwemmen|garden\\w*|allotment|fishing|football|running|walking|cycling|reading|gaming|knitting|crochet\\w*|crafts?|music|dancing|swimming|baking)";
/** Parts of life that are named in passing, of which nothing need have been written down. */
const mentions: readonly (readonly [Area, RegExp])[] = [
  [
    "volunteering",
    /\b(?:vrijwilligerswerk|volunteering|(?:ben|was|als|a|as a) (?:vrijwilliger|vrijwilligster|volunteer)|(?:i|we) (?:also )?volunteer(?:ed)?)\b/,
  ],
  [
    "family_care",
    /\b(?:mantelzorg\w*|(?:heb|have|ive|got) (?:\w+ ){0,2}(?:kinderen|kids|children)|(?:mijn|mn|me|onze|my|our) (?:\w+ )?(?:kinderen|kids|children))\b/,
  ],
  [
    "hobby",
    new RegExp(
      `\\b(?:(?:love|like|enjoy|hou van|houd van|hou ook van|into) (?:\\w+ ){0,2}${leisure}|(?:ik|i) (?:\\w+ ){0,2}(?:naar de sportschool|to the gym)|(?:mijn|my) (?:grote |big )?hobbys?|(?:mijn|mn|my) (?:vrije tijd|free time|spare time))\\b`,
    ),
  ],
  ["course", /\b(?:ik|i|im|heb|did) (?:\w+ ){0,4}(?:\w*cursus|course)\b/],
  [
    "diploma",
    /\b(?:ik|i|im|heb) (?:\w+ ){0,3}(?:opleiding|mbo|hbo|college|university|uni|universiteit|studie|degree)\b|\b(?:ik|i|im) (?:\w+ )?(?:studeer\w*|studied|study|studying|zit op school|zat op school)\b/,
  ],
];
const isDenied = /\b(?:geen|niet|nooit|no|not|never|dont|didnt|havent|zonder|without|wil|want|would|zou)\b/;
/** Of others' children, schools and courses one tells at work. */
const isTaught = /\b(?:geef|gaf|geven|teach|taught|teaching|give|gave|bij|collegas?|colleagues?)\b/;

/** Parts of life that a message names. */
function mentionedIn(said: string): readonly Area[] {
  const clauses = clausesOf(said).filter((clause) => !isDenied.test(clause));
  return mentions.flatMap(([area, pattern]) => {
    const isSchooling = area === "course" || area === "diploma";
    return clauses.some((clause) => pattern.test(clause) && !(isSchooling && isTaught.test(clause))) ? [area] : [];
  });
}

/** What was told while something else was asked: then more of it is asked for, and not all of it. */
export function touchedElsewhere(outcome: Outcome, credentials: readonly FoundCredential[], said: string): Outcome {
  let next = ownBusiness.test(said) ? touch(outcome, "self_employed") : outcome;
  for (const area of mentionedIn(said)) if (next.state.part !== area) next = touch(next, area);
  for (const credential of credentials) {
    const part = isOfSchool(credential) ? "diploma" : "course";
    if (next.state.part !== part) next = touch(next, part);
  }
  return next;
}
