import { isShort } from "./clauses.ts";

/** Days, hours and shifts, with no more than that somebody works then: "ik werk maandag", "tuesday and friday". */
const onlyWhen =
  /^ (?:(?:ik|we|wij|i|en|and|of|or|ook|also|meestal|vooral|mostly|usually|alleen|only|dan|then|van|from|tot|to|till) )*(?:(?:werk|werkte|werken|work|worked|working|ben er|kan) )?(?:(?:ik|op|on|elke|iedere|every|the|de|en|and|tot|to|till|of|or|in|bijna|almost|alle|all) )*(?:(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:en|s)?|weekend(?:en|s)?|doordeweeks|weekdays)(?: (?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|en|and|tot|to|till|ook|too|avond|ochtend|middag|evening|morning|afternoon|s))* $/u;
/** How somebody is, or what they worry about. */
const being =
  /^ (?:(?:en|and|maar|but|want|because) )*(?:(?:ik ben|i am|i'm|im|ben ik) (?:(?:zelf|nu|heel|erg|vaak|ook|very|often|also|myself|now|a bit|een beetje) )*(?:ziek|ill|sick|unwell|chronisch ziek)|(?:ik )?(?:maak|maakte) (?:ik )?(?:me|mij)(?: \p{L}+){0,2} zorgen(?: (?:om|over) .*)?|i (?:often |always |do )?worry(?: (?:about|for) .*)?) $/u;
/** What would come of it else, and how those who are served are not. */
const outcome =
  /^ (?:(?:want|because|cos) )?(?:anders|otherwise|or else) (?!.*(?<!\p{L})(?:ik|i|we|wij|myself)(?!\p{L}))|^ (?:(?:de|the|my|mijn|als|if|when|some|veel) )*(?:klanten|klant|mensen|bewoners|gasten|customers?|people|residents?|guests?|clients?) (?:(?:zijn|is|are) (?:niet|vaak niet|not|often not)|aren't|arent|isn't|isnt) /u;
/** "broek is goed", "dat en dit is hetzelfde": how a thing is, with nobody in it who makes it so. */
const sameOrGood =
  /^ (?:(?:want|omdat|because|dus|so) )?(?!(?:ik|i|we|wij|dit werk|my job) )(?:\p{L}+ ){1,4}(?:is|zijn|was|waren|are|were) (?:(?:ook|toch|al|gewoon|allemaal|eigenlijk|het|de|all|the|also|just|already) )*(?:zelfde|hetzelfde|same|the same|goed|good|klaar|done|finished|ready|kapot|broken|dicht|open|closed|duur|expensive|goedkoop|cheap|streng|strict|lang|long|kort|short) $/u;
/** No word of the holder's, and none that begins a clause within: "als oppas koken voor wie ziek is" is one's own. */
const onlyOthers = {
  nl: String.raw`(?!.*(?<!\p{L})(?:ik|'k|we|wij|mij|me|ons|die|dat|wie|waar|tot|om|te)(?!\p{L}))`,
  en: String.raw`(?!.*(?<!\p{L})(?:i|i'm|i'd|we|me|us|who|that|whose|whoever|until|to)(?!\p{L}))`,
};
/** "Als kok" is a role, "als de kok …" is about somebody. */
const whenNl =
  "(?:(?:toen|wanneer|omdat|nadat|doordat|terwijl|zodra) |als (?=(?:de|het|een|er|iemand|niemand|mijn|m'n|mn|onze|zijn|haar|hun|hij|zij|ze|alles) ))";
const happenedNl =
  "(?:(?:ziek|zwanger|weg|vrij|dood|jarig|afwezig|dicht|gesloten|kapot|failliet|druk|leeg|klaar|thuis|uitgevallen|overleden|vertrokken|naar huis|(?:op|met) vakantie|met (?:pensioen|verlof)) (?:is|was|waren|zijn|werd|werden|wordt|worden|raakte|bleef|ging|gingen)|overleed|stierf|uitviel|uitvalt|wegviel|wegvalt|flauwviel|flauwvalt|vertrok)";
const happenedEn =
  "(?:died|quit|retired|(?:fell|got|was|were|is|are|went) (?:ill|sick|away|off|out|home|pregnant|busy|closed|absent|dead|gone|on (?:holiday|leave)))";
/** "toen de kok ziek werd", "when the cook fell ill": what befell or is true of others, at the side of what one did. */
const befell = new RegExp(
  String.raw`^ (?:(?:en|maar|want|dus|and|but|so) )*(?:` +
    String.raw`${whenNl}${onlyOthers.nl}(?:[\p{L}']+ ){1,5}${happenedNl}` +
    String.raw`|(?:when|after|because|once|while|if) (?!\p{L}+ing )${onlyOthers.en}(?:[\p{L}']+ ){1,5}${happenedEn}` +
    String.raw`) $`,
  "u",
);
/** "dat ging goed", "it went well": how a thing went. */
const howItWent =
  /^ (?:(?:en|maar|want|and|but) )*(?:(?:dat|dit|het|alles) (?:ging|gaat|liep|loopt|verliep|verloopt) (?:(?:altijd|best|heel|erg|gewoon|ook|wel|toch|allemaal|eigenlijk) )*(?:goed|prima|fijn|lekker|soepel|vanzelf|perfect|mis|fout)(?: (?:hoor|gelukkig|altijd))?|(?:it all|it|that|this|everything|all) (?:went|goes|worked out|turned out) (?:(?:really|very|quite|all|always|pretty) )*(?:well|fine|good|great|ok|okay|smoothly|perfectly|wrong)) $/;
const likes = /^ (?:(?:en|and|maar|but) )*(?:ik|i|we|wij) (?:hou|houd|houden|love|like|adore|eet|lust|drink|eat)(?: \p{L}+){1,4} $/u;

/** True where a clause tells only when somebody works, or how they are. @param text as the cues read it */
export const isState = (text: string): boolean => isShort(text) && [onlyWhen, being, outcome, sameOrGood].some((pattern) => pattern.test(text));

/** True where a clause tells only what befell others, or how something went. @param text as the cues read it */
export const isBesideIt = (text: string): boolean => isShort(text) && (befell.test(text) || howItWent.test(text));

/** "ik hou van pizza, friet en ijs": what is liked goes on in the clauses behind it. */
export const tellsOfLiking = (text: string): boolean => likes.test(text);
