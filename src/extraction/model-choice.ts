import type { CandidateSkill } from "../domain/finding.ts";
import type { Language } from "../domain/language.ts";
import type { GroundedConcept } from "../domain/ports.ts";
import type { GroundedCandidate } from "./choose-findings.ts";
import { isOtherSense } from "./objects.ts";
import { areTwins } from "./twins.ts";
import { contentWordsIn } from "./words.ts";

/** A retrieved concept that a model chose, and whether it found the words to leave no doubt. */
export interface ChosenConcept {
  readonly concept: GroundedConcept;
  readonly isSure: boolean;
  /** A second concept that the same words show. */
  readonly also?: GroundedConcept | null;
}

/**
 * Chances of what a model chose: a guess, not fitted. They set the order: what it was sure of and search finds likely first,
 * what the person named before what the story shows, and within an answer as the model listed it.
 */
const chosenChance = {
  sure: 0.95,
  unsure: 0.75,
  told: { named: 1, done: 0.94, shown: 0.88 },
  retrieved: 0.5,
  perPlace: 0.005,
} as const;
/** Below this chance search finds a concept unlikely. */
const unlikely = 0.25;
/** From this chance on search agrees with the model: enough for a second skill beside it, and for one read between the lines that the model is not sure of. */
const agreed = 0.6;
/** What a second skill must reach for search, and how much it has of the chance it would have as the first: one that the model names, and one that only search finds, which is right in half of the cases. */
const seconds = { named: { least: 0.5, share: 1 }, searched: { least: 0.65, share: 0.75 } } as const;

/** What a choice is weighed with. */
type Reading = Pick<GroundedCandidate, "candidate" | "inGeneral">;

/** @param place of the candidate in the answer as the model listed it @returns 0..1 */
export function chanceOf(chosen: ChosenConcept, reading: Reading, place: number): number {
  const bySelf = (chosen.isSure ? chosenChance.sure : chosenChance.unsure) * chosenChance.told[reading.candidate.told];
  return bySelf * (1 - chosenChance.retrieved * (1 - likelihood(chosen, reading))) - chosenChance.perPlace * place;
}

/** How likely search finds it: from all wordings of the reading, or from the general one by itself. "ik meten" says little without it. */
function likelihood({ concept: { uri, probability } }: ChosenConcept, { inGeneral = [] }: Reading): number {
  return Math.max(probability, inGeneral.find((each) => each.uri === uri)?.probability ?? 0);
}

/** A second concept in the same words, and how much of the chance it has that it would have as the first. */
export interface SecondConcept {
  readonly concept: GroundedConcept;
  readonly share: number;
}

/**
 * Another skill that the same words show: the one that the model names, where search finds it likely too. Or, where
 * model and search agree on what was done, one that search finds in them: who drives trucks drives vehicles. Where
 * they do not agree on the first, a second one that search finds is as often wrong as right.
 */
export function secondOf(chosen: ChosenConcept, one: GroundedCandidate): SecondConcept | null {
  const { candidate, options } = one;
  const { told, evidence } = candidate;
  const also = chosen.also ? { ...chosen, concept: chosen.also } : null;
  if (also && likelihood(also, one) >= seconds.named.least && !isGuess(also, one)) return { concept: also.concept, share: seconds.named.share };
  if (!chosen.isSure || told === "shown" || likelihood(chosen, one) < agreed) return null;
  const found = options.find(
    ({ concept, probability }) =>
      probability >= seconds.searched.least &&
      concept.type === "skill" &&
      !areTwins(concept, chosen.concept.concept, true) &&
      !isOtherSense(evidence, concept),
  );
  return found ? { concept: found, share: seconds.searched.share } : null;
}

/**
 * Is this no more than the nearest concept? What is read between the lines is right where it holds for any work; what is of one
 * trade has to be told, and between the two search has to find it likely where the model is not sure of it, and not unlikely
 * where it is. A doing that was told has a concept of its own: an unsure one that search finds unlikely, or that holds for any
 * work, is mostly another.
 */
export function isGuess(chosen: ChosenConcept, reading: Reading): boolean {
  const { concept } = chosen.concept;
  const { told } = reading.candidate;
  const [isSure, probability] = [chosen.isSure, likelihood(chosen, reading)];
  const isForAnyWork = concept.reuseLevel === "transversal";
  if (told === "shown") return isOfOneTrade(concept) || (!isForAnyWork && probability < (isSure ? unlikely : agreed));
  return !isSure && (isForAnyWork || probability < unlikely);
}

const isOfOneTrade = ({ reuseLevel }: GroundedConcept["concept"]) => reuseLevel === "sector-specific" || reuseLevel === "occupation-specific";

/** Where a model was sure of one concept for several quotes: the one that tells most, by concept. */
export function fullestQuotes(candidates: readonly GroundedCandidate[], language: Language): ReadonlyMap<string, CandidateSkill["evidence"]> {
  const told = ({ quote }: CandidateSkill["evidence"]) => contentWordsIn(quote, language).length;
  const fullest = new Map<string, CandidateSkill["evidence"]>();
  for (const { candidate, chosen } of candidates) {
    if (!chosen?.isSure) continue;
    const before = fullest.get(chosen.concept.uri);
    if (!before || told(candidate.evidence) > told(before)) fullest.set(chosen.concept.uri, candidate.evidence);
  }
  return fullest;
}
