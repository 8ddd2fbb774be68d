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

/** Said of what was told just before: it is no more so, or never was. */
const unsaid: Readonly<Record<Language, RegExp>> = {
  nl: /^ (?:(?:nee|was|is|maar|een) )*(?:grapje|geintje|niet dus) (?:hoor )?$|^ (?:(?:maar|en) )*dat (?:heb ik|hebben we) (?:(?:toen|dus|uiteindelijk|nooit) )*niet gedaan $|^ (?:(?:maar|en) )*(?:ik )?kan (?:ik )?(?:het|dat) (?:(?:nu|ook|echt|helaas) )*niet meer $/u,
  en: /^ (?:(?:no|only|just|i'm|im|nah) )*(?:kidding|joking) $|^ not $|^ (?:(?:but|and) )*(?:i|we) (?:never did|(?:didn't|did not|didnt)(?: do)?)(?: it| that)? $|^ (?:(?:but|and) )*(?:i )?(?:can't|cannot|cant) (?:do (?:it|that) )?any ?more $/u,
};
const saysNo: Readonly<Record<Language, RegExp>> = { nl: /^ (?:nee|neen|nooit) /u, en: /^ (?:no|nope|nah|never) /u };

/**
 * True for a clause that is taken back: one that claims all of something, in the same breath or the next sentence ("I can fix
 * every engine, haha. No, serious: …", "I speak seven languages! Ok, three"), one right before "just kidding" or "that I did
 * not do", and one that is asked and answered with no ("driving a forklift? No, …").
 */
export function isTakenBack(clause: Clause, all: readonly Clause[], language: Language): boolean {
  const behind = all.slice(all.indexOf(clause) + 1);
  const next = behind.find(({ sentence }) => sentence === clause.sentence + 1);
  if (behind[0] && unsaid[language].test(cueText(behind[0]))) return true;
  if (clause.asks && next && saysNo[language].test(cueText(next))) return true;
  if (!allOfIt[language].test(cueText(clause))) return false;
  const laughed = [clause, ...behind.filter(({ sentence }) => sentence <= clause.sentence + 1)].some((one) => joke[language].test(cueText(one)));
  return laughed || (next !== undefined && stepsBack[language].test(cueText(next)));
}
