import { type Concept, headlineToSearch } from "../domain/concept.ts";
import type { Language } from "../domain/language.ts";
import type { ScoredConcept } from "../domain/ports.ts";
import { dutchStems, isLooseParticle, isParticle } from "./dutch-stem.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";
import { contentWords, englishStem, wordsOf } from "./words.ts";

/** Finds concepts by their words: BM25 over labels, alternative labels and phrases, forgiving of typing errors. */
export interface LexicalIndex {
  /** @returns at most `topK` concepts that share a word with the text, best first; score 0..1 is the share of the text's weight found */
  search(text: string, language: Language, topK: number): readonly ScoredConcept[];
}

/** BM25: how fast repeated words saturate, and how much long entries are held back. */
const saturation = 1.2;
const lengthPenalty = 0.5;
/** How much a word counts by where it stands. */
const fieldWeights = { label: 2, altLabel: 1, phrase: 1 } as const;

interface Posting {
  readonly concept: number;
  weight: number;
}

export function createLexicalIndex(concepts: readonly Concept[]): LexicalIndex {
  const byLanguage = { nl: createSide(concepts, "nl"), en: createSide(concepts, "en") };
  return { search: (text, language, topK) => byLanguage[language](text, topK) };
}

function createSide(concepts: readonly Concept[], language: Language): (text: string, topK: number) => ScoredConcept[] {
  const postings = new Map<string, Posting[]>();
  const lengths = concepts.map((concept, at) => addConcept(postings, concept, at, language));
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, concepts.length);
  const vocabulary = createVocabulary(postings.keys());
  const saidWhole = wholeTexts(concepts, language);
  return (text, topK) => {
    const scores = new Map<number, number>();
    let attainable = 0;
    for (const { terms, optional } of queryGroups(text, language, vocabulary, postings)) {
      const best = new Map<number, number>();
      const rarities = terms.map(({ term, share }) => (share < 1 ? 0 : rarityOf(postings.get(term)?.length ?? 0, concepts.length)));
      const rarity = rarities.length > 0 ? Math.max(...rarities) : 0;
      if (!optional) attainable += (rarity || rarityOf(1, concepts.length)) * (saturation + 1);
      for (const { term, share } of terms) {
        const found = postings.get(term) ?? [];
        const rarity = rarityOf(found.length, concepts.length);
        for (const { concept, weight } of found) {
          const length = 1 - lengthPenalty + (lengthPenalty * (lengths[concept] ?? 0)) / averageLength;
          const score = (share * rarity * weight * (saturation + 1)) / (weight + saturation * length);
          if (score > (best.get(concept) ?? 0)) best.set(concept, score);
        }
      }
      for (const [concept, score] of best) scores.set(concept, (scores.get(concept) ?? 0) + score);
    }
    for (const concept of saidWhole.get(wholeKey(text, language)) ?? []) scores.set(concept, Math.max(attainable, 1));
    return [...scores]
      .map(([at, score]) => ({ uri: concepts[at]?.uri ?? "", score: Math.min(1, score / Math.max(attainable, 1)) }))
      .sort((a, b) => b.score - a.score || (a.uri < b.uri ? -1 : 1))
      .slice(0, topK);
  };
}

/** Concepts by a label or phrase as a whole: who says exactly that means them, however many others share its words. */
function wholeTexts(concepts: readonly Concept[], language: Language): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  concepts.forEach((concept, at) => {
    const texts = [concept.label[language], ...concept.altLabels[language], headlineToSearch(concept)[language], ...concept.phrases[language]];
    for (const key of new Set(texts.map((text) => wholeKey(text ?? "", language)))) {
      if (key === "") continue;
      const list = found.get(key);
      if (list) list.push(at);
      else found.set(key, [at]);
    }
  });
  return found;
}

/** The same for texts that differ in order, endings and small words only. */
function wholeKey(text: string, language: Language): string {
  const stems = contentWords(text, language).map(language === "en" ? englishStem : likelyStem);
  return [...new Set(stems)].sort().join(" ");
}

/** BM25's inverse document frequency. */
function rarityOf(found: number, all: number): number {
  return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}

/** @returns the weight of all words added */
function addConcept(postings: Map<string, Posting[]>, concept: Concept, at: number, language: Language): number {
  const weights = new Map<string, number>();
  const add = (text: string | null, weight: number) => {
    for (const term of indexTerms(text ?? "", language)) weights.set(term, (weights.get(term) ?? 0) + weight);
  };
  add(concept.label[language], fieldWeights.label);
  for (const label of concept.altLabels[language]) add(label, fieldWeights.altLabel);
  for (const phrase of [headlineToSearch(concept)[language], ...concept.phrases[language]]) add(phrase, fieldWeights.phrase);
  let length = 0;
  for (const [term, weight] of weights) {
    const list = postings.get(term);
    if (list) list.push({ concept: at, weight });
    else postings.set(term, [{ concept: at, weight }]);
    length += weight;
  }
  return length;
}

/** Stems under which a text is found; a separable verb under its whole and with its loose parts joined. */
function indexTerms(text: string, language: Language): string[] {
  if (language === "en") return contentWords(text, "en").map(englishStem);
  return contentWords(text, "nl")
    .flatMap((word) => likelyStem(word))
    .concat(joinedVerbs(text));
}

/** The shortest stem: the same for "reparen", "repareert" and "gerepareerd". */
function likelyStem(word: string): string {
  return dutchStems(word).reduce((a, b) => (b.length < a.length && b.length >= 3 ? b : a));
}

/** "ruim … op" → "opruim" for each loose particle and the words before it. */
function joinedVerbs(text: string): string[] {
  const words = wordsOf(text);
  return words.flatMap((particle, at) =>
    isLooseParticle(words, at)
      ? words.slice(Math.max(0, at - 6), at).flatMap((word) => (word.length > 2 && !isParticle(word) ? [particle + likelyStem(word)] : []))
      : [],
  );
}

interface Term {
  readonly term: string;
  readonly share: number;
}

/** What one word of the query may mean; an optional group adds to a score and is not missed. */
interface TermGroup {
  readonly terms: readonly Term[];
  readonly optional: boolean;
}

/** For each word of the query the indexed terms it may mean, with how surely (0..1). */
function queryGroups(text: string, language: Language, vocabulary: Vocabulary, postings: ReadonlyMap<string, unknown>): TermGroup[] {
  const words = [...new Set(contentWords(text, language))];
  const groups = words.map((word): TermGroup => {
    const stems = language === "en" ? [englishStem(word)] : dutchStems(word);
    const exact = stems.filter((stem) => postings.has(stem)).map((term) => ({ term, share: 1 }));
    const main = stems[0] ?? word;
    const parts = language === "nl" ? vocabulary.sharing(main).map(({ word: term, share }) => ({ term, share })) : [];
    const similar = exact.length > 0 ? [] : vocabulary.similar(main).map(({ word: term, likeness }) => ({ term, share: likeness ** 2 }));
    return { terms: [...exact, ...parts, ...similar], optional: false };
  });
  const joined = language === "nl" ? joinedVerbs(text).filter((term) => postings.has(term)) : [];
  return [...groups, ...joined.map((term) => ({ terms: [{ term, share: 1 }], optional: true }))];
}
