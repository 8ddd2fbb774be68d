import { type Concept, headlineToSearch } from "../domain/concept.ts";
import type { Language } from "../domain/language.ts";
import { firstPlace } from "./first-place.ts";
import { plainStem, readText } from "./reading-words.ts";
import { type VocabularyTables, vocabularyTablesOf } from "./vocabulary.ts";
import { numberOf, type WordList, wordListOf } from "./word-list.ts";

/** How much a word counts by where it stands. */
const fieldWeights = { label: 2, altLabel: 1, phrase: 1 } as const;

/** The words of all concepts in one language, as bare numbers, for there are a million; concepts go by their numbers. */
export interface LexicalTables {
  readonly terms: WordList;
  readonly vocabulary: VocabularyTables;
  readonly postings: Postings;
  /** By concept: the weight of all its words. */
  readonly lengths: Float64Array;
  readonly wholes: Wholes;
}

/** Where each term stands, and how much it weighs there. */
interface Postings {
  /** Term `t` stands in the concepts from `starts[t]` up to `starts[t + 1]`. */
  readonly starts: Uint32Array;
  readonly concepts: Uint32Array;
  readonly weights: Float32Array;
}

/** Labels and phrases as a whole, whatever their words' order, endings and small words: who says exactly that means their concept. */
interface Wholes {
  /** Rising; {@link hashOfTerms} of each. */
  readonly hashes: Uint32Array;
  /** The terms of the whole `w`, rising, stand in `terms` from `starts[w]` up to `starts[w + 1]`. */
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  readonly concepts: Uint32Array;
}

export function readTables(concepts: readonly Concept[], language: Language): LexicalTables {
  // Concept and weight by turns.
  const lists = new Map<string, number[]>();
  const said: Said[] = [];
  const stemOf = remembering(plainStem[language]);
  const lengths = Float64Array.from(concepts, (concept, at) => {
    const weights = new Map<string, number>();
    const keys = new Set<string>();
    for (const { text, weight } of fieldsOf(concept, language)) {
      const { stems, joined } = readText(text, language, stemOf);
      for (const term of [...stems, ...joined]) weights.set(term, (weights.get(term) ?? 0) + weight);
      const whole = [...new Set(stems)].sort();
      const key = whole.join(" ");
      if (key !== "" && !keys.has(key)) said.push({ concept: at, stems: whole });
      keys.add(key);
    }
    let length = 0;
    for (const [term, weight] of weights) {
      const list = lists.get(term);
      if (list) list.push(at, weight);
      else lists.set(term, [at, weight]);
      length += weight;
    }
    return length;
  });
  const words = [...lists.keys()];
  const terms = wordListOf(words);
  return { terms, vocabulary: vocabularyTablesOf(words), postings: flat([...lists.values()]), lengths, wholes: wholesOf(said, terms) };
}

/** The texts of a concept that search by words reads. */
function fieldsOf(concept: Concept, language: Language): { readonly text: string; readonly weight: number }[] {
  const field = (weight: number) => (text: string | null) => (text ? [{ text, weight }] : []);
  return [
    ...field(fieldWeights.label)(concept.label[language]),
    ...concept.altLabels[language].flatMap(field(fieldWeights.altLabel)),
    ...[headlineToSearch(concept)[language], ...concept.phrases[language]].flatMap(field(fieldWeights.phrase)),
  ];
}

function flat(lists: readonly (readonly number[])[]): Postings {
  const all = lists.reduce((sum, list) => sum + list.length / 2, 0);
  const concepts = new Uint32Array(all);
  const weights = new Float32Array(all);
  const starts = new Uint32Array(lists.length + 1);
  let at = 0;
  lists.forEach((list, number) => {
    for (let from = 0; from < list.length; from += 2, at += 1) {
      concepts[at] = list[from] ?? 0;
      weights[at] = list[from + 1] ?? 0;
    }
    starts[number + 1] = at;
  });
  return { starts, concepts, weights };
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

interface Said {
  readonly concept: number;
  readonly stems: readonly string[];
}

function wholesOf(said: readonly Said[], list: WordList): Wholes {
  const all = said.map(({ concept, stems }) => {
    const terms = Uint32Array.from(stems, (stem) => numberOf(list, stem)).sort();
    return { concept, terms, hash: hashOfTerms(terms) };
  });
  all.sort((a, b) => a.hash - b.hash);
  const starts = new Uint32Array(all.length + 1);
  all.forEach(({ terms }, at) => (starts[at + 1] = (starts[at] ?? 0) + terms.length));
  const terms = new Uint32Array(starts[all.length] ?? 0);
  all.forEach((whole, at) => terms.set(whole.terms, starts[at]));
  return { hashes: Uint32Array.from(all, ({ hash }) => hash), starts, terms, concepts: Uint32Array.from(all, ({ concept }) => concept) };
}

/** FNV-1a over numbers, 32 bit. */
function hashOfTerms(terms: Uint32Array): number {
  let hash = 0x811c9dc5;
  for (const term of terms) hash = Math.imul(hash ^ term, 0x01000193);
  return hash >>> 0;
}

/** @param stems of what was said  @returns the concepts that are called by just these */
export function conceptsSaidWhole({ terms: list, wholes }: Pick<LexicalTables, "terms" | "wholes">, stems: readonly string[]): number[] {
  const numbers = Array.from(new Set(stems), (stem) => numberOf(list, stem));
  const found: number[] = [];
  if (numbers.length === 0 || numbers.includes(-1)) return found;
  const terms = Uint32Array.from(numbers).sort();
  const hash = hashOfTerms(terms);
  for (let at = firstPlace(wholes.hashes.length, (place) => (wholes.hashes[place] ?? 0) >= hash); wholes.hashes[at] === hash; at += 1) {
    const from = wholes.starts[at] ?? 0;
    const isSame = (wholes.starts[at + 1] ?? 0) - from === terms.length && terms.every((term, each) => wholes.terms[from + each] === term);
    if (isSame) found.push(wholes.concepts[at] ?? 0);
  }
  return found;
}
