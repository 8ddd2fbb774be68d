import { kinWords } from "../domain/kin.ts";
import type { Language } from "../domain/language.ts";
import { word, type Words } from "./whole-words.ts";
import { plain } from "./words.ts";
import { isShort } from "./clauses.ts";

/** Care of one's own people, told in few or halting words, and the everyday saying by which it is found. */
interface Kin {
  readonly who: Words;
  readonly saying: Readonly<Record<Language, string>>;
}

const mine =
  "(?:mijn|mij|mn|m'n|me|my|ons|onze|our)(?: (?:zieke|oude|lieve|gehandicapte|demente|blinde|jongste|oudste|kleine|sick|ill|old|elderly|disabled|blind|little|youngest|oldest|dear))*";

/** Who is named first in the table decides: a parent before the home in which they live. */
const kin: readonly Kin[] = [
  {
    who: word(`${mine} (?:${kinWords(["parent", "parents", "grandparent", "grandparents", "auntOrUncle"])})`),
    saying: { nl: "ik zorg voor mijn moeder", en: "i look after my mum" },
  },
  {
    who: word(`${mine} (?:${kinWords(["spouse", "partner", "sibling"])}|vriend|vriendin|volwassen zoon|volwassen dochter|boyfriend|girlfriend)`),
    saying: { nl: "mensen thuis verzorgen", en: "caring for people at home" },
  },
];

const pronoun = "(?:hem|haar|hun|hen|ze|him|her|them)";
const pointing = new RegExp(` ${pronoun} `, "u");
const time =
  "(?:overdag|thuis|elke|iedere|dag|nacht|ochtend|avond|middag|ook|altijd|al|jaren|jaar|lang|alleen|zelf|samen|sinds|\\d+|veel|goed|nu|week|hele|de|het|heel|daytime|day|night|every|always|also|alone|at|home|for|years?|now|all|the|long|full|time|and|en|so|dus|i've|been|have)";
const verb =
  "(?:zorg|zorgen|zorgde|gezorgd|verzorg|verzorgde|verzorgen|verzorgd|care|cared|caring|(?:take|took|taking) care|(?:look|looked|looking) after|nurse|nursed|nursing)";
const doer = "(?:ik|wij|we|i|'k|k|i'm|im|i've|ive)";
const filler = `(?:(?:${time}|doe|voor|van|aan|of|to) )*`;

/** Nothing but caring, for somebody: what is done in it is not told. */
const onlyCares = new RegExp(
  `^ ${filler}(?:${doer} ${filler})?${verb} (?:${doer} )?${filler}(?:(?:${pronoun}|${mine} \\p{L}+(?:[ -]in[ -]law)?) (?:${time} )*)?(?:${doer} (?:${time} )*)?(?:(?:is what|doe) (?:i do|ik) )?(?:(?:die|dat|who|that|with|met|because|want|omdat|hij|zij|ze|he|she) .*)?$`,
  "u",
);
/** "mij vader hij is oud ik zorg": a run of halves, the last of which cares. */
const caresLast = new RegExp(
  `^ ${mine} \\p{L}+ (?:(?:hij|zij|ze|he|she) )?(?:is|kan|can|heeft|has)(?: \\p{L}+){1,3} ${doer} ${filler}${verb} (?:${filler}${pronoun} )?(?:${time} )*$`,
  "u",
);

/**
 * The everyday saying for a clause that says only that somebody of one's own is cared for; null for all else.
 * @param said the clause as the cues read it  @param before what was said before it, for whom "him" is
 */
export function ownCareIn(said: string, before: string, language: Language): string | null {
  if (!isShort(said)) return null;
  if (!onlyCares.test(said) && !caresLast.test(said)) return null;
  const named = kin.find(({ who }) => who.test(said));
  if (named) return named.saying[language];
  const told = plain(before);
  const last = kin.filter(({ who }) => who.test(told)).toSorted((a, b) => lastOf(told, b.who) - lastOf(told, a.who))[0];
  return pointing.test(said) && last ? last.saying[language] : null;
}

const lastOf = (text: string, who: Words) => Math.max(...[...text.matchAll(new RegExp(who.source, "gu"))].map((match) => match.index ?? 0));
