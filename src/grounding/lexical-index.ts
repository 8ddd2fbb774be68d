import { type Concept, headlineToSearch } from "../domain/concept.ts";
import type { Language } from "../domain/language.ts";
import type { ScoredConcept } from "../domain/ports.ts";
import { dutchStems, isLooseParticle, isParticle } from "./dutch-stem.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";
import { contentWords, contentWordsIn, englishStem, wordsOf } from "./words.ts";

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

/** Where each term stands, as bare numbers, for there are a million: concepts by number, and how much it weighs in each. */
interface Postings {
  /** A term's number: its concepts stand from `starts[number]` up to `starts[number + 1]`. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  readonly concepts: Uint32Array;
  readonly weights: Float32Array;
}

export function createLexicalIndex(concepts: readonly Concept[]): LexicalIndex {
  const byLanguage = { nl: createSide(concepts, "nl"), en: createSide(concepts, "en") };
  return { search: (text, language, topK) => byLanguage[language](text, topK) };
}

function createSide(concepts: readonly Concept[], language: Language): (text: string, topK: number) => ScoredConcept[] {
  const { postings, lengths, saidWhole } = readConcepts(concepts, language);
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, concepts.length);
  const vocabulary = createVocabulary(postings.numbers.keys());
  const stretchOf = (term: string) => {
    const number = postings.numbers.get(term);
    return number === undefined ? { from: 0, to: 0 } : { from: postings.starts[number] ?? 0, to: postings.starts[number + 1] ?? 0 };
  };
  const rarityIn = ({ from, to }: { readonly from: number; readonly to: number }) => rarityOf(to - from, concepts.length);
  return (text, topK) => {
    const scores = new Map<number, number>();
    let attainable = 0;
    for (const { terms, optional } of queryGroups(text, language, vocabulary, postings.numbers)) {
      const best = new Map<number, number>();
      const rarities = terms.map(({ term, share }) => (share < 1 ? 0 : rarityIn(stretchOf(term))));
      const rarity = rarities.length > 0 ? Math.max(...rarities) : 0;
      if (!optional) attainable += (rarity || rarityOf(1, concepts.length)) * (saturation + 1);
      for (const { term, share } of terms) {
        const found = stretchOf(term);
        const rarity = rarityIn(found);
        for (let at = found.from; at < found.to; at += 1) {
          const concept = postings.concepts[at] ?? 0;
          const weight = postings.weights[at] ?? 0;
          const length = 1 - lengthPenalty + (lengthPenalty * (lengths[concept] ?? 0)) / averageLength;
          const score = (share * rarity * weight * (saturation + 1)) / (weight + saturation * length);
          if (score > (best.get(concept) ?? 0)) best.set(concept, score);
        }
      }
      for (const [concept, score] of best) scores.set(concept, (scores.get(concept) ?? 0) + score);
    }
    for (const concept of saidWhole.get(wholeKey(readText(text, language, plainStem[language]))) ?? []) scores.set(concept, Math.max(attainable, 1));
    return [...scores]
      .map(([at, score]) => ({ uri: concepts[at]?.uri ?? "", score: Math.min(1, score / Math.max(attainable, 1)) }))
      .sort((a, b) => b.score - a.score || (a.uri < b.uri ? -1 : 1))
      .slice(0, topK);
  };
}

/** BM25's inverse document frequency. */
function rarityOf(found: number, all: number): number {
  return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}

/** What stands in the index of one language. */
interface Indexed {
  readonly postings: Postings;
  /** By concept: the weight of all its words. */
  readonly lengths: readonly number[];
  /** Concepts by a label or phrase as a whole: who says exactly that means them, however many others share its words. */
  readonly saidWhole: ReadonlyMap<string, readonly number[]>;
}

function readConcepts(concepts: readonly Concept[], language: Language): Indexed {
  // Concept and weight by turns.
  const lists = new Map<string, number[]>();
  const saidWhole = new Map<string, number[]>();
  const stemOf = remembering(plainStem[language]);
  const lengths = concepts.map((concept, at) => {
    const weights = new Map<string, number>();
    const keys = new Set<string>();
    for (const { text, weight } of fieldsOf(concept, language)) {
      const read = readText(text, language, stemOf);
      for (const term of [...read.stems, ...read.joined]) weights.set(term, (weights.get(term) ?? 0) + weight);
      keys.add(wholeKey(read));
    }
    keys.delete("");
    for (const key of keys) append(saidWhole, key, at);
    let length = 0;
    for (const [term, weight] of weights) {
      append(lists, term, at);
      append(lists, term, weight);
      length += weight;
    }
    return length;
  });
  return { postings: flat(lists), lengths, saidWhole };
}

function flat(lists: ReadonlyMap<string, readonly number[]>): Postings {
  const all = [...lists.values()].reduce((sum, list) => sum + list.length / 2, 0);
  const concepts = new Uint32Array(all);
  const weights = new Float32Array(all);
  const starts = new Uint32Array(lists.size + 1);
  let at = 0;
  [...lists.values()].forEach((list, number) => {
    for (let from = 0; from < list.length; from += 2, at += 1) {
      concepts[at] = list[from] ?? 0;
      weights[at] = list[from + 1] ?? 0;
    }
    starts[number + 1] = at;
  });
  return { numbers: new Map([...lists.keys()].map((term, number) => [term, number])), starts, concepts, weights };
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Fourteen thousand concepts use the same words again and again. */
function remembering(stemOf: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const stem = stemOf(word);
    known.set(word, stem);
    return stem;
  };
}

function fieldsOf(concept: Concept, language: Language): { readonly text: string; readonly weight: number }[] {
  const field = (weight: number) => (text: string | null) => (text ? [{ text, weight }] : []);
  return [
    ...field(fieldWeights.label)(concept.label[language]),
    ...concept.altLabels[language].flatMap(field(fieldWeights.altLabel)),
    ...[headlineToSearch(concept)[language], ...concept.phrases[language]].flatMap(field(fieldWeights.phrase)),
  ];
}

/** The stems of a text, and separable verbs with their loose parts joined. */
interface ReadText {
  readonly stems: readonly string[];
  readonly joined: readonly string[];
}

function readText(text: string, language: Language, stemOf: (word: string) => string): ReadText {
  const words = wordsOf(text);
  return { stems: contentWordsIn(words, language).map(stemOf), joined: language === "nl" ? joinedVerbs(words, stemOf) : [] };
}

/** The same for texts that differ in order, endings and small words only. */
function wholeKey({ stems }: ReadText): string {
  return [...new Set(stems)].sort().join(" ");
}

/** The shortest stem: the same for "reparen", "repareert" and "gerepareerd". */
function likelyStem(word: string): string {
  return dutchStems(word).reduce((a, b) => (b.length < a.length && b.length >= 3 ? b : a));
}

const plainStem: Readonly<Record<Language, (word: string) => string>> = { nl: likelyStem, en: englishStem };

/** "ruim … op" → "opruim" for each loose particle and the words before it. */
function joinedVerbs(words: readonly string[], stemOf: (word: string) => string): string[] {
  return words.flatMap((particle, at) =>
    isLooseParticle(words, at)
      ? words.slice(Math.max(0, at - 6), at).flatMap((word) => (word.length > 2 && !isParticle(word) ? [particle + stemOf(word)] : []))
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
function queryGroups(text: string, language: Language, vocabulary: Vocabulary, known: ReadonlyMap<string, unknown>): TermGroup[] {
  const words = [...new Set(contentWords(text, language))];
  const groups = words.map((word): TermGroup => {
    const stems = language === "en" ? [englishStem(word)] : dutchStems(word);
    const exact = stems.filter((stem) => known.has(stem)).map((term) => ({ term, share: 1 }));
    const main = stems[0] ?? word;
    const parts = language === "nl" ? vocabulary.sharing(main).map(({ word: term, share }) => ({ term, share })) : [];
    const similar = exact.length > 0 ? [] : vocabulary.similar(main).map(({ word: term, likeness }) => ({ term, share: likeness ** 2 }));
    return { terms: [...exact, ...parts, ...similar], optional: false };
  });
  const joined = language === "nl" ? joinedVerbs(wordsOf(text), likelyStem).filter((term) => known.has(term)) : [];
  return [...groups, ...joined.map((term) => ({ terms: [{ term, share: 1 }], optional: true }))];
}
