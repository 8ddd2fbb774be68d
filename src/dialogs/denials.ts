import { normalise, openingWord } from "./answers.ts";

const denial =
  /^(?:n+e+h?|nee+n?|neej|nope|nah|no|niet|nie|geen|nooit|niks|niets|nergens|niemand|not|never|dont|didnt|havent|doesnt|none|nothing|nowhere|nobody|neither)$/;
/** What stands in a no and tells nothing. What somebody is, or can, is another thing. */
const around = new Set(
  (
    "ik je jij u heb had hebben doe deed doen gedaan gehad ga ging wil hoef heeft er daar hier voor aan van op in mee over bij dat die dit het t de een n " +
    "eigenlijk ook nu meer al echt gewoon toch dus hoor joh man zeg zei net ja helemaal eens ooit zo te om dan momenteel vandaag verder anders thuis " +
    "tijd zin geld puf energie ruimte behoefte interesse stap stappen o oh nou sorry pff ach tja want trots " +
    "i ive have has had do did done got it the that this there here of to for in on with any anything anyone more really just actually time money energy " +
    "interest else at all so well step steps told you already said as like proud"
  ).split(" "),
);

const mostWords = 14;

/** "daar heb ik geen tijd voor", "ook niet", "niks dus": nothing to tell, in whatever words, and nothing told beside it. Pure. */
export function saysNothingToTell(text: string): boolean {
  const words = normalise(text).split(" ");
  if (words.length > mostWords) return false;
  return words.some((word) => denial.test(word)) && words.every((word) => denial.test(word) || around.has(word));
}

/** "nee geen andere hobby", to a question whether there is more: no, in the words of the question. */
export function declinesMore(text: string): boolean {
  const plain = normalise(text);
  return (
    plain.split(" ").length <= 6 &&
    /^(?:nee|neen|no) .*\b(?:geen|niks|niets|niet meer|no other|nothing)\b/.test(plain) &&
    !/\b(?:maar|wel|but)\b/.test(plain)
  );
}

const partNames =
  /^(?:school|scholen|basisschool|opleiding(?:en)?|studie|diplomas?|papier(?:en)?|cursus(?:sen)?|kursus|les(?:sen)?|hobbys?|vrijwilligers?|vrijwilligerswerk|werk|baan|banen|zaak|zaken|bedrijf|winkel|education|training|courses?|certificates?|class(?:es)?|lessons?|hobby|hobbies|volunteer(?:ing)?|work|jobs?|business|papers?)$/;
const withPartNames =
  /^(?:nee|neen|no|sorry|helaas|ik|heb|had|ben|was|doe|deed|ga|ging|volg|volgde|naar|gedaan|gehad|geweest|gevolgd|gegaan|daar|meer|meerdere|andere?|eigen|dat|die|er|ook|nu|of|hoor|dan|wel|een|de|het|op|i|did|do|have|had|been|went|go|to|any|more|other|own|a|an|the|really|that|at|or)$/;

/** "school niet meer", "cursus nooit gedaan", "never went to school": there is nothing to tell of it, and nothing else is said. */
export function saysThereIsNone(text: string): boolean {
  const words = normalise(text).split(" ");
  if (words.length > 8) return false;
  return (
    words.some((word) => denial.test(word)) &&
    words.some((word) => partNames.test(word)) &&
    words.every((word) => denial.test(word) || partNames.test(word) || withPartNames.test(word))
  );
}

/** "nee, ben gestopt na een jaar", "geen andere baan, alleen deze": what was asked for is none, whatever is told with it. */
export function beginsWithNone(text: string): boolean {
  const [first = ""] = text.trim().split(/[.,!?;:\n…]+/);
  return openingWord(text) === "no" || saysNothingToTell(first) || saysThereIsNone(first);
}
