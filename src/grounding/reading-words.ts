import type { Language } from "../domain/language.ts";
import { dutchStems, isLooseParticle, isParticle } from "./dutch-stem.ts";
import { contentWordsIn, englishStem, wordsOf } from "./words.ts";

/** The stems of a text, and separable verbs with their loose parts joined. */
export interface ReadText {
  readonly stems: readonly string[];
  readonly joined: readonly string[];
}

export function readText(text: string, language: Language, stemOf: (word: string) => string): ReadText {
  const words = wordsOf(text);
  return { stems: contentWordsIn(words, language).map(stemOf), joined: language === "nl" ? joinedVerbs(words, stemOf) : [] };
}

/** The shortest stem: the same for "reparen", "repareert" and "gerepareerd". */
export function likelyStem(word: string): string {
  return dutchStems(word).reduce((a, b) => (b.length < a.length && b.length >= 3 ? b : a));
}

export const plainStem: Readonly<Record<Language, (word: string) => string>> = { nl: likelyStem, en: englishStem };

/** "ruim … op" → "opruim" for each loose particle and the words before it. */
export function joinedVerbs(words: readonly string[], stemOf: (word: string) => string): string[] {
  return words.flatMap((particle, at) =>
    isLooseParticle(words, at)
      ? words.slice(Math.max(0, at - 6), at).flatMap((word) => (word.length > 2 && !isParticle(word) ? [particle + stemOf(word)] : []))
      : [],
  );
}
