import type { CandidateSkill, Extraction, Findings, ModelUsage, Withheld } from "../domain/finding.ts";
import type { ConceptCard } from "../domain/concept.ts";
import { addedUsage, nothingUsed } from "../domain/counts.ts";
import type { Language } from "../domain/language.ts";
import type { ExtractionContext, Extractor, GroundedConcept, Grounder, GroundingQuery, SkillFinder, Surroundings } from "../domain/ports.ts";
import type { Span, Utterance } from "../domain/utterance.ts";
import { isBareRole } from "./bare-role.ts";
import { isBasicWording } from "./basic-skills.ts";
import { chooseFindings, type GroundedCandidate } from "./choose-findings.ts";
import type { ChosenConcept } from "./model-choice.ts";
import { cardOf } from "./concept-cards.ts";
import { ModelUnavailableError } from "./errors.ts";
import { blanked, plantedSpans } from "./planted.ts";
import { isLanguageWording } from "./language-skills.ts";
import { findQuote } from "./quotes.ts";
import { longestSafeSpan } from "./safe-span.ts";
import { sensitiveSpans } from "./sensitive.ts";
import { isStoryWording } from "./story-cues.ts";
import { stretchesOf } from "./stretches.ts";
import { areTwins } from "./twins.ts";
import { mostWordsOfOneThing } from "./whole-sentences.ts";
import { contentWordsIn, wordsIn } from "./words.ts";

/** Chooses among retrieved concepts; what was not retrieved cannot be chosen. */
export interface ConceptChooser {
  /** @param alreadyOffered keys of what was offered before, so that it is recognised
   *  @returns for each candidate the chosen concept, or null for none of them  @throws {ModelUnavailableError} */
  choose(
    candidates: readonly GroundedCandidate[],
    alreadyOffered: ReadonlySet<string>,
  ): Promise<{ readonly chosen: readonly (ChosenConcept | null)[]; readonly usage: ModelUsage }>;
}

export interface SkillFinderParts {
  /** A model's extractor, or the embedded one. */
  readonly extractor: Extractor;
  /** Takes over when the extractor fails; absent where the extractor cannot fail. */
  readonly fallback?: Extractor | undefined;
  readonly grounder: Grounder;
  /** A model that chooses; without it the best one above the threshold is taken. */
  readonly chooser?: ConceptChooser | undefined;
  /** Told of every failure of a model, by code and reason only. */
  readonly onModelFailure?: (error: unknown) => void;
  /** After this no further call of a model is begun in the same turn. */
  readonly modelBudgetMs?: number;
  /** Own skills offered per utterance at most. */
  readonly mostOwnSkills?: number;
}

const defaultBudgetMs = 16_000;
const optionsPerCandidate = 12;

/** Extraction and grounding together. Never throws for a failing model. */
export function createSkillFinder(parts: SkillFinderParts): SkillFinder {
  return {
    find: async (utterance, context) => {
      const deadline = performance.now() + (parts.modelBudgetMs ?? defaultBudgetMs);
      const extraction = await extractOrFallBack(parts, utterance, context, deadline);
      const language: Language = extraction.language === "nl" || extraction.language === "en" ? extraction.language : context.language;
      const sensitive = [...extraction.sensitive, ...sensitiveSpans(utterance.text, language)];
      const { candidates, withheld } = quotable(utterance, extraction, sensitive, language);
      const isModel = extraction.source.extractor === "model";
      const grounded = await groundAll(parts.grounder, candidates, { text: utterance.text, language, sensitive, isModel });
      const { decided, usage } = await choose(parts, grounded, context.alreadyOffered, isModel, deadline);
      const findings = chooseFindings(decided, {
        language,
        offerThreshold: parts.grounder.offerThreshold,
        alreadyOffered: context.alreadyOffered,
        mostOwnSkills: parts.mostOwnSkills ?? (isModel ? 2 : 1),
      });
      return {
        findings,
        withheld,
        experiences: extraction.experiences,
        ...(extraction.isNameless === true ? { isNameless: true } : {}),
        credentials: extraction.credentials,
        sensitive: extraction.sensitive,
        followUps: extraction.followUps,
        language: extraction.language,
        distress: extraction.distress,
        source: extraction.source,
        usage: addedUsage(extraction.usage, usage),
      } satisfies Findings;
    },
    search: (text, language, topK) => searchConcepts(parts.grounder, text, language, topK),
  };
}

async function extractOrFallBack(parts: SkillFinderParts, utterance: Utterance, context: ExtractionContext, deadline: number): Promise<Extraction> {
  const { extractor, fallback } = parts;
  if (!fallback) return extractor.extract(utterance, context);
  const asked = await askTwiceAtMost(parts, deadline, () => extractor.extract(utterance, context));
  const extraction = asked.answer ?? (await fallback.extract(utterance, context));
  return { ...extraction, usage: addedUsage(extraction.usage, asked.spent) };
}

/** Once more where that can help and there is time for it; null when there is no answer. Every failure is told, none thrown. */
async function askTwiceAtMost<Answer>(
  { onModelFailure }: SkillFinderParts,
  deadline: number,
  ask: () => Promise<Answer>,
): Promise<{ answer: Answer | null; spent: ModelUsage }> {
  let spent = nothingUsed;
  for (let attempt = 1; attempt <= 2 && performance.now() < deadline; attempt++) {
    try {
      return { answer: await ask(), spent };
    } catch (error) {
      onModelFailure?.(error);
      if (!(error instanceof ModelUnavailableError)) break;
      spent = addedUsage(spent, error.usage);
      if (!error.mayHelpToRetry) break;
    }
  }
  return { answer: null, spent };
}

/** Candidates whose quote stands in the utterance, cut down to what may be kept; the rest is dropped or withheld. */
function quotable(
  utterance: Utterance,
  extraction: Extraction,
  sensitive: readonly Span[],
  language: Language,
): { candidates: CandidateSkill[]; withheld: Withheld[] } {
  const candidates: CandidateSkill[] = [];
  const withheld: Withheld[] = [];
  for (const candidate of [...extraction.candidates, ...(extraction.sentences ?? [])]) {
    if (candidate.status !== "does" && candidate.status !== "used_to_and_still_can") continue;
    const { evidence } = candidate;
    const isExact = utterance.text.slice(evidence.start, evidence.end) === evidence.quote && evidence.quote.length > 0;
    const span = isExact ? evidence : findQuote(utterance.text, evidence.quote, evidence.start);
    const told = span && moreThanCalled(utterance.text, span, language);
    if (!told) continue;
    const safe = longestSafeSpan(utterance.text, told, sensitive);
    // What is left of a cut quote has to say something: "in 2019 i" does not, nor does a title.
    const isCut = safe !== null && safe.end - safe.start < told.end - told.start;
    const left = safe ? utterance.text.slice(safe.start, safe.end) : "";
    const saysNothing = isCut && (contentWordsIn(left, language).length === 0 || isCalled(left, language));
    if (safe && !saysNothing)
      candidates.push({
        ...safelyWorded(candidate, utterance.text, sensitive),
        evidence: { ...evidence, ...safe, quote: utterance.text.slice(safe.start, safe.end) },
      });
    else if (!withheld.some((one) => one.start === told.start))
      withheld.push({ reason: "no_quote_left", utteranceId: utterance.id, start: told.start, end: told.end });
  }
  return { candidates, withheld };
}

/**
 * "Ik ben kleermaker": what somebody is called shows nothing that they do, whoever reads it; years in the trade do, or what
 * else its sentence tells.
 * @returns the span, or its sentence where that tells more than it; null where nothing does
 */
function moreThanCalled(text: string, span: Span, language: Language): Span | null {
  if (!isCalled(text.slice(span.start, span.end), language)) return span;
  const sentence = sentenceSpan(text, span);
  const said = text.slice(sentence.start, sentence.end);
  return isOneThing(said) && (yearsLong.test(said) || !isCalled(said, language)) ? sentence : null;
}

const isCalled = (said: string, language: Language) => isBareRole(` ${wordsIn(said).join(" ")} `, language);
const yearsLong = /\d\s*(?:jaar|years?)\b|\b(?:jaren|jarenlang|for years)\b/iu;

/** Without the wordings in which a model repeats what was cut from the quote. */
function safelyWorded(candidate: CandidateSkill, text: string, sensitive: readonly Span[]): CandidateSkill {
  if (candidate.enGeneral === null) return candidate;
  const cut = sensitive.map(({ start, end }) => text.slice(start, end));
  const safe = (wording: string | null, language: Language) =>
    wording !== null && !cut.some((each) => findQuote(wording, each) !== null) && (cut.length === 0 || sensitiveSpans(wording, language).length === 0)
      ? wording
      : null;
  return { ...candidate, nl: safe(candidate.nl, "nl"), en: safe(candidate.en, "en"), enGeneral: safe(candidate.enGeneral, "en") };
}

/** What candidates were read from. */
interface ReadText {
  readonly text: string;
  readonly language: Language;
  /** What may not be kept of it. */
  readonly sensitive: readonly Span[];
  readonly isModel: boolean;
}

async function groundAll(
  grounder: Grounder,
  candidates: readonly CandidateSkill[],
  { text, language, sensitive, isModel }: ReadText,
): Promise<GroundedCandidate[]> {
  if (candidates.length === 0) return [];
  const planted = plantedSpans(text);
  const said = blanked(text, planted);
  const queries = candidates.map((candidate) => queryFor(candidate, language, said));
  // A model has read all of it; what rules cut out is looked at with what was said around it.
  const surroundings = isModel
    ? () => null
    : surroundingsIn({ text, kept: blanked(text, [...planted, ...sensitive]) }, candidates, queries, language);
  // What a model worded in general is searched for by itself too, in the same call: what is read of it is read already.
  const general = candidates.flatMap(({ enGeneral }, at) =>
    enGeneral === null ? [] : [{ at, query: { text: enGeneral, language: "en" as const } }],
  );
  const answers = await grounder.ground(
    [...queries.map((query, at) => ({ ...query, surroundings: surroundings(at) })), ...general.map(({ query }) => query)],
    optionsPerCandidate,
  );
  const inGeneral = new Map(general.map(({ at }, place) => [at, answers[candidates.length + place] ?? []]));
  return candidates.map((candidate, at) => ({ candidate, options: answers[at] ?? [], inGeneral: inGeneral.get(at) ?? [] }));
}

/**
 * What may be searched for of what was said around each candidate, as much as is read at once, with what is searched for of it.
 * @param said the text, and the same without what may not be kept, place for place
 */
function surroundingsIn(
  said: { readonly text: string; readonly kept: string },
  candidates: readonly CandidateSkill[],
  queries: readonly GroundingQuery[],
  language: Language,
): (at: number) => Surroundings | null {
  const { text, kept } = said;
  const stretches = stretchesOf(kept);
  const left = new Set(wordsIn(kept));
  const cut = new Set(wordsIn(text).filter((word) => !left.has(word)));
  const places = candidates.map(({ evidence: { start } }) => stretches.findIndex((one) => one.start <= start && start < one.end));
  return (at) => {
    const place = places[at] ?? -1;
    const stretch = stretches[place];
    if (!stretch) return null;
    const within = queries.filter(
      (query, other) =>
        places[other] === place && query.isOurs !== true && query.language === language && !wordsIn(query.text).some((word) => cut.has(word)),
    );
    return { text: kept.slice(stretch.start, stretch.end).replace(/\s+/g, " "), language, parts: [...new Set(within.map(({ text }) => text))] };
  };
}

/** Not what was said, but what it is searched for by. */
const isOurWording = (wording: string) => isStoryWording(wording) || isLanguageWording(wording) || isBasicWording(wording);

function queryFor(candidate: CandidateSkill, language: Language, said: string): GroundingQuery {
  const { nl, en, enGeneral, evidence } = candidate;
  if (nl === null && en !== null && enGeneral === null && isOurWording(en)) return { text: en, language: "en", isOurs: true };
  const own = candidate.told === "named" ? { context: sentenceAround(said, evidence), topic: candidate.topic ?? null } : { context: null };
  // What was read without a model is in the holder's own language; only a wording of another hand is asked as English.
  if (language === "en" && en !== null && enGeneral === null) return { text: en, language: "en", ...own };
  if (nl !== null && en === null) return { text: nl, language: "nl", ...own };
  if (nl === null && en !== null && enGeneral === null) return { text: en, language: "en" };
  return { text: nl ?? evidence.quote, language: nl === null ? language : "nl", en, enGeneral };
}

const isOneThing = (sentence: string) => sentence.split(/\s+/).length <= mostWordsOfOneThing;

/** The sentence that a span stands in; null where it is too long to be about one thing. */
function sentenceAround(said: string, span: Span): string | null {
  const { start, end } = sentenceSpan(said, span);
  const sentence = said.slice(start, end);
  return isOneThing(sentence) ? sentence : null;
}

/** From the first to the last letter of the sentence. */
function sentenceSpan(said: string, { start, end }: Span): Span {
  const from = said.slice(0, start).search(/[^.!?\n]*$/);
  const rest = said.slice(end).search(/[.!?\n]/);
  const sentence = said.slice(from, rest < 0 ? said.length : end + rest);
  const first = from + sentence.length - sentence.trimStart().length;
  return { start: first, end: first + sentence.trim().length };
}

async function choose(
  parts: SkillFinderParts,
  grounded: readonly GroundedCandidate[],
  alreadyOffered: ReadonlySet<string>,
  isModel: boolean,
  deadline: number,
): Promise<{ decided: readonly GroundedCandidate[]; usage: ModelUsage }> {
  const { chooser } = parts;
  const isAnythingNew = grounded.some(({ options, inGeneral = [] }) => [...options, ...inGeneral].some(({ uri }) => !alreadyOffered.has(uri)));
  if (!chooser || !isModel || !isAnythingNew) return { decided: grounded, usage: nothingUsed };
  const { answer, spent } = await askTwiceAtMost(parts, deadline, () => chooser.choose(grounded, alreadyOffered));
  if (!answer) return { decided: grounded, usage: spent };
  const decided = grounded.map((one, at) => ({ ...one, chosen: asFoundFor(one, answer.chosen[at] ?? null, grounded) }));
  return { decided, usage: addedUsage(answer.usage, spent) };
}

/** What was chosen as search found it for these very words, or else for others of the same answer; null for what it did not find. */
function asFoundFor(one: GroundedCandidate, chosen: ChosenConcept | null, all: readonly GroundedCandidate[]): ChosenConcept | null {
  const found = ({ uri }: GroundedConcept) =>
    [one, ...all].flatMap(({ options, inGeneral = [] }) => [...options, ...inGeneral]).find((option) => option.uri === uri);
  const concept = chosen && found(chosen.concept);
  if (!concept) return null;
  return { ...chosen, concept, also: chosen.also ? (found(chosen.also) ?? null) : null };
}

async function searchConcepts(grounder: Grounder, text: string, language: Language, topK: number): Promise<ConceptCard[]> {
  if (!/\p{L}{2,}/u.test(text)) return [];
  const [found = []] = await grounder.ground([{ text, language }], Math.min(40, topK * 4));
  const out: ConceptCard[] = [];
  for (const one of found) {
    const card = cardOf(one);
    if (!out.some((other) => areTwins(other, card, false))) out.push(card);
    if (out.length === topK) break;
  }
  return out;
}
