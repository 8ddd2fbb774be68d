import type { Language } from "../domain/language.ts";

/** Endings of words for what somebody is: schoonmaker, kapster, chauffeur, mantelzorger; cleaner, electrician, accountant. */
const roles: Record<Language, RegExp> = {
  nl: /^ (?:ik )?(?:ben|was)(?: (?:nu|al|nog|ook|gewoon|vroeger|eerst|alleen|een))* (?:\p{L}+ )?\p{L}{3,}(?:er|ster|eur|ist|ent|ente|aar|ier|man|vrouw|hulp|kracht)(?: van beroep)?(?: (?:bij|in|van|op|voor) (?:(?:de|het|een|mijn|m'n|mn|me) )?\p{L}+(?: \p{L}+)?)?(?: (?:al )?\d+ jaar)? $/u,
  en: /^ (?:i am|i'm|im|i was|am|was)(?: (?:now|also|still|just|only))* (?:(?:an?|the) )?(?:\p{L}+ )?\p{L}{3,}(?:er|or|ist|ian|ant|ent|man|woman)(?: by trade)?(?: (?:at|in|for|of|with|on) (?:(?:the|an?|my) )?\p{L}+(?: \p{L}+)?)?(?: (?:for )?\d+ years?)? $/u,
};

/**
 * "ik ben schoonmaker (bij een school)": what somebody is called, and nothing that they do.
 * @param text lower case, words parted by one space, one at either end
 */
export function isBareRole(text: string, language: Language): boolean {
  return roles[language].test(text);
}
