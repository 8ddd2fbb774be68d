import type { Language } from "./language.ts";

/** "als ze gaan schelden", and not "als kok in een hotel"; a sentence cut in two goes on with "is". */
const conditional =
  /^(?:(?:en|maar|want|dus|and|but|so|or|of) )?(?:(?:if|when|whenever|wanneer|zodra|indien|is)\s|als (?:ik|je|jij|u|ze|zij|hij|we|wij|jullie|er|het|'t|t|dat|die|dit|de|mijn|mn|m'n|iemand|iets|niemand|mensen|klanten|gasten|kinderen|bewoners)\b|als (?:een|'n) (?:\p{L}+ ){1,3}(?:is|zijn|wordt|heeft|gaat|komt|wil|niet|ziek|boos|kapot)\b)/iu;

/** When one was young, or worked somewhere, is no condition. */
const ofThen = /\b(?:i|we|ik) (?:was|were|worked|lived|started|werkte|begon|woonde)\b/i;

/** Points at what was told before, and names nothing itself. */
const pointing: Record<Language, RegExp> = {
  nl: /(?<!\p{L})(?:het|'t|ze|er(?:achter|voor|onder|boven|naast|bij|in|op|uit|tussen|mee|af|langs)|daar(?:achter|voor|onder|naast|in|op|mee)|naar (?:voren|achteren|boven|beneden))(?=$|\s+(?:en|of|met|om)\s|\s+\p{L}+$)/iu,
  en: /^\p{L}+(?: \p{L}+){0,3} (?:it|them|those|these|that one|this one)(?:$| (?:\p{L}+ ?){1,2}$)/iu,
};

export const isCondition = (text: string): boolean => conditional.test(text) && !ofThen.test(text);

/** "transport it cold", "oude spul naar voren en nieuwe erachter": a step of something that was told before. */
export const pointsBack = (text: string, language: Language): boolean => pointing[language].test(text);

const noBusiness =
  /^(?:(?:oh|nou|well|eh|euh|hm+|ja) )?(?:(?:nee|neen|nope|nah)(?!\p{L})|no(?=$|[,.;!]| (?:i|never|not|own|business|but|sorry|really|no)\b)|geen (?:eigen )?(?:zaak|bedrijf|onderneming|winkel)|no (?:own )?business|(?:niet echt|not really|nooit|never)(?=$|[,.;!]| (?:gehad|gedaan|had|did|maar|but)\b)|(?:ik )?(?:heb|had) (?:ik )?(?:geen|nooit een) (?:eigen )?(?:zaak|bedrijf|onderneming|winkel)|i (?:never had|don'?t have|do not have|didn'?t have|have no|had no) (?:(?:a|any|my) )?(?:own )?business)/iu;

/** "nee. maar op vrijdag …", as the answer to whether somebody works for themself. */
export const saysNoBusiness = (said: string): boolean => noBusiness.test(said.trim());

/** "geen eigen zaak": the business itself is named with the no. */
export const namesNoBusiness = (said: string): boolean => /zaak|bedrijf|onderneming|winkel|business/i.test(noBusiness.exec(said.trim())?.[0] ?? "");
