import { dutchStem, dutchStems, isParticle } from "../src/grounding/dutch-stem.ts";
import { isStopWord } from "../src/grounding/words.ts";

/** English for a Dutch stem, if known; empty for a known word that says nothing about a skill. */
export type LookUp = (stem: string) => string | undefined;

/**
 * Puts a Dutch word, or a piece of one, into English: as it is known, in its parts, or one slip away from a known one.
 * @returns the word itself where none of these is known, and nothing of a word that says nothing
 */
export function glossOf(lookUp: LookUp, word: string): string {
  if (isStopWord(word, "nl")) return "";
  const english = wordIn(lookUp, word) ?? compoundIn(lookUp, word) ?? misspeltIn(lookUp, word);
  return english ?? (word.length > 2 && !isParticle(word) ? word : "");
}

function wordIn(lookUp: LookUp, word: string): string | undefined {
  for (const stem of dutchStems(word)) {
    const english = lookUp(stem);
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
    const english = stem.length >= 3 ? lookUp(stem) : undefined;
    if (english) return english;
  }
  return undefined;
}

const letters = "etaoinsrdlghkmvbpuwjzcf";

/** A word of six letters or more that is one slip away from a known one. */
function misspeltIn(lookUp: LookUp, word: string): string | undefined {
  if (word.length < 6) return undefined;
  for (const variant of variantsOf(word)) {
    const english = lookUp(dutchStem(variant));
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
