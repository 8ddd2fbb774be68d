import type { Language } from "../domain/language.ts";
import { plain, tokensOf, wordsIn } from "./words.ts";

/** Verbs of cleaning that say by themselves what is done, however bare. */
const cleaning: Readonly<Record<Language, RegExp>> = {
  nl: /^(?:stofzuig|stofzuigen|dweil|dweilen|poets|poetsen|veeg|vegen|schrob|schrobben|schoonmaken|sop|soppen)$/,
  en: /^(?:hoover|hoovering|vacuum|vacuuming|mop|mopping|sweep|sweeping|scrub|scrubbing|polish|polishing|clean|cleaning)$/,
};
/** What means another thing elsewhere: cloth is "stof" too. Only among cleaning. */
const amongCleaning: Readonly<Record<Language, RegExp>> = { nl: /^(?:stof|stoffen|afstoffen)$/, en: /^(?:dust|dusting)$/ };
const joins: Readonly<Record<Language, RegExp>> = {
  nl: /^(?:ik|we|wij|en|ook|dan|daarna|eerst|vervolgens|nog|weer|laatst|tot|slot)$/,
  en: /^(?:i|we|and|also|then|after|that|first|next|finally|last)$/,
};
const outside = /(?<!\p{L})(?:straat|straten|plein|stoep|park|street|square|pavement|yard)(?!\p{L})/u;

/** What a bare verb is done to, where everybody fills it in; first the forms of the verb. */
const doneTo: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  nl: [
    [/^dweil(?:en)?$/, "vloeren dweilen"],
    [/^(?:veeg|vegen)$/, "vloeren vegen"],
    [/^(?:schrob|schrobben)$/, "vloeren schrobben"],
    [amongCleaning.nl, "stof afnemen"],
  ],
  en: [
    [/^mop(?:ping)?$/, "mop the floors"],
    [/^sweep(?:ing)?$/, "sweep the floors"],
    [/^scrub(?:bing)?$/, "scrub the floors"],
    [/^(?:hoover|vacuum)(?:ing)?$/, "vacuum surfaces"],
    [amongCleaning.en, "dust the furniture"],
  ],
};

/** The words of a clause that are more than "and then I". */
const said = (text: string, language: Language) => wordsIn(text).filter((word) => !joins[language].test(word));

/**
 * Reads the clauses of an utterance for "dan dweil", "then mop": a bare verb of cleaning, with what it is done to; any other
 * clause stays as it was said. The utterance is read once, for it may have thousands of them.
 * @param all the utterance in which they stand
 */
export function cleaningSpelledOut(all: string, language: Language): (clause: string) => string {
  const isOutside = outside.test(plain(all));
  const tellsOfCleaning = wordsIn(all).some((word) => cleaning[language].test(word));
  return (clause) => {
    const [verb = "", ...more] = said(clause, language);
    const found = more.length > 0 || isOutside || !tellsOfCleaning ? undefined : doneTo[language].find(([forms]) => forms.test(verb));
    return found?.[1] ?? clause;
  };
}

/**
 * Where each bare verb begins in "eerst stof dan stofzuig dan dweil", as places in the text; empty where it tells of
 * anything else, or of one thing only.
 */
export function cleaningSteps(text: string, language: Language): readonly number[] {
  const tokens = tokensOf(text);
  const isStep = (word: string) => cleaning[language].test(word) || amongCleaning[language].test(word);
  const steps = tokens.filter(({ word }) => isStep(word));
  const isRow = tokens.every(({ word }) => isStep(word) || joins[language].test(word)) && steps.some(({ word }) => cleaning[language].test(word));
  return isRow && steps.length >= 2 ? steps.map(({ start }) => start) : [];
}
