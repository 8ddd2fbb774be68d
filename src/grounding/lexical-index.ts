import type { Concept } from "../domain/concept.ts";
import type { Language } from "../domain/language.ts";
import type { ScoredConcept } from "../domain/ports.ts";
import { dutchStems } from "./dutch-stem.ts";
import { conceptsSaidWhole, type LexicalTables, readTables } from "./lexical-tables.ts";
import { joinedVerbs, likelyStem, plainStem, readText } from "./reading-words.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";
import { numberOf, type WordList } from "./word-list.ts";
import { contentWords, englishStem, wordsOf } from "./words.ts";

/** Finds concepts by their words: BM25 over labels, alternative labels and phrases, forgiving of typing errors. */
export interface LexicalIndex {
  /** @returns at most `topK` concepts that share a word with the text, best first; score 0..1 is the share of the text's weight found */
  search(text: string, language: Language, topK: number): readonly ScoredConcept[];
}

/** What is read of the concepts, in each language. */
export type LexicalSides = Readonly<Record<Language, LexicalTables>>;

/** BM25: how fast repeated words saturate, and how much long entries are held back. */
const saturation = 1.2;
const lengthPenalty = 0.5;

/** Reads all the words of the concepts: a second for all of ESCO. */
export function readSides(concepts: readonly Concept[]): LexicalSides {
  return { nl: readTables(concepts, "nl"), en: readTables(concepts, "en") };
}

/** @param sides read from these concepts, in this order */
export function createLexicalIndex(concepts: readonly Concept[], sides = readSides(concepts)): LexicalIndex {
  const uris = concepts.map(({ uri }) => uri);
  const byLanguage = { nl: createSide(uris, sides.nl, "nl"), en: createSide(uris, sides.en, "en") };
  return { search: (text, language, topK) => byLanguage[language](text, topK) };
}

function createSide(uris: readonly string[], tables: LexicalTables, language: Language): (text: string, topK: number) => ScoredConcept[] {
  const { postings, lengths } = tables;
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, uris.length);
  const vocabulary = createVocabulary(tables.terms, tables.vocabulary);
  const rarityIn = (term: number) => rarityOf((postings.starts[term + 1] ?? 0) - (postings.starts[term] ?? 0), uris.length);
  // By concept, and all zero again after each search: a common word stands in thousands.
  const scores = new Float64Array(uris.length);
  const best = new Float64Array(uris.length);
  /** Puts the best that a group of terms gives each concept into `best`. @returns the concepts */
  const searchGroup = (terms: readonly Term[]): number[] => {
    const touched: number[] = [];
    for (const { term, share } of terms) {
      const rarity = rarityIn(term);
      const to = postings.starts[term + 1] ?? 0;
      for (let at = postings.starts[term] ?? 0; at < to; at += 1) {
        const concept = postings.concepts[at] ?? 0;
        const weight = postings.weights[at] ?? 0;
        const length = 1 - lengthPenalty + (lengthPenalty * (lengths[concept] ?? 0)) / averageLength;
        const score = (share * rarity * weight * (saturation + 1)) / (weight + saturation * length);
        const before = best[concept] ?? 0;
        if (score <= before) continue;
        if (before === 0) touched.push(concept);
        best[concept] = score;
      }
    }
    return touched;
  };
  return (text, topK) => {
    const found: number[] = [];
    let attainable = 0;
    for (const { terms, optional } of queryGroups(text, language, vocabulary, tables.terms)) {
      const rarities = terms.map(({ term, share }) => (share < 1 ? 0 : rarityIn(term)));
      const rarity = rarities.length > 0 ? Math.max(...rarities) : 0;
      if (!optional) attainable += (rarity || rarityOf(1, uris.length)) * (saturation + 1);
      for (const concept of searchGroup(terms)) {
        if (scores[concept] === 0) found.push(concept);
        scores[concept] = (scores[concept] ?? 0) + (best[concept] ?? 0);
        best[concept] = 0;
      }
    }
    for (const concept of conceptsSaidWhole(tables, readText(text, language, plainStem[language]).stems)) {
      if (scores[concept] === 0) found.push(concept);
      scores[concept] = Math.max(attainable, 1);
    }
    const shares = Float64Array.from(found, (concept) => Math.min(1, (scores[concept] ?? 0) / Math.max(attainable, 1)));
    for (const concept of found) scores[concept] = 0;
    return bestFirst(uris, found, shares, topK);
  };
}

/** What cannot be among the first is left out before URIs are compared: a text may find thousands. */
function bestFirst(uris: readonly string[], found: readonly number[], shares: Float64Array, topK: number): ScoredConcept[] {
  const least = found.length > topK ? (shares.toSorted()[found.length - topK] ?? 0) : 0;
  return found
    .flatMap((concept, at): ScoredConcept[] => {
      const score = shares[at] ?? 0;
      return score >= least ? [{ uri: uris[concept] ?? "", score }] : [];
    })
    .sort((a, b) => b.score - a.score || (a.uri < b.uri ? -1 : 1))
    .slice(0, topK);
}

/** BM25's inverse document frequency. */
function rarityOf(found: number, all: number): number {
  return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}

interface Term {
  /** Its number. */
  readonly term: number;
  readonly share: number;
}

/** What one word of the query may mean; an optional group adds to a score and is not missed. */
interface TermGroup {
  readonly terms: readonly Term[];
  readonly optional: boolean;
}

/** For each word of the query the indexed terms it may mean, with how surely (0..1). */
function queryGroups(text: string, language: Language, vocabulary: Vocabulary, list: WordList): TermGroup[] {
  const words = [...new Set(contentWords(text, language))];
  const known = (stems: readonly string[]) => stems.map((stem) => numberOf(list, stem)).filter((term) => term >= 0);
  const groups = words.map((word): TermGroup => {
    const stems = language === "en" ? [englishStem(word)] : dutchStems(word);
    const exact = known(stems).map((term) => ({ term, share: 1 }));
    const main = stems[0] ?? word;
    const parts = language === "nl" ? vocabulary.sharing(main).map(({ word: term, share }) => ({ term, share })) : [];
    const similar = exact.length > 0 ? [] : vocabulary.similar(main).map(({ word: term, likeness }) => ({ term, share: likeness ** 2 }));
    return { terms: [...exact, ...parts, ...similar], optional: false };
  });
  const joined = language === "nl" ? known(joinedVerbs(wordsOf(text), likelyStem)) : [];
  return [...groups, ...joined.map((term) => ({ terms: [{ term, share: 1 }], optional: true }))];
}
