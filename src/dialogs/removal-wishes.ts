import { normalise } from "./answers.ts";
import { clausesOf } from "./clauses.ts";

const before =
  "(?:(?:nee|ja|wacht|maar|en|ok|oke|sorry|ik bedoel|ik wil|kun je|kan je|wil je|please|pls|but|no|yes|wait|i mean|can you|could you|also|ook|die|dat|the|that) )*";
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
  `^${before}(.+?) (?:(?:moet|mag|kan) (?:er |ook |weer |toch )*(?:weg|eruit)|weg${whereNl})${whereNl}?${behind}$`,
  `^${before}(.+?)(?: (?:ding|vaardigheid))? (?:klopt|kloppen|is|was) (?:(?:echt|toch|helemaal|eigenlijk|ook) )*(?:niet|nie)(?: (?:waar|goed|zo))?${behind}$`,
  `^${before}(.+?)(?: (?:thing|one|skill))? (?:(?:is|was) (?:(?:really|actually) )*not|isnt|wasnt) (?:(?:really|actually) )*(?:true|right|correct)${behind}$`,
  `^${before}(.+?)(?: (?:thing|one|skill))? (?:can|must|should|has to) (?:go|be removed|come out)${behind}$`,
].map((pattern) => new RegExp(pattern));

const namedBy = (patterns: readonly RegExp[], plain: string) =>
  patterns.map((pattern) => pattern.exec(plain)?.[1] ?? null).find((words) => words !== null) ?? null;

/** "haal koken weg", "remove cooking": the words that name the claim. */
export const removalWish = (text: string): string | null => namedBy(orders, normalise(text));

/** More words tell a story. */
const mostWords = 20;

const pointsAtIt = /^(?:it|that|this|them|dat|die|deze|dit|het|hem|ze)$/;
const another = /\b(?:other|previous|last|before|vorige|andere|laatste|eerdere)\b/;

/**
 * What a short message says is to go or is not so, in the words that name it; in the order said. It may be no skill at all.
 * @param isOnTable a skill is asked about: then "take it out" is about that, unless "the other one" is
 */
export function takenOut(text: string, isOnTable: boolean): readonly string[] {
  const plain = normalise(text);
  if (plain.split(" ").length > mostWords) return [];
  const named = [plain, ...clausesOf(text)].flatMap((clause) => namedBy(orders, clause) ?? namedBy(saidOf, clause) ?? []);
  return named.flatMap((words) => {
    if (!pointsAtIt.test(words)) return [words];
    return !isOnTable || another.test(plain) ? [plain] : [];
  });
}
