import type { Language } from "../domain/language.ts";

interface Words {
  /** "ik ben", "I feel": what such a clause begins with. */
  readonly lead: string;
  /** "heel", "often". */
  readonly degree: string;
  /** How somebody is by nature. What shows in work (precise, handy, punctual, patient) is no such word. */
  readonly character: string;
  readonly person: string;
  /** How somebody feels or felt. */
  readonly feeling: string;
  /** What a feeling is about: the rest of the clause says no more of what was done. */
  readonly cause: string;
  /** "at work", "at home". */
  readonly place: string;
  readonly article: string;
  readonly and: string;
  /** Said as something that one has. */
  readonly having: string;
}

const dutch: Words = {
  lead: "(?:(?:en|maar|want|nou|ja|ook|dus|omdat|dat|dan|toen|daar|nu) )*(?:(?:ik|'k) (?:ben|was|voel(?:de)? (?:me|mij)|word|werd|raak|raakte)|(?:ben|was|word|werd) (?:ik|'k)|ben|was|voel(?:de)? (?:ik )?(?:me|mij))",
  degree:
    "(?:(?:ook|heel|erg|zeer|best|wel|een beetje|beetje|altijd|vaak|snel|soms|meestal|nogal|echt|gewoon|eigenlijk|van nature|zo|super|te|nog|toch|er|dan|gauw|makkelijk) )*",
  character:
    "lie(?:f|ve)|eerlijke?|verlegen|lui(?:e)?|perfectionist(?:isch|ische)?|vrolijke?|gezellige?|spontane?|spontaan|introverte?|extraverte?|gevoelige?|koppige?|ongeduldige?|jaloers|onzekere?|zelfverzekerde?|optimist(?:isch|ische)?|pessimist(?:isch|ische)?|positieve?|positief|negatieve?|negatief|nuchtere?|dromerige?|emotionele?|emotioneel|impulsieve?|impulsief|bescheiden|trouwe?|loyale?|loyaal|aardige?|vriendelijke?|betrouwbare?|betrouwbaar|hartelijke?|dappere?|serieuze?|serieus|stille?|drukke?|chaotische?|nieuwsgierige?|temperamentvolle?|doorzetter|mensenmens|einzelganger",
  person: "mens|man|vrouw|persoon|type|iemand|meid|meisje|jongen|vader|moeder|oma|opa|collega|vriend|vriendin|kerel|gast",
  feeling:
    "verdrietig|boos|kwaad|woest|bang|eenzaam|gelukkig|ongelukkig|blij|trots|kapot|zenuwachtig|nerveus|gestrest|gespannen|onrustig|teleurgesteld|gefrustreerd|beschaamd|verliefd|tevreden|dankbaar|opgelucht|somber|depressief|overspannen|opgebrand|vrolijk|verdoofd|geschrokken|wanhopig|beledigd",
  cause: "(?: (?:op|in|met|bij|over|voor|als|toen|van|dat|om|omdat|want|wanneer|mee|thuis|door)(?: .*)?)?",
  place: "(?: (?:op (?:mijn|m'n|het) werk|thuis|van nature))?",
  article: "(?:een |'n |n )?",
  and: "(?:, |,? ?en |,? ?maar |,? ?of )?",
  having: String.raw`(?:ik heb|heb ik|heb) (?:\p{L}+ )*(?:zelfvertrouwen|kort lontje|gevoel voor humor|groot hart|faalangst|heimwee)(?: .*)?|(?!.*\b(?:ga|omgaan|tegen|kan)\b).*\b(?:veel|zoveel|last van|te veel) stress\b.*`,
};

const english: Words = {
  lead: "(?:(?:and|but|because|well|yes|also|so|that|then|now) )*(?:i (?:am|was|feel|felt|get|got|become|became)|i'm|im|feel|felt)",
  degree:
    "(?:(?:also|very|really|quite|rather|a bit|a little|always|often|sometimes|mostly|so|just|too|still|by nature|such|pretty|kind of|quickly|easily) )*",
  character:
    "kind|honest|shy|lazy|perfectionist|cheerful|spontaneous|introvert(?:ed)?|extrovert(?:ed)?|sensitive|stubborn|impatient|jealous|insecure|confident|optimist(?:ic)?|pessimist(?:ic)?|positive|negative|dreamy|emotional|impulsive|modest|loyal|nice|friendly|reliable|trustworthy|brave|serious|quiet|chaotic|curious|easy[- ]going|chatty|people person|loner|sweet",
  person: "person|man|woman|type|guy|girl|lad|lass|father|mother|mum|dad|colleague|friend|soul|one",
  feeling:
    "sad|angry|mad|furious|scared|afraid|lonely|happy|unhappy|glad|proud|heartbroken|devastated|gutted|nervous|anxious|stressed|tense|restless|disappointed|frustrated|ashamed|in love|content|grateful|thankful|relieved|gloomy|depressed|burnt out|burned out|cheerful|numb|shocked|desperate|offended|worried|upset",
  cause: "(?: (?:at|in|with|about|for|when|of|that|because|since|by|on|over|around|easily|quickly)(?: .*)?)?",
  place: "(?: (?:at work|at home|by nature))?",
  article: "(?:a |an )?",
  and: "(?:, |,? ?and |,? ?but |,? ?or )?",
  having: String.raw`(?:i have|i've got|ive got|have) (?:\p{L}+ )*(?:self[- ]confidence|short (?:temper|fuse)|sense of humou?r|big heart|stage fright)(?: .*)?|(?!.*\b(?:handle|deal|cope|under|can)\b).*\b(?:lots? of|so much|too much|a lot of) stress\b.*`,
};

function patternOf({ lead, degree, character, person, feeling, cause, place, article, and, having }: Words): RegExp {
  const more = `(?: ${and}${degree}${article}(?:${character}|${feeling}))*`;
  const isSo = `${lead} ${degree}${article}(?:${character})${more}(?: (?:${person}))?${place}`;
  const feelsSo = `${lead} ${degree}(?:${feeling})${more}${cause}`;
  return new RegExp(`^ (?:${isSo}|${feelsSo}|${having}) ?$`, "u");
}

const patterns: Readonly<Record<Language, RegExp>> = { nl: patternOf(dutch), en: patternOf(english) };

/** True where a clause only says what somebody is like, or how they feel: no skill and no experience is read from that.
 *  @param text a clause as cues read it: lower case, without accents, a space at both ends */
export function tellsOnlyHowSomebodyIs(text: string, language: Language): boolean {
  return patterns[language].test(text);
}
