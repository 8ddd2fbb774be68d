import type { ReadClause } from "./clause-status.ts";
import { cueText } from "./clauses.ts";
import { isDoing } from "./verbs.ts";
import { wordsIn } from "./words.ts";

const freight =
  /(?<!\p{L})(?:\p{L}*vracht|lading|ladingen|freight|cargo|goods|loads|diepvries|koelwaren|(?:drive|drove|haul|rij|reed) (?:frozen|chilled|bevroren|gekoelde) \p{L}+)(?!\p{L})/u;

/** Goods that look like a doing. */
const foods = /^(?:vis|fish|planten|plants)$/;

/** "ik rij koelvracht, vis en groente": what is in the lorry is not cooked by who drives it. */
export function isFreight(clause: ReadClause, all: readonly ReadClause[]): boolean {
  const before = all[all.indexOf(clause) - 1];
  const deeds = wordsIn(clause.text).filter((word) => isDoing(word, "nl") || isDoing(word, "en"));
  return !clause.own && before?.sentence === clause.sentence && freight.test(cueText(before)) && deeds.every((word) => foods.test(word));
}

/** "ik breng hem overal heen, school, zwemmen, dokter": where to is not what was done. */
export function isDestination(clause: ReadClause, all: readonly ReadClause[]): boolean {
  if (clause.own || wordsIn(clause.text).length > (clause.doing ? 1 : 2)) return false;
  return all.some(({ sentence, start, text }) => sentence === clause.sentence && start < clause.start && takenEverywhere.test(text));
}
const takenEverywhere =
  /(?<!\p{L})(?:breng|bracht|rij|reed|neem|nam|begeleid\p{L}{0,3}) (?:\S+ ){1,8}overal (?:\S+ ){0,2}(?:heen|naartoe|naar toe)(?!\p{L})|(?<!\p{L})(?:take|took|drive|drove|bring|brought) (?:\S+ ){1,8}everywhere(?!\p{L})/iu;

/** "op school": where something was learned is not what. */
export const isPlace = (text: string) =>
  /^(?:op |bij |in |at |the |de |het |van |from )*(?:school|werk|thuis|cursus|internet|youtube|work|home|college)$/iu.test(text.trim());
