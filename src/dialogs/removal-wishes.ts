import { normalise } from "./answers.ts";
import { clausesOf } from "./clauses.ts";

const before =
  "(?:(?:nee|ja|wacht|maar|en|ok|oke|sorry|ik bedoel|ik wil|kun je|kan je|wil je|please|pls|but|no|yes|wait|i mean|can you|could you|die|dat|the|that) )*";
const behind = "(?: (?:maar|graag|aub|hoor|dus|eerst|please|pls|first|now|again|too|ook))*";
const whereNl = "(?: (?:uit|van) (?:(?:mijn|mn|het|me) )?(?:paspoort|lijst))";
const whereEn = "(?: (?:from|out of|off) (?:(?:my|the) )?(?:passport|list))";
/** Orders: "haal koken weg", "remove cooking from my passport". */
const orders = [
  `^${before}(?:haal|gooi|doe) (.+?)(?: (?:maar|er|dan|weer|ook))* (?:weg|eruit|eraf)${whereNl}?${behind}$`,
  `^${before}(?:haal|gooi|doe) (.+?)${whereNl}${behind}$`,
  `^${before}(?:verwijder|wis|verander|wijzig|schrap|remove|delete|change|drop) (.+?)(?:${whereNl}|${whereEn})?${behind}$`,
  `^${before}(?:take|get) (.+?) (?:out|off|away)(?:${whereEn}| of (?:(?:my|the) )?(?:passport|list))?${behind}$`,
  `^${before}(?:take|get) (.+?)${whereEn}${behind}$`,
].map((pattern) => new RegExp(pattern));
/** What is said of something in the passport: "machine moet weg", "the hair thing is not true". */
const saidOf = [
  `^${before}(.+?) (?:(?:moet|moeten|mag|mogen|kan|kunnen) (?:er |ook |weer |toch )*(?:weg|eruit)|weg${whereNl})${whereNl}?${behind}$`,
  `^${before}(.+?)(?: (?:ding|vaardigheid))? (?:(?:klopt|kloppen) (?:(?:echt|toch|helemaal|eigenlijk|ook) )*(?:niet|nie)|(?:is|was|zijn) (?:(?:echt|toch|helemaal) )*niet waar)${behind}$`,
  `^${before}(.+?)(?: (?:thing|one|skill))? (?:(?:is|was|are) (?:(?:really|actually) )*not|isnt|wasnt|arent) (?:(?:really|actually) )*true${behind}$`,
  `^${before}(.+?)(?: (?:thing|one|skill)) (?:can|must|should|has to) (?:go|be removed|come out)${behind}$`,
].map((pattern) => new RegExp(pattern));
const ofOneself = /^(?:.* )?(?:ik|i|we|wij)(?: .*)?$/;

/** Who tells what they do gives no order. */
function namedBy(patterns: readonly RegExp[], plain: string): string | null {
  const words = patterns.map((pattern) => pattern.exec(plain)?.[1]).find((named) => named !== undefined);
  return words === undefined || ofOneself.test(words) ? null : words;
}

/** "haal koken weg", "remove cooking": the words that name the claim. */
export const removalWish = (text: string): string | null => namedBy(orders, normalise(text));

/** More words tell a story. */
export const mostWordsOfWish = 20;
/** One clause of several is a wish where the message stops the talk or names the passport; else it is one of a list of doings. */
const isOfPassport = /^(?:nee|wacht|sorry|maar|no|wait|but|hold on|oh) |\b(?:paspoort|passport)\b/;

const pointsAtIt = /^(?:it|that|this|them|dat|die|deze|dit|het|hem|ze)$/;
const another = /\b(?:other|previous|last|before|vorige|andere|laatste|eerdere)\b/;

/**
 * What a short message says is to go or is not so, in the words that name it; in the order said. It may be no skill at all.
 * @param isOnTable a skill is asked about: then "take it out" is about that, unless "the other one" is
 */
export function takenOut(text: string, isOnTable: boolean): readonly string[] {
  const plain = normalise(text);
  if (plain.split(" ").length > mostWordsOfWish) return [];
  const parts = isOfPassport.test(plain) || another.test(plain) ? clausesOf(text) : [];
  const named = [plain, ...parts].flatMap((clause) => namedBy(orders, clause) ?? namedBy(saidOf, clause) ?? []);
  return named.flatMap((words) => {
    if (!pointsAtIt.test(words)) return [words];
    return !isOnTable || another.test(plain) ? [plain] : [];
  });
}
