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
const likes = /^ (?:(?:en|and|maar|but) )*(?:ik|i|we|wij) (?:hou|houd|houden|love|like|adore|eet|lust|drink|eat)(?: \p{L}+){1,4} $/u;

/** True where a clause tells only when somebody works, or how they are. @param text as the cues read it */
export const isState = (text: string): boolean =>
  isShort(text) && (onlyWhen.test(text) || being.test(text) || outcome.test(text) || sameOrGood.test(text));
/** "ik hou van pizza, friet en ijs": what is liked goes on in the clauses behind it. */
export const tellsOfLiking = (text: string): boolean => likes.test(text);
