import type { Language } from "../domain/language.ts";
import type { Offer } from "../domain/offer.ts";
import { clausesOf } from "./clauses.ts";
import { nameOf } from "./questions.ts";
import { namesIn, sharedWords } from "./shared-words.ts";
import { tellsInClause } from "./tells-more.ts";

/** What somebody says yes to, and what no, as they were typed; `no` null where it is the card itself: "niet echt, de kassa wel". */
export interface OneOfTwo {
  readonly yes: string;
  readonly no: string | null;
}

const gap = String.raw`(?:[\s,.;:!–-]+|$)`;
const yes = "(?:jawel|ja|wel|yes|yeah|yep|aye)";
const no = "(?:nee|neen|niet echt|niet|nie|nooit|not really|not so much|not|nope|nah|never|no)";
const joined = `(?:(?:maar|but|en|and)${gap})?`;
const thing = (name: string) => `(?<${name}>\\p{L}[\\p{L}'’-]*(?:\\s[\\p{L}'’-]+){0,3}?)`;

const forms = [
  `${thing("yes")}${gap}${yes}${gap}${joined}${thing("no")}${gap}${no}${gap}(?<rest>.*)`,
  `${thing("no")}${gap}${no}${gap}${joined}${thing("yes")}${gap}${yes}${gap}(?<rest>.*)`,
  `${no}\\s*[,.;:!–-]+\\s*${joined}${thing("yes")}${gap}${yes}${gap}(?<rest>.*)`,
  `${yes}${gap}${thing("yes")}${gap}${joined}${no}${gap}${thing("no")}[\\s.!]*`,
  `${no}${gap}${thing("no")}${gap}${joined}${yes}${gap}${thing("yes")}[\\s.!]*`,
].map((form) => new RegExp(`^\\s*${form}$`, "isu"));

/** No name of anything: who, how or when. */
const noThing =
  /(?:^|\s)(?:ik|i|we|wij|je|u|you|he|she|they|ze|hij|zij|mijn|my|ja|nee|yes|no|wel|niet|not|klopt|true|right|doe|do|is|was|can|kan|helemaal|eigenlijk|echt|really|zeker|ook|toch|soms|vaak|sometimes|often|meestal|usually|altijd|always|nu|now|vroeger|before|wat|what|how|hoe|sorry|oeps|oops|oh|wacht|wait|natuurlijk|tuurlijk|course|bedoel|bedoelde|mean|meant|hoor|joh|haha|nou|well|misschien|maybe|foutje|grapje|kidding)(?:\s|$)/i;
const whereOrWhen =
  /^(?:thuis|in|op|bij|met|voor|aan|tijdens|buiten|binnen|home|at|on|with|for|during|outside|inside|dan|then|daar|there|hier|here|vandaag|today|sommige|some|iets|something)(?:\s|$)/i;
const itself = /^(?:dat|die|deze|dit|that|this|it)(?: one)?$/i;
/** In words: what is said behind it, as why. */
const mostBehind = 8;
/** In UTF-16 units: an answer, however it is spaced. */
const mostLetters = 200;

/** "biscuits yes, bread no", "kleren wel, gordijnen niet": one of two things; null for all else. Pure. */
export function oneOfTwo(text: string): OneOfTwo | null {
  if (text.length > mostLetters) return null;
  for (const form of forms) {
    const { yes: right = "", no: wrong = "", rest = "" } = form.exec(text)?.groups ?? {};
    if (right === "" || noThing.test(right) || noThing.test(wrong) || whereOrWhen.test(right)) continue;
    if (rest.trim().split(/\s+/).length > mostBehind || clausesOf(rest).some(tellsInClause)) continue;
    return { yes: right, no: wrong === "" || itself.test(wrong) ? null : wrong };
  }
  return null;
}

/** "auto, bus of vrachtwagen": a card that is right where one of them is. */
const either = { nl: /\sof\s/i, en: /\sor\s/i } as const;

/** What that says of a card: `yes` where what is denied is not on it, `no` where it is; null where that cannot be told. */
export function stanceOfOne({ yes: right, no: wrong }: OneOfTwo, offer: Offer, language: Language): "yes" | "no" | null {
  if (wrong === null) return "no";
  const isOn = (said: string) => itself.test(said) || sharedWords(said, namesIn(offer)) > 0;
  if (!isOn(wrong)) return isOn(right) ? "yes" : null;
  return isOn(right) && either[language].test(nameOf(offer, language)) ? "yes" : "no";
}
