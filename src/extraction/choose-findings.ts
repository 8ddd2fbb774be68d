import type { ConceptCard } from "../domain/concept.ts";
import type { CandidateSkill, Finding } from "../domain/finding.ts";
import type { GroundedConcept } from "../domain/ports.ts";
import type { Language, Localised } from "../domain/language.ts";
import { isOneSlipAway } from "../domain/one-slip.ts";
import { isOtherAct } from "./acts.ts";
import { alternativesTo, cardOf } from "./concept-cards.ts";
import { doubtOf, isConcrete, isSchooling, surest, tellsOfSelf } from "./doubts.ts";
import { isOfWhoGivesIt } from "./followed-courses.ts";
import { chanceOf, fullestQuotes, isGuess, secondOf, type ChosenConcept } from "./model-choice.ts";
import { leastChance, likelihoodOf } from "./likelihood.ts";
import { lacksItsWords } from "./needed-words.ts";
import { isLanguageLabel, languageNames } from "./language-skills.ts";
import { isOtherSense, isOwnRole } from "./objects.ts";
import { helpsHerWash } from "./washing-her.ts";
import { ownSkills } from "./own-skills.ts";
import { isOfferedAlready } from "./same-things.ts";
import { areTwins } from "./twins.ts";
import { contentWordsIn, plain } from "./words.ts";

/** A candidate with the concepts that its words may mean, best first. */
export interface GroundedCandidate {
  readonly candidate: CandidateSkill;
  readonly options: readonly GroundedConcept[];
  /** What the general wording of a model means by itself, best first. */
  readonly inGeneral?: readonly GroundedConcept[];
  /** What a model chose; undefined: nobody chose, null: none of them. */
  readonly chosen?: ChosenConcept | null;
  /** The one that search put first meant something else: what comes next is no more than what was left. */
  readonly isSecondBest?: boolean;
}

export interface Choosing {
  readonly language: Language;
  readonly offerThreshold: number;
  /** Keys of what was offered before. */
  readonly alreadyOffered: ReadonlySet<string>;
  /** Own skills: only where the words clearly show a skill, and so many at most. */
  readonly mostOwnSkills: number;
}

/** What a story shows without naming it is offered on weaker ground: the cue itself says what to look for. */
const shownProbability = 0.5;
/** And among the rest it stands where a fairly sure one does. */
const shownRank = 0.8;

/** One finding per concept, best first: at most two per quote, near-twins once, nothing that was offered before. */
export function chooseFindings(grounded: readonly GroundedCandidate[], choosing: Choosing): Finding[] {
  const talk = grounded.map(({ candidate }) => candidate.evidence.quote).join(" . ");
  const candidates = grounded.map((one) => inItsSense(one, talk));
  const strong = candidates.flatMap((one, place): Proposal[] => proposalsFor(one, choosing, place));
  strong.sort((a, b) => b.rank - a.rank);
  const fullest = fullestQuotes(candidates, choosing.language);
  const taken: Finding[] = [];
  const offered = new Set(choosing.alreadyOffered);
  const perQuote = new Map<string, number>();
  const isModels = grounded.some(({ chosen }) => chosen !== undefined);
  for (const { finding } of strong) {
    const { concept, evidence } = finding;
    if (!concept || (isModels ? offered.has(concept.uri) : isOfferedAlready(concept.uri, offered))) continue;
    if (taken.some((other) => other.concept && areTwins(other.concept, concept, sameQuote(other, finding)))) continue;
    const key = `${evidence.utteranceId}:${evidence.start}`;
    const already = perQuote.get(key) ?? 0;
    if (already >= 2) continue;
    perQuote.set(key, already + 1);
    offered.add(concept.uri);
    taken.push({ ...finding, evidence: fullest.get(concept.uri) ?? evidence });
  }
  const asked = taken.length > 0 ? taken : likeliest(candidates, choosing);
  return [...asked, ...ownSkills(candidates, asked, choosing)];
}

/** Words as near as this to a concept mean it, whichever verb is in them. */
const plainlyMeant = 0.85;

/** Without the concepts that mean the same verb done to something else. What a model chose is left to it. @param talk all quotes of the answer */
function inItsSense(one: GroundedCandidate, talk: string): GroundedCandidate {
  if (one.chosen !== undefined) return one;
  const { evidence, told, nl, en } = one.candidate;
  const said = `${evidence.quote} ${nl ?? ""} ${en ?? ""}`;
  // Who "haar" is was heard in what stands around the quote.
  const sense = nl?.includes(helpsHerWash) === true ? { ...evidence, quote: "ik was mijn moeder" } : evidence;
  const options = one.options.filter(
    ({ concept, probability }) =>
      !isOtherSense(sense, concept) &&
      !isOfWhoGivesIt(evidence, concept) &&
      !lacksItsWords(said, talk, concept.label.en) &&
      !(told === "named" && probability < plainlyMeant && isOtherAct(evidence.quote, concept)),
  );
  const [first] = options;
  // Its converse is what was meant, not only what was left.
  const isConverse = first !== undefined && isOwnRole(evidence, first.concept);
  return { ...one, options, isSecondBest: first?.uri !== one.options[0]?.uri && !isConverse };
}

/** Somebody clearly tells of a doing of their own, and nothing is sure enough: the likeliest is asked, with its alternatives. */
function likeliest(candidates: readonly GroundedCandidate[], choosing: Choosing): Finding[] {
  const own = candidates.filter(
    ({ candidate, chosen }) =>
      chosen === undefined &&
      candidate.told === "named" &&
      !isSchooling(candidate) &&
      tellsOfSelf(candidate) &&
      isConcrete(candidate, choosing.language),
  );
  const proposals = own.flatMap((one, place) => proposalsFor(one, choosing, place, likeliestShare));
  const [best] = proposals
    .filter(({ finding }) => finding.concept && !isOfferedAlready(finding.concept.uri, choosing.alreadyOffered))
    .sort((a, b) => b.rank - a.rank);
  return best ? [best.finding] : [];
}

/** Of the threshold that an offer among others must reach. */
const likeliestShare = 0.7;

const sameQuote = (a: Finding, b: Finding) =>
  a.evidence.utteranceId === b.evidence.utteranceId && a.evidence.start < b.evidence.end && b.evidence.start < a.evidence.end;

interface Proposal {
  readonly finding: Finding;
  readonly rank: number;
}

/** @param share of what an offer must reach */
function proposalsFor(one: GroundedCandidate, choosing: Choosing, place: number, share = 1): Proposal[] {
  const { language } = choosing;
  const { candidate, options, chosen } = one;
  if (chosen === null || (chosen && isGuess(chosen, one))) return [];
  const [first] = options;
  const best = chosen?.concept ?? first;
  if (!best) return [];
  const shown = isShown(candidate, language);
  const isNamed = !chosen && isSameText(candidate.en ?? candidate.nl, best.concept.label);
  if ((!chosen && !isNamed && isTooUnsure(one, best, choosing, share)) || isUnsaidLanguage(best.concept, candidate)) return [];
  const findingOf = (concept: GroundedConcept, probability: number): Finding => ({
    concept: cardOf(concept),
    ownLabel: null,
    alternatives: alternativesTo(concept, options),
    evidence: candidate.evidence,
    score: concept.score,
    probability,
    discovered: isDiscovered(candidate, concept, chosen !== undefined, language),
  });
  const finding = findingOf(
    best,
    chosen ? chanceOf(chosen, one, place) : isNamed ? Math.max(best.probability, likelihoodOf(best)) : likelihoodOf(best),
  );
  // Where the first is no more than a guess, what was seen beside it went with it above.
  const beside = chosen && secondOf(chosen, one);
  const second = beside && !isUnsaidLanguage(beside.concept.concept, candidate) ? beside : null;
  const also = chosen && second ? [findingOf(second.concept, chanceOf({ ...chosen, concept: second.concept }, one, place) * second.share)] : [];
  return [
    { finding, rank: shown && !chosen ? Math.min(finding.probability, shownRank) : finding.probability },
    ...also.map((other) => ({ finding: other, rank: other.probability })),
  ];
}

/** @param share of what an offer must reach otherwise */
function isTooUnsure(one: GroundedCandidate, best: GroundedConcept, { language, offerThreshold }: Choosing, share: number): boolean {
  const least = share * leastChance(best, offerThreshold);
  const wanted = isShown(one.candidate, language) ? Math.min(least, shownProbability) : least + doubtOf(one, best, language);
  return likelihoodOf(best) < Math.min(surest, wanted);
}

/** Nobody called it a skill: so a model that read the answer says, or it holds for any work and the quote does not use its name. */
function isDiscovered({ told, evidence }: CandidateSkill, { concept }: GroundedConcept, wasChosen: boolean, language: Language): boolean {
  const isModels = wasChosen && told !== "named";
  const isUnnamed = told === "shown" || (wasChosen && concept.reuseLevel === "transversal");
  return isModels || (isUnnamed && !namesConcept(evidence.quote, concept, language));
}

/** Read from a story cue: searched for in words that nobody said. */
const isShown = ({ nl, en, told, evidence }: CandidateSkill, language: Language) =>
  nl === null &&
  en !== null &&
  (told !== "named" || (language === "en" && !evidence.quote.toLowerCase().includes(en.split(" ")[0]?.toLowerCase() ?? "")));

const isSameText = (said: string | null, label: Localised) =>
  said !== null && [label.nl, label.en].some((one) => one !== null && plain(one) === plain(said));

/** "Netherlands to Spain" names countries; a language has to be named to be offered. */
function isUnsaidLanguage({ label }: Pick<ConceptCard, "label">, { nl, en, enGeneral, evidence }: CandidateSkill): boolean {
  // "lezen en schrijven" is searched for by the rules as that of the language in which it was said.
  const said = nl === null && enGeneral === null ? `${evidence.quote} ${en ?? ""}` : evidence.quote;
  const [language] = languageNames(label.en ?? label.nl ?? "");
  return language !== undefined && isLanguageLabel(label.en ?? "") && !languageNames(said).includes(language);
}

/** True where the quote itself uses a word of the concept's name: then it was named, not discovered. */
function namesConcept(quote: string, concept: Pick<ConceptCard, "label">, language: Language): boolean {
  const said = contentWordsIn(quote, language).filter((word) => word.length > 3);
  const label = concept.label[language] ?? "";
  const names = contentWordsIn(plain(label), language).filter((word) => word.length > 3);
  return names.some((name) => said.some((word) => sameStem(name, word)));
}

function sameStem(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return isOneSlipAway(a, b) || (length >= 5 && a.slice(0, Math.max(5, length - 3)) === b.slice(0, Math.max(5, length - 3)));
}
