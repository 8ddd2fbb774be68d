import { openingWord, withoutOpening } from "./answers.ts";
import { clausesOf, normalise, spansBetween } from "./clauses.ts";
import { saysNothingToTell } from "./denials.ts";
import { isOthersWork, ofOthers } from "./others.ts";
import { tellsWhyNot } from "./refusals.ts";

/** "en", "maar", "also": something is joined to the yes before it. */
const joining = /^(?:(?:en|and|maar|but|plus|ook|also|verder|daarnaast|besides) )+/;
/** A yes once more. */
const onceMore = /^(?:(?:hoor|klopt|joh|man|mate|love|dear|sorry|inderdaad|indeed|natuurlijk|of course|wel)(?= |$) ?)+/;
const also = /\b(?:ook|too|as well|also|plus|daarnaast|besides|trouwens|erbij)\b/;
/** Of the skill itself, and of nothing besides: "dat doe ik", "that's me". What is joined to it may tell more. */
const ofItself =
  /^(?:(?:dat|die|dit|het|that|thats|this|it|its)(?: (?:doe|kan|deed|kon|klopt|ben|is|heb|was|do|did|can|am|i|ik|ook|wel|right|true|correct|me|so|what|too|indeed|inderdaad|zo|waar|zeker|absoluut))*|i (?:do|did|can|am)(?: (?:that|it|too|so|indeed))*|(?:doe|deed|kan|ben) ik(?: (?:dat|wel|ook|ja))*|ik (?:doe|deed|kan) (?:dat|het)(?: (?:wel|ook))*)(?= (?:en|and|maar|but|plus) |$) ?/;
const pointsAtIt =
  /^(?:(?:dat|dit|het|that|this|it)\b|ik (?:doe|deed|kan|kon|heb) (?:dat|dit|het)\b|i (?:\w+ ){0,2}(?:do|did|done) (?:that|it|this|so)\b|i do(?:$| (?:indeed|every|always|often|all|a lot|mostly|sometimes|at|in|on|for|with)\b))/;
const oneself = /\b(?:ik|we|i)\b/;

/** Words that end as a doing does, and are none. */
const noDoing =
  /^(?:mensen|kinderen|dingen|weken|jaren|dagen|uren|avonden|nachten|ochtenden|middagen|weekenden|maanden|samen|tussen|buiten|binnen|alleen|eigen|tegen|boven|beneden|achteren|voren|morgen|gisteren|klanten|gasten|ouderen|jongeren|vrienden|buren|anderen|bewoners|patienten|feesten|hebben|zijn|waren|worden|vaker|jongens|mannen|vrouwen|morning|mornings|evening|evenings|anything|everything|something|nothing|during|thing|things|being|having|spring|amazing|interesting|boring|tiring|exhausting|need|indeed|often|garden|kitchen|children|women|between|seven|eleven|chicken|golden|wooden|green|hundred|tired|bored|pleased|red)$/;
const doing =
  /^(?:[a-z]{3,}en|ge[a-z]{3,}[dt]|deed|doen|gedaan|reed|schreef|hielp|gaf|sprak|[a-z]{3,}ing|[a-z]{2,}ed|did|made|drove|built|wrote|taught|led|took|sold|kept|fed|cut|ran|gave|held|grew|sewed|drew|spoke|sang)$/;
const namesDoing = (clause: string): boolean => clause.split(" ").some((word) => doing.test(word) && !noDoing.test(word));

/** When, with whom, for whom or how: of the skill on the card, unless a doing is named. */
const onlySaysHow =
  /^(?:met|voor|op|in|bij|aan|van|sinds|tijdens|tot|with|for|on|in|at|to|of|since|from|during|by|altijd|elke|iedere|vaak|heel|erg|zo|best|graag|nog|nu|soms|meestal|vooral|zeker|al|samen|thuis|always|every|often|very|so|really|quite|still|now|sometimes|usually|mostly|especially|together|home|all|well|here|there|hier|daar)\b/;
/** "en zwaar was het ook": says what it is like. */
const saysWhatItIsLike = /\b(?:is|was|zijn|waren|are|were|vind|vond)\b/;

/** "en trekker rijden", "fixed the car myself too": a doing besides, told without saying whose it is. */
function tellsBesides(clause: string, isJoined: boolean): boolean {
  if (!isJoined && !also.test(clause)) return false;
  const bare = clause.replace(joining, "");
  if (pointsAtIt.test(bare) || ofOthers.test(bare)) return false;
  if (namesDoing(bare)) return true;
  return bare.split(" ").length >= 2 && !onlySaysHow.test(bare) && !saysWhatItIsLike.test(bare);
}

/** A clause, as `normalise` leaves it, that tells of something one does, and not only of what was offered. */
export function tellsInClause(clause: string): boolean {
  const said = clause.replace(onceMore, "");
  const behind = said.replace(joining, "").replace(ofItself, "");
  const isJoined = joining.test(said) || joining.test(behind);
  const bare = behind.replace(joining, "");
  if (oneself.test(bare)) return bare.split(" ").length >= 3 && !pointsAtIt.test(bare);
  return tellsBesides(behind, isJoined);
}

/** True where a yes is followed by something to tell, and not only by "dat doe ik elke dag". */
export const tellsMore = (text: string): boolean => clausesOf(withoutOpening(text)).some(tellsInClause);

/** What is said in place of an offer, without a word of who does it: "just sweeping the floor", and not "they're ducks in the park". */
export const namesAnotherDoing = (clause: string): boolean =>
  !ofOthers.test(clause) && !/^(?:dat|dit|het|die|that|thats|this|it|its|those|these|theyre)\b/.test(clause) && namesDoing(clause);

const ends = /[.,!?;:\n…]+\s*|(?<=\S)\s+(?=(?:maar|but)\s)/gi;
const tellsNothing = (clause: string): boolean =>
  normalise(clause).replace(onceMore, "").replace(joining, "").replace(ofItself, "") === "" || saysNothingToTell(clause) || isOthersWork(clause);

/** "no not really, but I water the ferns": an answer without its yes or no and the clauses that only say that once more, or whose work it is; the
 *  rest stands where it stood. */
export function toldBehind(text: string): string {
  const behind = withoutOpening(text);
  const from = spansBetween(behind, ends).find(({ start, end }) => !tellsNothing(behind.slice(start, end)))?.start ?? 0;
  return " ".repeat(from) + behind.slice(from);
}

/** "nee dat doe ik niet meer", "ja nog elke week": a yes or a no in words of its own, with nothing told besides; null for all else. */
export function barelyAnswered(text: string): "yes" | "no" | null {
  const word = openingWord(text);
  if (word === null) return null;
  const told = toldBehind(text);
  const tells = clausesOf(told).some(tellsInClause) && !(word === "no" && tellsWhyNot(told));
  return tells ? null : word;
}
