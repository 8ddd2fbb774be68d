import type { CandidateSkill } from "../domain/finding.ts";
import type { Language } from "../domain/language.ts";
import type { GroundedConcept } from "../domain/ports.ts";
import { isDoing } from "./verbs.ts";
import { contentWordsIn, wordsIn } from "./words.ts";

/** A candidate, and whether its concept is only what was left when the first meant something else. */
export interface DoubtedCandidate {
  readonly candidate: CandidateSkill;
  readonly isSecondBest?: boolean;
}

interface Doubt {
  /** So much surer must the concept be. */
  readonly by: number;
  readonly holds: (one: DoubtedCandidate, best: GroundedConcept, language: Language) => boolean;
}

/** Whatever leaves in doubt that a concept is meant raises the chance it must reach; the doubts add up. */
const doubts: readonly Doubt[] = [
  { by: 0.05, holds: ({ candidate }, _, language) => !saysDoing(candidate, language) },
  // Nor who does it.
  { by: 0.1, holds: ({ candidate }, _, language) => !saysDoing(candidate, language) && !tellsOfSelf(candidate) },
  // Where or with whom something is, said by itself: "on the bus", "alleen met ze".
  { by: 0.2, holds: ({ candidate }, _, language) => !saysDoing(candidate, language) && !tellsOfSelf(candidate) && saysOnlyWhere(candidate) },
  // Who does the work does not for that reason lead it.
  { by: 0.15, holds: ({ candidate }, { concept }, language) => isLeading(concept) && !saysLeading(candidate, language) },
  { by: 0.35, holds: ({ isSecondBest }) => isSecondBest === true },
  { by: 0.2, holds: ({ candidate }, best) => isDoneNotKnown(candidate, best) },
];
/** A concept as sure as this leaves no doubt. */
export const surest = 0.95;

/** How much surer than usual the best concept of a candidate must be. */
export function doubtOf(one: DoubtedCandidate, best: GroundedConcept, language: Language): number {
  return doubts.reduce((sum, { by, holds }) => sum + (holds(one, best, language) ? by : 0), 0);
}

/** All words that were read; of a quote that was cut down to what may be kept, those that were cut away too. */
const wordsRead = ({ evidence, nl, en, enGeneral, told }: CandidateSkill) =>
  wordsIn(enGeneral === null && told === "named" ? `${evidence.quote} ${nl ?? en ?? ""}` : evidence.quote);

/** Begins with a word that says where, when or with whom; "achter de kassa" and "met hout" say what is done there. */
const saysOnlyWhere = ({ evidence: { quote } }: CandidateSkill) =>
  /^(?:(?:en|maar|and|but|only|just|gewoon|alleen|dan|then) )*(?:(?:in|op|bij|naar|uit|tot|onder|langs|tussen|tijdens|on|at|to|from|into|during|between|under) |(?:alleen met|only with|dan|then) (?:de |het |ze|hem|haar|the |them|him|her))(?!(?:de |een |the |a )?(?:kassa|heftruck|reachtruck|till|forklift|tablet|computer|naaimachine|steiger)(?!\p{L}))/iu.test(
    quote.trim(),
  );

/** Concepts of who has others do the work. */
const isLeading = ({ label, reuseLevel }: GroundedConcept["concept"]) =>
  reuseLevel !== "transversal" && /^(?:manage|supervise (?!children)|coordinate|oversee|lead) /.test(label.en ?? "");
const leading: Readonly<Record<Language, RegExp>> = {
  nl: /leid|leed|stuur|regel|organis|plan|verdeel|beheer|coordin|baas|chef|verantwoord|zorg(?:en)? (?:ik )?dat|rooster|schema|bepaal|zeg|lastig|boos|boze|boek|geld|tijd|onder mij|hoofd|mod/u,
  en: /manag|supervis|lead|led(?: |$)|run|ran|organi|arrang|boss|in charge|responsib|head|coordinat|set up|team|roster|rota|schedul|plan|tell|angry|rude|difficult|book|money|time|mod/u,
};
/** In the words that were searched for too: a cue knows what it heard. */
const saysLeading = ({ evidence, nl, en }: CandidateSkill, language: Language) =>
  leading[language].test(`${evidence.quote} ${nl ?? ""}`.toLowerCase()) || leading.en.test((en ?? "").toLowerCase());

const saysDoing = (candidate: CandidateSkill, language: Language) => wordsRead(candidate).some((word) => isDoing(word, language));

/** Who tells of a doing shows a skill first; knowledge for it only where nothing fits better. */
const isDoneNotKnown = (candidate: CandidateSkill, { concept }: GroundedConcept) =>
  concept.type === "knowledge" && !isSchooling(candidate) && candidate.evidence.about !== "hobby";

/** A course or a diploma is kept as such; its name is no skill in own words. */
export const isSchooling = ({ evidence: { about, quote } }: CandidateSkill) =>
  about === "course" || about === "diploma" || wordsIn(quote).some((word) => schooling.test(word));

const schooling =
  /^(?:examens?|toets(?:en)?|cursus(?:sen)?|opleiding(?:en)?|studie|diploma(?:'?s)?|certifica(?:at|ten)|exams?|courses?|degree|certificates?)$/;

export const tellsOfSelf = (candidate: CandidateSkill) =>
  wordsRead(candidate).some((word) => /^(?:ik|'?k|we|wij|i|i'm|im|i've|ive|me|mij|myself)$/.test(word));

/** A doing, with what it is done to; not a whole story. */
export function isConcrete(candidate: CandidateSkill, language: Language): boolean {
  const words = contentWordsIn(candidate.evidence.quote, language);
  return words.length >= 2 && words.length <= 9 && wordsIn(candidate.evidence.quote).some((word) => isDoing(word, language));
}
