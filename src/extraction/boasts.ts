import type { Language } from "../domain/language.ts";
import { type Clause, cueText } from "./clauses.ts";

/** "alle motoren", "seven languages": more than anybody can. */
const allOfIt: Readonly<Record<Language, RegExp>> = {
  nl: / (?:alle|elke|iedere|ieder|elk|(?:zes|zeven|acht|negen|tien|twintig|honderd|duizend|\d{2,}) talen) /u,
  en: / (?:every|any|all|(?:six|seven|eight|nine|ten|twenty|hundred|a thousand|\d{2,}) languages) /u,
};
/** Said of what was just told: it was no more than a joke. */
const joke: Readonly<Record<Language, RegExp>> = {
  nl: / (?:haha\p{L}*|hihi|lol|grapje|grap|geintje|dollen|serieus|zonder gekheid|niet echt|overdreven|overdrijf) /u,
  en: / (?:haha\p{L}*|hehe|lol|joking|kidding|joke|serious|seriously|not really|exaggerat\p{L}+) /u,
};
/** How somebody begins who takes a step back. */
const stepsBack: Readonly<Record<Language, RegExp>> = {
  nl: /^ (?:ok|oke|okay|nou ja|nou|nee|ja goed|goed dan|eerlijk gezegd|vooruit|tja) /u,
  en: /^ (?:ok|okay|well|no|alright|all right|fine|honestly|to be fair) /u,
};

/**
 * True for a clause that claims all of something, and is taken back in the same breath or the next sentence: "I can fix
 * every engine, haha. No, serious: …", "I speak seven languages! Ok, three".
 */
export function isTakenBack(clause: Clause, all: readonly Clause[], language: Language): boolean {
  if (!allOfIt[language].test(cueText(clause))) return false;
  const behind = all.slice(all.indexOf(clause) + 1);
  const laughed = [clause, ...behind.filter(({ sentence }) => sentence <= clause.sentence + 1)].some((one) => joke[language].test(cueText(one)));
  const next = behind.find(({ sentence }) => sentence === clause.sentence + 1);
  return laughed || (next !== undefined && stepsBack[language].test(cueText(next)));
}
