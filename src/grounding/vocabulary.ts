import { firstPlace } from "./first-place.ts";
import { countOf, hasPiece, lengthOf, numberOf, wordAt, type WordList } from "./word-list.ts";

/** The words of an index, to be found again by a misspelt word or by part of a compound. Words go by their numbers in the list. */
export interface Vocabulary {
  /** Words that share most pairs of letters, likeliest first; likeness is Dice's, 0.6..1. */
  similar(word: string): readonly { readonly word: number; readonly likeness: number }[];
  /** Words that the given word begins or ends with, and words that begin or end with it ("magazijn", "magazijnwerk"). */
  sharing(word: string): readonly SharedPart[];
}

export interface SharedPart {
  readonly word: number;
  /** How much of the meaning is shared, 0..1: the end of a compound says what it is, its beginning of which kind. */
  readonly share: number;
}

/** What a vocabulary looks up, as bare numbers. */
export interface VocabularyTables {
  /** Pairs of letters (the first times 65,536 plus the second), rising. */
  readonly pairs: Uint32Array;
  /** Words with pair `p` stand in `pairWords` from `pairStarts[p]` up to `pairStarts[p + 1]`. */
  readonly pairStarts: Uint32Array;
  readonly pairWords: Uint32Array;
  /** Words of more than four letters, ordered by their first four and then by number. */
  readonly heads: Uint32Array;
  /** The same, by their last four. */
  readonly tails: Uint32Array;
}

const tailShare = 0.45;
const headShare = 0.35;
const leastLikeness = 0.6;
const mostSimilar = 4;
const shortestPart = 4;
const mostSharing = 12;

const headOf = (word: string) => word.slice(0, shortestPart);
const tailOf = (word: string) => word.slice(-shortestPart);

/** @param words of the list, in its order */
export function vocabularyTablesOf(words: readonly string[]): VocabularyTables {
  const byPair = new Map<number, number[]>();
  words.forEach((word, number) => {
    for (const pair of pairsOf(word)) {
      const list = byPair.get(pair);
      if (list) list.push(number);
      else byPair.set(pair, [number]);
    }
  });
  const pairs = Uint32Array.from(byPair.keys()).sort();
  const pairStarts = new Uint32Array(pairs.length + 1);
  pairs.forEach((pair, at) => (pairStarts[at + 1] = (pairStarts[at] ?? 0) + (byPair.get(pair)?.length ?? 0)));
  const pairWords = new Uint32Array(pairStarts[pairs.length] ?? 0);
  pairs.forEach((pair, at) => pairWords.set(byPair.get(pair) ?? [], pairStarts[at]));
  return { pairs, pairStarts, pairWords, heads: orderedBy(words, headOf), tails: orderedBy(words, tailOf) };
}

function orderedBy(words: readonly string[], part: (word: string) => string): Uint32Array {
  const long = words.flatMap((word, number) => (word.length > shortestPart ? [{ part: part(word), number }] : []));
  long.sort((a, b) => (a.part === b.part ? a.number - b.number : a.part < b.part ? -1 : 1));
  return Uint32Array.from(long, ({ number }) => number);
}

export function createVocabulary(list: WordList, tables: VocabularyTables): Vocabulary {
  return { similar: similarIn(list, tables), sharing: (word) => sharingWith(word, list, tables) };
}

function pairsOf(word: string): Set<number> {
  const bounded = `<${word}>`;
  return new Set(Array.from({ length: bounded.length - 1 }, (_, at) => bounded.charCodeAt(at) * 0x1_00_00 + bounded.charCodeAt(at + 1)));
}

/** Counts in an array that is used again: words number ten thousands, and most share some pair with any other. */
function similarIn(list: WordList, { pairs, pairStarts, pairWords }: VocabularyTables): Vocabulary["similar"] {
  const shared = new Uint16Array(countOf(list));
  return (word) => {
    if (word.length < 4) return [];
    const asked = pairsOf(word);
    shared.fill(0);
    for (const pair of asked) {
      const place = firstPlace(pairs.length, (at) => (pairs[at] ?? 0) >= pair);
      if (pairs[place] !== pair) continue;
      const to = pairStarts[place + 1] ?? 0;
      for (let at = pairStarts[place] ?? 0; at < to; at += 1) {
        const other = pairWords[at] ?? 0;
        shared[other] = (shared[other] ?? 0) + 1;
      }
    }
    const found: { readonly word: number; readonly spelled: string; readonly likeness: number }[] = [];
    for (let other = 0; other < shared.length; other += 1) {
      const count = shared[other] ?? 0;
      // Too few, however short the other word is.
      if (2 * count < leastLikeness * asked.size) continue;
      const likeness = (2 * count) / (asked.size + lengthOf(list, other) + 1);
      if (likeness >= leastLikeness) found.push({ word: other, spelled: wordAt(list, other), likeness });
    }
    return found.sort((one, two) => two.likeness - one.likeness || (one.spelled < two.spelled ? -1 : 1)).slice(0, mostSimilar);
  };
}

function sharingWith(word: string, list: WordList, { heads, tails }: VocabularyTables): SharedPart[] {
  if (word.length < shortestPart) return [];
  const parts: SharedPart[] = [];
  const part = (piece: string, share: number) => {
    const number = piece.length >= shortestPart ? numberOf(list, piece) : -1;
    if (number >= 0) parts.push({ word: number, share });
  };
  for (let at = 3; at <= word.length - 3; at++) {
    part(word.slice(0, at), headShare);
    part(word.slice(at), tailShare);
  }
  const wholes: number[] = [];
  const take = (ordered: Uint32Array, partOf: (word: string) => string, placeOf: (number: number, piece: string) => number) => {
    const wanted = partOf(word);
    const first = firstPlace(ordered.length, (place) => partOf(wordAt(list, ordered[place] ?? 0)) >= wanted);
    for (let at = first; at < ordered.length && wholes.length < mostSharing; at += 1) {
      const number = ordered[at] ?? 0;
      if (!hasPiece(list, number, wanted, placeOf(number, wanted))) return;
      if (lengthOf(list, number) > word.length && hasPiece(list, number, word, placeOf(number, word))) wholes.push(number);
    }
  };
  take(tails, tailOf, (number, piece) => lengthOf(list, number) - piece.length);
  take(heads, headOf, () => 0);
  return [...parts, ...wholes.map((whole) => ({ word: whole, share: headShare }))];
}
