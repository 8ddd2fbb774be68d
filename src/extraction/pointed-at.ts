import type { Language } from "../domain/language.ts";

const mine = "(?:mijn|mij|mn|m'n|onze|my|our)";
const children =
  "(?:kinderen|kind|(?:klein|stief|pleeg)?(?:zoontje|zoon|zonen|dochtertje|dochters|dochter)|klein(?:kinderen|kind)|neefje|nichtje|children|child|kids?|(?:grand|step)?(?:sons?|daughters?)|grand(?:children|child|kids?)|nephew|niece)";
const named = new RegExp(`(?<!\\p{L})(${mine}) (?:\\p{L}+ )?(${children})(?!\\p{L})`, "giu");
const pointing: Readonly<Record<Language, RegExp>> = {
  nl: /(?<=(?<!\p{L})(?:met|voor|op) )(?:hem|haar|ze|hen|hun)(?!\p{L})/iu,
  en: /(?<=(?<!\p{L})(?:with|for|after) )(?:him|her|them)(?!\p{L})/iu,
};

/**
 * "mijn kleinzoon is 4. ik speel met hem" → "ik speel met mijn kleinzoon": a child that was named before, in the place of the
 * word that points at it. All else stays.
 * @param before all that was said before these words
 */
export function childNamed(said: string, before: string, language: Language): string {
  if (!pointing[language].test(said)) return said;
  const last = [...before.matchAll(named)].at(-1);
  const child = last?.[2];
  return child === undefined ? said : said.replace(pointing[language], `${language === "nl" ? "mijn" : "my"} ${child}`);
}
