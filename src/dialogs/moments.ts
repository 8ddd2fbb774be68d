import { clausesOf, normalise } from "./clauses.ts";

/** A moment that somebody tells of with feeling: proud of it, thanked for it, a hard time, or one that they got through. */
export const momentKinds = ["through", "hard", "valued", "proud"] as const;
export type MomentKind = (typeof momentKinds)[number];

const denial = /\b(?:niet|nie|nooit|geen|not|never|no|dont|didnt|wasnt|isnt|hardly|nauwelijks|als|if|zou|would)\b/;
const very = "(?:(?:heel|zo|erg|echt|best|wel|behoorlijk|enorm|really|so|very|pretty|quite|bloody|super) )*";

const hard = new RegExp(
  `\\b(?:zware|moeilijke|heftige|rottige|donkere|rotte|hard|tough|rough|difficult|dark) (?:tijd|tijden|periode|jaren|jaar|maanden|time|times|period|years?|patch|months|spell)\\b|` +
    `^(?:(?:en|maar|and|but|want|toen) )*(?:het|dat|it|that) (?:was|is geweest) ${very}(?:zwaar|heftig|pittig|hard|tough|rough)(?: (?:toen|then|for us|for me|voor ons|voor mij|though|hoor|at first|in het begin))*$`,
);
/** Others whom somebody stands by in such a time: that is their work. */
const theirs =
  /\b(?:help(?:en|t|s|ed|ing)?|hielp(?:en)?|begeleid\w*|steun(?:en|de|den)?|ondersteun\w*|troost\w*|support\w*|comfort\w*) (?!(?:me|mij|us|ons)\b)/;
const through =
  /\b(?:hebben|heb|hadden|had) (?:het )?(?:\w+ ){0,2}(?:gered|doorstaan|overleefd)\b|\b(?:erdoor|er doorheen|er door) (?:gekomen|geslagen)\b|\b(?:got|made it|came|pulled|get) through(?: (?:it|that|this|together))?\b/;
const gift =
  "(?:hugs?|knuffels?|bloemen|bosje bloemen|bos bloemen|flowers|bouquet|compliment(?:en|je|jes|s)?|applaus|applause|bedankkaart\\w*|thank you cards?|medaille|medal|prijs|prize|award|oorkonde|standing ovation)";
const valued = new RegExp(
  `(?<!\\b(?:i|ik|we|wij) )\\b(?:gave|gaf|gaven|geven|gives?|bought|brought) (?:me|mij|us|ons) (?:\\w+ ){0,4}${gift}\\b|` +
    `\\b(?:ik|i|we|wij) (?:\\w+ ){0,2}(?:kreeg|kregen|krijg|got|get|received) (?:\\w+ ){0,4}${gift}\\b|\\b(?:kreeg|kregen|krijg) (?:ik|we) (?:\\w+ ){0,4}${gift}\\b|` +
    "\\b(?:bedankten?|bedankt|thanked|hugged|praised|omhelsden?|knuffelden?|complimenteerden?) (?:me|mij|us|ons)\\b|\\b(?:everyone|everybody|iedereen|ze allemaal|they all) (?:clapped|cheered|klapte|klapten|juichte|juichten)\\b|" +
    "\\b(?:trots|proud) (?:op|of) (?:mij|me|ons|us)\\b|\\b(?:huilden?|cried) (?:van|with|tears of) (?:\\w+ )?(?:blijdschap|geluk|joy|happiness|relief)\\b",
);
const proud = /\b(?:trots|apetrots|proud)\b/;
const ofOthers =
  /\b(?:hij|zij|ze|he|she|they|iedereen|everyone|moeder|vader|baas|team|mother|mum|mom|father|dad|boss|zoon|dochter|son|daughter|klant|client|man|vrouw|kids|kinderen|children|bewoners|residents|klanten|clients|customers|collegas|colleagues|mensen|people) (?:was|is|were|waren|zijn|are) (?:\w+ )?(?:trots|proud)\b/;

/** Who tells of a death or an illness tells of no lovely moment. */
const grief =
  /\b(?:overleden|overleed|overlijden|gestorven|stierf|dood|doodging|begrafenis|uitvaart|kanker|ziek|terminaal|died|dead(?! proud| chuffed)|passed away|death|funeral|cancer|dying|ill|sick|hospice)\b/;

/** More words are a story of many things. */
const mostWords = 60;
/** In UTF-16 units: a message, however it is spaced. */
const mostLetters = 1_000;

/** The moment in a message; null where it tells of none. What is denied, asked or only supposed is none. Pure. */
export function momentIn(text: string): MomentKind | null {
  if (text.length > mostLetters || /\?/.test(text) || normalise(text).split(" ").length > mostWords) return null;
  const clauses = clausesOf(text).flatMap((clause) => clause.split(/ (?:en|and|maar|but) /));
  const isIn = (pattern: RegExp) => clauses.some((clause) => pattern.test(clause) && !denial.test(clause));
  if (clauses.some((clause) => hard.test(clause) && !denial.test(clause) && !theirs.test(clause))) return isIn(through) ? "through" : "hard";
  if (grief.test(normalise(text))) return null;
  if (isIn(valued)) return "valued";
  return clauses.some((clause) => proud.test(clause) && !denial.test(clause) && !ofOthers.test(clause)) ? "proud" : null;
}
