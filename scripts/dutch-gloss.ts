import { dutchStem, dutchStems, isLooseParticle, isParticle } from "../src/grounding/dutch-stem.ts";
import { hashOf, isStopWord, wordsOf } from "../src/grounding/words.ts";

/** English for the hash of a Dutch stem, if known; empty for a known word that says nothing about a skill. */
export type LookUp = (hash: number) => string | undefined;

/** Key of one stem, or of two that together mean something else ("haar+knip"); order does not matter. */
export function wordKey(...stems: readonly string[]): number {
  return hashOf([...stems].sort().join("+"));
}

interface Token {
  readonly word: string;
  readonly stems: readonly string[];
  english: string | undefined;
  used: boolean;
}

/** Puts a Dutch text into English word by word: pairs first, then separable verbs, words, parts of compounds. */
export function glossWith(lookUp: LookUp, text: string): string {
  const words = wordsOf(text);
  const tokens = words.map((word): Token => ({ word, stems: dutchStems(word), english: undefined, used: false }));
  glossPairs(lookUp, tokens);
  glossSeparable(lookUp, tokens, words);
  for (const token of tokens) {
    if (token.used || isStopWord(token.word, "nl")) continue;
    token.english = wordIn(lookUp, token) ?? compoundIn(lookUp, token.word) ?? misspeltIn(lookUp, token.word);
    token.english ??= token.word.length > 2 && !isParticle(token.word) ? token.word : undefined;
  }
  const english = tokens.flatMap((token) => token.english || []);
  return [...new Set(english)].join(" ");
}

/** "haar … knippen": two words, in whatever order, that the table knows as a pair. */
function glossPairs(lookUp: LookUp, tokens: readonly Token[]): void {
  tokens.forEach((first, i) => {
    for (const second of tokens.slice(i + 1, i + 9)) {
      if (first.used || second.used) continue;
      for (const a of first.stems)
        for (const b of second.stems) {
          const english = first.used ? undefined : lookUp(wordKey(a, b));
          if (!english) continue;
          first.english = english;
          first.used = second.used = true;
        }
    }
  });
}

/** "ruim … op": a verb earlier in the clause with its loose particle. */
function glossSeparable(lookUp: LookUp, tokens: readonly Token[], words: readonly string[]): void {
  tokens.forEach((particle, at) => {
    if (particle.used || !isLooseParticle(words, at)) return;
    const before = tokens.slice(Math.max(0, at - 9), at).reverse();
    const after = tokens.slice(at + 1, at + 3);
    for (const verb of [...before, ...after]) {
      if (verb.used || isParticle(verb.word)) continue;
      const english = verb.stems.map((stem) => lookUp(wordKey(particle.word + stem))).find(Boolean);
      if (!english) continue;
      verb.english = english;
      verb.used = particle.used = true;
      return;
    }
  });
}

function wordIn(lookUp: LookUp, token: Token): string | undefined {
  for (const stem of token.stems) {
    const english = lookUp(wordKey(stem));
    if (english !== undefined) return english;
  }
  return undefined;
}

/** "magazijnwerk" → "warehouse work": two known parts, the longest tail first, with or without a linking s or en. */
function compoundIn(lookUp: LookUp, word: string): string | undefined {
  if (word.length < 7) return undefined;
  for (let at = 3; at <= word.length - 3; at++) {
    const tail = firstOf(lookUp, dutchStems(word.slice(at)));
    if (!tail) continue;
    const head = word.slice(0, at);
    const english = firstOf(lookUp, [dutchStem(head), head, head.replace(/s$/, ""), head.replace(/en?$/, "")]);
    if (english) return `${english} ${tail}`;
  }
  return undefined;
}

function firstOf(lookUp: LookUp, stems: readonly string[]): string | undefined {
  for (const stem of stems) {
    const english = stem.length >= 3 ? lookUp(wordKey(stem)) : undefined;
    if (english) return english;
  }
  return undefined;
}

const letters = "etaoinsrdlghkmvbpuwjzcf";

/** A word of six letters or more that is one slip away from a known one. */
function misspeltIn(lookUp: LookUp, word: string): string | undefined {
  if (word.length < 6) return undefined;
  for (const variant of variantsOf(word)) {
    const english = lookUp(wordKey(dutchStem(variant)));
    if (english) return english;
  }
  return undefined;
}

function* variantsOf(word: string): Generator<string> {
  for (let i = 1; i < word.length; i++) {
    yield word.slice(0, i) + word.slice(i + 1);
    yield word.slice(0, i) + (word[i + 1] ?? "") + (word[i] ?? "") + word.slice(i + 2);
  }
  for (let i = 1; i <= word.length; i++)
    for (const letter of letters) {
      yield word.slice(0, i) + letter + word.slice(i);
      if (i < word.length) yield word.slice(0, i) + letter + word.slice(i + 1);
    }
}
