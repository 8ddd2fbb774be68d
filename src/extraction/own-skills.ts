import type { CandidateSkill, Finding } from "../domain/finding.ts";
import type { Language } from "../domain/language.ts";
import { titleToShow } from "../domain/told-lines.ts";
import type { Choosing, GroundedCandidate } from "./choose-findings.ts";
import { cardOf, mostAlternatives } from "./concept-cards.ts";
import { isConcrete, isSchooling, tellsOfSelf } from "./doubts.ts";
import { tellsOfLearning } from "./followed-courses.ts";
import { leastChance, likelihoodOf } from "./likelihood.ts";
import { wordsIn } from "./words.ts";

/** Skills in the holder's own words, where no concept fits them. @param taken what is asked of the same answer */
export function ownSkills(
  candidates: readonly GroundedCandidate[],
  taken: readonly Finding[],
  { language, mostOwnSkills, alreadyOffered, offerThreshold }: Choosing,
): Finding[] {
  const out: Finding[] = [];
  for (const { candidate, options, chosen } of candidates) {
    if (out.length >= mostOwnSkills) break;
    // It has a name already: what is told again is no skill beside it.
    const named =
      chosen === undefined ? options.slice(0, 1).filter((option) => likelihoodOf(option) >= leastChance(option, offerThreshold)) : [chosen?.concept];
    if (named.some((concept) => concept && alreadyOffered.has(concept.uri))) continue;
    // Nothing grounds well, or a model found none of the options right, or the whole answer would be left without an offer.
    const nothingFits = chosen === null || (options[0]?.probability ?? 0) < offerThreshold / 2 || (taken.length === 0 && tellsOfSelf(candidate));
    if (!nothingFits || candidate.told !== "named" || isSchooling(candidate)) continue;
    if (chosen === undefined && tellsOfLearning(candidate.evidence.quote)) continue;
    const label =
      chosen === null
        ? wordedLabelOf(candidate, language)
        : tellsOfSelf(candidate) && isConcrete(candidate, language) && isOneDoing(candidate.evidence.quote, language)
          ? ownLabelOf(candidate.evidence.quote)
          : null;
    if (label === null) continue;
    if (alreadyOffered.has(`own:${label.toLowerCase()}`)) continue;
    const { start, end } = candidate.evidence;
    if (taken.some(({ evidence }) => evidence.start < end && start < evidence.end)) continue;
    out.push({
      concept: null,
      ownLabel: label,
      alternatives: options.slice(0, mostAlternatives).map(cardOf),
      evidence: candidate.evidence,
      score: 0,
      probability: 0,
      discovered: false,
    });
  }
  return out;
}

/** A name for a doing is short, and no part of a story: nobody's words to somebody, nor when, where, what or who it was. */
function isOneDoing(quote: string, language: Language): boolean {
  const words = wordsIn(quote);
  return words.length <= longestName && !words.some((word) => ofStory[language].has(word));
}
const longestName = 9;
const ofStory: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set("toen terwijl tot voordat nadat want omdat wie wat waar zei zeg zegt vertelde sorry haha".split(" ")),
  en: new Set("if while until before after because who whom which where what told said says sorry haha".split(" ")),
};

/** What a model called it, in the language of the conversation, where that is short and about what was said. */
function wordedLabelOf({ nl, en }: CandidateSkill, language: Language): string | null {
  const wording = language === "nl" ? nl : en;
  const words = wordsIn(wording ?? "").length;
  return wording !== null && words >= 2 && words <= 9 ? wording : null;
}

const ownLabelOf = (quote: string) => titleToShow(quote.replace(/^(?:en|and|ook|also|dan|then|i|ik)\s+/i, ""));
